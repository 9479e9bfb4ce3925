import { DatabaseSync } from 'node:sqlite'
import { type Engine, openEngine } from '../../src/finder/catalogue/search/engine.ts'
import type { Study } from '../../src/finder/registry/study.ts'
import type { SavedSearch } from '../../src/people/alerts/model/saved-search.ts'
import { seed } from '../setup.ts'
import { hashOf, hashText } from '../random.ts'
import { readSnapshot } from '../read-snapshot.ts'
import type { Vocabulary } from '../../src/finder/vocabulary/concept.ts'

/** What people ask for, and where they live. */
export interface Subjects {
  /** Medical categories, and how many studies each has. */
  readonly categories: readonly { readonly slug: string; readonly studies: number }[]
  /** Searches in words, the likeliest first. */
  readonly searches: readonly SavedSearch[]
  readonly studies: readonly string[]
  readonly towns: readonly Town[]
}

export interface Town {
  readonly name: string
  readonly country: string
  readonly lat: number
  readonly lon: number
  readonly population: number
}

export interface SubjectOptions {
  readonly catalogueFolder: string
  readonly placesFile: string
  readonly vocabulary: Vocabulary
  /** Real studies, for what people type. */
  readonly source: string
  readonly today: string
  /** How many searches in words to choose from. */
  readonly searches: number
  /** How many studies that may be joined to choose from. */
  readonly studies: number
}

/** Reads conditions, treatments, studies and towns as records and the shipped gazetteer have them. */
export async function readSubjects(options: SubjectOptions): Promise<Subjects> {
  const engine = openEngine(options.catalogueFolder, options.vocabulary)
  try {
    const { facets } = engine.search({ today: options.today, pageSize: 1 })
    return {
      categories: Object.entries(facets.category).map(([slug, studies]) => ({ slug, studies })),
      searches: searchesOf(await readSnapshot(options.source), options.searches),
      studies: openStudies(engine, options),
      towns: townsOf(options.placesFile),
    }
  } finally {
    engine.close()
  }
}

const pageSize = 1000

/** Those updated last: them people follow. */
function openStudies(engine: Engine, { today, studies }: SubjectOptions): readonly string[] {
  const ids: string[] = []
  const query = {
    today,
    status: ['RECRUITING', 'NOT_YET_RECRUITING'],
    sort: 'updated',
    pageSize,
  } as const
  for (let page = 1; ids.length < studies; page++) {
    const { hits } = engine.search({ ...query, page })
    ids.push(...hits.map(({ nctId }) => nctId))
    if (hits.length < pageSize) break
  }
  return ids
}

/** Names that many studies have come first; then any condition with any treatment. */
function searchesOf(studies: readonly Study[], most: number): readonly SavedSearch[] {
  const conditions = commonest(
    studies.flatMap(({ protocolSection }) => protocolSection.conditionsModule?.conditions ?? []),
  )
  const treatments = commonest(
    studies.flatMap(({ protocolSection }) =>
      (protocolSection.armsInterventionsModule?.interventions ?? []).map(({ name = '' }) => name),
    ),
  )
  const searches: SavedSearch[] = []
  const count = Math.max(conditions.length, treatments.length)
  for (let at = 0; at < count; at++) {
    const [condition, treatment] = [conditions[at], treatments[at]]
    if (condition !== undefined) searches.push(searchFor(condition, 'cond', at))
    if (treatment !== undefined) searches.push(searchFor(treatment, 'intr', at))
  }
  for (let at = 0; searches.length < most; at++) {
    const condition = conditions[hashOf(seed, at, 1) % conditions.length] ?? ''
    const treatment = treatments[hashOf(seed, at, 2) % treatments.length] ?? ''
    searches.push({ cond: typed(condition), intr: typed(treatment) })
  }
  return searches.slice(0, most)
}

/** Each text once, those that are there most often first. */
function commonest(texts: readonly string[]): readonly string[] {
  const counts = new Map<string, number>()
  for (const text of texts)
    if (/[\p{L}\p{N}]{2}/u.test(text)) counts.set(text, (counts.get(text) ?? 0) + 1)
  return [...counts].toSorted(([, more], [, fewer]) => fewer - more).map(([text]) => text)
}

/** Half type into the box for anything, half into the one that is meant; a third asks for open studies only. */
function searchFor(text: string, box: 'cond' | 'intr', rank: number): SavedSearch {
  const hash = hashText(text) >>> 0
  const words = rank < 500 ? wordsOf(text) : typed(text)
  return {
    ...(hash % 2 === 0 ? { q: words } : { [box]: words }),
    ...(hash % 3 === 0 && { status: ['RECRUITING', 'NOT_YET_RECRUITING'] }),
  }
}

/** One in twenty has a slip of the keyboard: two letters in the wrong order. */
function typed(text: string): string {
  const words = wordsOf(text)
  const hash = hashText(words) >>> 0
  if (hash % 20 !== 0 || words.length < 8) return words
  const at = 1 + ((hash >>> 8) % (words.length - 3))
  return `${words.slice(0, at)}${words[at + 1] ?? ''}${words[at] ?? ''}${words.slice(at + 2)}`
}

/** Letters and digits only: what else a name holds is grammar in the search box. */
function wordsOf(text: string): string {
  const words = text.match(/[\p{L}\p{N}]+/gu) ?? []
  return words.slice(0, 5).join(' ').slice(0, 200)
}

function townsOf(placesFile: string): readonly Town[] {
  const places = new DatabaseSync(placesFile, { readOnly: true })
  try {
    return places
      .prepare(
        'select name, country, lat, lon, population from towns where population > 0 order by id',
      )
      .all() as unknown as Town[]
  } finally {
    places.close()
  }
}
