import { filterTable } from '../../../finder/catalogue/model/filter-table.ts'
import { categories } from '../../../finder/vocabulary/categories.ts'
import { frenchNames } from '../../../finder/vocabulary/everyday-names.ts'
import type { AgeSpan } from '../../../finder/registry/ages.ts'
import { type AlertTerms, agedSpan } from './alert.ts'
import type { SavedSearch } from './saved-search.ts'
import { roundedDistance } from '../../../words/distances.ts'
import { ageInLargestUnit, alertWords } from '../../../words/mail.ts'
import type { Vocabulary } from '../../../finder/vocabulary/concept.ts'

type Language = 'en' | 'fr'
/** The names of diseases by their place in the MeSH tree. */
type Names = Pick<Vocabulary, 'byTree'>

/** What an alert is for, on one line: "Heart and blood vessels, within 50 km of Paris". */
export function describeAlert(
  {
    place,
    area,
    age,
    sex,
    ...what
  }: Pick<AlertTerms, 'search' | 'said' | 'place' | 'area' | 'age' | 'sex'>,
  language: Language,
  names: Names,
  today: string,
): string {
  const words = alertWords(language).describe
  const span = age && agedSpan(age, today)
  return [
    describeSearch(what, language, names),
    place && words.near(place.name, roundedDistance(language, place.withinKm, 'kilometer')),
    area && words.inArea(area.name),
    span && describeAge(span, language),
    sex && words.sexes[sex],
  ]
    .filter(Boolean)
    .join(', ')
}

/** "Age 2 years"; of a word such as "baby" all the ages that it can mean. */
function describeAge({ least, most }: AgeSpan, language: Language): string {
  const words = alertWords(language).describe
  const young = ageInLargestUnit(language, least)
  return most - least < wideDays
    ? words.age(young)
    : words.ages(young, ageInLargestUnit(language, most))
}

/** A year of life is at most so wide. */
const wideDays = 367

/** What is looked for, in the words that were typed, without where and for whom: as a mail may say it. */
export function describeSearch(
  { search, said: typed = search.q }: Pick<AlertTerms, 'search' | 'said'>,
  language: Language,
  names: Names,
): string {
  const words = alertWords(language).describe
  if (search.study !== undefined) return words.study(search.study)
  const parts = [
    ...(search.category ?? []).map((slug) => categoryName(slug, language)),
    search.tree && diseaseName(search.tree, language, names),
    typed && quoted(typed, language),
    search.cond && quoted(search.cond, language),
    search.intr && words.treatment(quoted(search.intr, language)),
    search.title && words.title(quoted(search.title, language)),
    search.spons && words.sponsor(quoted(search.spons, language)),
    search.elig && words.rules(quoted(search.elig, language)),
  ].filter((part) => part !== undefined && part !== '')
  const said = parts.length > 0 ? parts.join(', ') : words.everything
  return hasFilters(search) ? `${said} (${words.filters})` : said
}

/** Whether it is narrowed by a filter that its name does not say. */
function hasFilters(search: SavedSearch): boolean {
  const { category: _, ...unsaid } = filterTable
  const keys = new Set<string>(Object.values(unsaid).map(({ key }) => key))
  return Object.entries(search).some(([key, value]) => keys.has(key) && value !== undefined)
}

function categoryName(slug: string, language: Language): string {
  return categories.find((category) => category.slug === slug)?.name[language] ?? slug
}

function diseaseName(tree: string, language: Language, names: Names): string {
  const term = names.byTree(tree)?.term ?? tree
  return language === 'fr' ? (frenchNames().get(term) ?? term) : term
}

function quoted(text: string, language: Language): string {
  return language === 'fr' ? `« ${text} »` : `“${text}”`
}
