import { type Engine, openEngine } from '../../src/finder/catalogue/search/engine.ts'
import type { Hit, Query, SimilarOnly, Sort } from '../../src/finder/catalogue/model/query.ts'
import { filterNames, filterTable } from '../../src/finder/catalogue/model/filter-table.ts'
import { nctNumber } from '../../src/finder/catalogue/model/nct-number.ts'
import { ageSpan } from '../../src/finder/registry/ages.ts'
import { openVocabulary } from '../../src/finder/vocabulary/vocabulary.ts'
import { queryOf } from '../../src/people/alerts/model/saved-search.ts'
import { readSubjects } from '../alerts/subjects.ts'
import { queries as timed } from '../queries.ts'
import { oddQueries } from './odd-queries.ts'

/** What two versions are asked alike. */
export interface Questions {
  readonly queries: readonly Query[]
  readonly similar: readonly {
    readonly nctId: string
    readonly today: string
    readonly only: SimilarOnly
  }[]
  readonly among: { readonly studies: readonly number[]; readonly queries: readonly Query[] }
}

export interface QuestionOptions {
  readonly catalogueFolder: string
  readonly placesFile: string
  /** Real studies, for what people type. */
  readonly source: string
  /** As many saved searches. */
  readonly searches: number
}

const today = '2026-11-23'
const similarAsked = 800
const amongStudies = 2000

/**
 * Every question: the sixty that are timed, the same with each filter, order, page and place in turn, what is odd, and
 * words of this catalogue's own studies in every box; 800 studies that others are like; and saved searches.
 */
export async function questionsOf(options: QuestionOptions): Promise<Questions> {
  const vocabulary = openVocabulary()
  const engine = openEngine(options.catalogueFolder, vocabulary)
  const hits = someHits(engine)
  engine.close()
  const subjects = await readSubjects({ ...options, vocabulary, today, studies: 500 })
  const searches = subjects.searches.flatMap((search) => queryOf(search, today) ?? [])
  const byCategory = subjects.categories.map(({ slug }) => ({ category: [slug], today }))
  return {
    queries: [
      ...timed.map(({ q, filters }) => ({ q, today, ...filters })),
      ...varied(),
      ...oddQueries(today),
      ...boxes(hits),
    ],
    similar: everyNth(hits, similarAsked).map(({ nctId }, index) => ({
      nctId,
      today,
      only: likeness[index % likeness.length] ?? {},
    })),
    among: {
      studies: everyNth(hits, amongStudies).map(({ nctId }) => nctNumber(nctId)),
      queries: [...searches, ...byCategory, ...oddQueries(today)],
    },
  }
}

/** What similar studies are asked to be. */
const likeness: readonly SimilarOnly[] = [
  {},
  {},
  { status: ['RECRUITING', 'NOT_YET_RECRUITING'] },
  { near: { lat: 42.36, lon: -71.06 }, withinKm: 100, status: ['RECRUITING'] },
  { age: ageSpan({ value: 8, unit: 'year' }), sex: 'FEMALE', sort: 'nearest' },
]

/** Studies from all over the catalogue, in the order of their updates. */
function someHits(engine: Engine): readonly Hit[] {
  const { total } = engine.search({ today, pageSize: 1 })
  const pages = Math.ceil(total / 1000)
  const wanted = Math.min(pages, 8)
  return Array.from({ length: wanted }, (_, at) => {
    const page = 1 + Math.floor((at * pages) / wanted)
    return engine.search({ today, sort: 'updated', pageSize: 1000, page }).hits
  }).flat()
}

function everyNth<One>(all: readonly One[], wanted: number): readonly One[] {
  const step = Math.max(1, all.length / wanted)
  return Array.from(
    { length: Math.min(wanted, all.length) },
    (_, at) => all[Math.floor(at * step)],
  ).flatMap((one) => one ?? [])
}

const sorts: readonly Sort[] = ['best', 'nearest', 'newest', 'updated']
const paris = { lat: 48.86, lon: 2.35 }

/** Each of the timed queries with a filter, an order, a page or a person of its own, in turn. */
function varied(): readonly Query[] {
  return timed.flatMap(({ q, filters }, index): readonly Query[] => {
    const sort = sorts[index % sorts.length] ?? 'best'
    const [, other] = filterOf(index)
    const [, third] = filterOf(index * 7 + 3)
    return [
      { q, today, ...filters, ...other },
      { q, today, ...filters, ...other, ...third, sort },
      { q, today, near: paris, sort: 'nearest', page: 1 + (index % 3), pageSize: 10 },
      { q, today, near: paris, withinKm: 20 * (1 + index), status: open, sort, pageSize: 50 },
    ]
  })
}

const open = ['RECRUITING', 'NOT_YET_RECRUITING', 'ENROLLING_BY_INVITATION']

/** One value, or two, of one of the filters. */
function filterOf(number: number): readonly [string, Partial<Query>] {
  const name = filterNames[number % filterNames.length] ?? 'status'
  const { key, kind, values } = filterTable[name]
  const [one = '', two = ''] = [
    values[number % values.length],
    values[(number * 3) % values.length],
  ]
  switch (kind) {
    case 'list':
      return [
        name,
        { [key]: name === 'country' ? ['FR', 'US', 'GB'].slice(number % 3) : [one, two] },
      ]
    case 'one':
      return [name, { [key]: one }]
    case 'yes':
      return [name, { [key]: true }]
    case 'span':
      return [name, { [key]: [30, 366, 1096, 1][number % 4] ?? 1 }]
  }
}

/** The names of studies in the box for them, alone and together. */
function boxes(hits: readonly Hit[]): readonly Query[] {
  return everyNth(hits, 60).flatMap(({ conditions, interventions, leadSponsor, briefTitle }) => {
    const [cond = 'asthma', intr = 'placebo'] = [conditions[0], interventions[0]].map(plain)
    const [spons = 'university', title = 'study'] = [leadSponsor, briefTitle].map(plain)
    return [
      { cond, today },
      { cond, intr, today, status: open },
      { q: title, today },
      { title: title.split(' ').slice(0, 2).join(' '), spons, today },
      { q: `"${title.split(' ').slice(0, 4).join(' ')}"`, today },
      { elig: cond, q: intr, today, pageSize: 5 },
    ]
  })
}

/** Letters and digits only: what else a name holds is grammar in a box. */
function plain(text: string | undefined): string | undefined {
  const words = text
    ?.match(/[\p{L}\p{N}]+/gu)
    ?.slice(0, 8)
    .join(' ')
  return words === '' ? undefined : words
}
