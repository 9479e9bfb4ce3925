/**
 * The fields a word can be in, and what each weighs: the one place where ranking is data.
 * The weights are those of the registry's own search areas (BasicSearch, ConditionSearch,
 * InterventionSearch, TitleSearch, SponsorSearch of `/studies/search-areas`), its fields grouped.
 */
export const searchFields = [
  'id',
  'acronym',
  'briefTitle',
  'officialTitle',
  'condition',
  'keyword',
  'conditionMesh',
  'intervention',
  'arm',
  'summary',
  'primaryOutcome',
  'otherOutcome',
  'sponsor',
  'site',
  'people',
  'design',
] as const

/** A field of the record that an ordinary search looks at. */
export type SearchField = (typeof searchFields)[number]

/** The long texts, searched only where asked for or where nothing else matches. */
export const bodyFields = ['eligibility', 'description'] as const

/** A field of long text. */
export type BodyField = (typeof bodyFields)[number]

/** What a match is worth by the field it is in; 0, or no entry, for a field not looked at. */
export type Weights = Readonly<Partial<Record<SearchField | BodyField, number>>>

/** What each box of the search form looks at. */
export const areas = {
  q: {
    id: 1,
    acronym: 1,
    briefTitle: 0.89,
    officialTitle: 0.85,
    condition: 0.81,
    intervention: 0.8,
    keyword: 0.6,
    summary: 0.6,
    primaryOutcome: 0.6,
    arm: 0.5,
    otherOutcome: 0.4,
    sponsor: 0.4,
    site: 0.35,
    people: 0.3,
    conditionMesh: 0.3,
    design: 0.3,
  },
  cond: {
    condition: 0.95,
    briefTitle: 0.6,
    officialTitle: 0.55,
    conditionMesh: 0.5,
    keyword: 0.3,
    acronym: 0.3,
  },
  intr: { intervention: 0.95, briefTitle: 0.65, officialTitle: 0.6, keyword: 0.5, arm: 0.45 },
  title: { acronym: 1, briefTitle: 0.95, officialTitle: 0.8 },
  spons: { sponsor: 1 },
  elig: { eligibility: 0.95 },
  body: { eligibility: 0.6, description: 0.6 },
} as const satisfies Readonly<Record<string, Weights>>

/** A box of the search form. */
export type FieldArea = keyof typeof areas

/** The fields in which a concept is indexed under its key, besides `conditionMesh`, by what makes it the study's own subject. */
export const standingFields = {
  inTitle: 'briefTitle',
  /** Of more than half of its conditions. */
  main: 'keyword',
  /** Of all its conditions. */
  sole: 'condition',
} as const satisfies Readonly<Record<string, SearchField>>

/** What a concept is worth by them: 1 where it is in the title and the only one, a quarter where it is one of many. */
export const standingWeights: Weights = {
  conditionMesh: 0.26,
  briefTitle: 0.33,
  keyword: 0.37,
  condition: 0.52,
}

/** How much more, or less, a match is worth by its kind. */
export const ranking = {
  /** The record names the very concept, under whatever name. */
  exactConcept: 1,
  /** The record is about something narrower than what was asked. */
  narrowerConcept: 0.45,
  /** The record names it in a title, a condition or a keyword, and is not listed under it. */
  namedConcept: 0.3,
  /** A name that need not be found adds this share of its score. */
  addedName: 0.25,
  /** Other words of a sentence add at most this share of the score of what must be found. */
  addedWords: 0.3,
  /** Each further field that holds the word adds this share of its weight. */
  furtherField: 0.2,
  /** A study that recruits, before one otherwise equal. */
  open: 1.1,
  /** BM25's k1 for the four steps of term frequency kept (1, 2, 3 to 4, 5 or more). */
  frequency: [1, 1.25, 1.4, 1.5],
  /** How much a long title and list of conditions thins a match (BM25's b). */
  length: 0.3,
  /** Words in the title and conditions of a usual study. */
  usualLength: 16,
} as const

/** What a match is worth by the number of words in the title and conditions, up to 255 (BM25's length norm). */
export const shortness = Float64Array.from(
  { length: 256 },
  (_, words) => 1 / (1 - ranking.length + (ranking.length * words) / ranking.usualLength),
)

/** The index of what an ordinary search looks at, and that of the long texts. */
export type Index = 'main' | 'body'
