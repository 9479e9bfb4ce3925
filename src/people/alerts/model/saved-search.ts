import { isStudyId } from '../../../finder/registry/study-id.ts'
import { z } from 'zod'
import {
  type FilterName,
  type FilterRow,
  type FilterValues,
  filterNames,
  filterTable,
} from '../../../finder/catalogue/model/filter-table.ts'
import type { Query } from '../../../finder/catalogue/model/query.ts'

/**
 * What is looked for, apart from where and for whom, so that all who ask the same share one: a search of
 * the page with its filters, or one study.
 */
export type SavedSearch = z.infer<typeof savedSearchShape>

const text = z.string().min(1).max(512)
const values = z.array(z.string().min(1).max(60)).min(1).max(50)

/** Filters that are kept: all but how lately a study was updated, for an alert tells what is new. */
const keptFilters = filterNames.filter((name) => name !== 'updated')

type KeptName = Exclude<FilterName, 'updated'>
type KeptFilters = {
  readonly [Name in KeptName as (typeof filterTable)[Name]['key']]: z.ZodType<
    NonNullable<FilterValues[(typeof filterTable)[Name]['key']]>
  >
}

const filterShapes = Object.fromEntries(
  keptFilters.map((name) => [filterTable[name].key, shapeOf(filterTable[name])]),
) as unknown as KeptFilters

function shapeOf({ kind, values: known }: FilterRow): z.ZodType {
  if (kind === 'list') return values
  return kind === 'yes' ? z.literal(true) : z.enum([...known])
}

/** What a saved search may hold; all parts are optional. */
export const savedSearchShape = z
  .object({
    /** The NCT id of the one study that is followed; then nothing else is given. */
    study: z.string().refine(isStudyId),
    q: text,
    cond: text,
    intr: text,
    title: text,
    spons: text,
    elig: text,
    ...filterShapes,
    tree: z.string().regex(/^[A-Z]\d\d(?:\.\d{3})*$/),
    exact: z.literal(true),
    /** An age or a sex stood beside the words, which speak of somebody: a medicine there is one that is taken. */
    isOfPerson: z.literal(true),
    /** A place stood beside the words. */
    isPlaceSaid: z.literal(true),
  })
  .partial()

/** The saved part of a page's search; place, age and sex are the person's; page and order are left out. */
export function savedSearchOf(query: Query): SavedSearch {
  const { study: _, ...kept } = savedSearchShape.shape
  const names = Object.keys(kept) as (keyof typeof kept)[]
  const given = names.flatMap((name) => (query[name] === undefined ? [] : [[name, query[name]]]))
  return savedSearchShape.parse(Object.fromEntries(given))
}

/** The page's search for it; undefined for a study that is followed, which needs none. */
export function queryOf({ study, ...search }: SavedSearch, today: string): Query | undefined {
  if (study !== undefined) return undefined
  return { ...(definedOf(search) as Omit<Query, 'today'>), today }
}

/** One text for one meaning, by which equal searches are told: names in order, lists sorted. */
export function canonical(search: SavedSearch): string {
  const parts = Object.entries(definedOf(search)).map(([name, value]) => [
    name,
    Array.isArray(value) ? [...new Set(value as readonly string[])].toSorted() : value,
  ])
  return JSON.stringify(
    Object.fromEntries(parts.toSorted(([a], [b]) => (String(a) < String(b) ? -1 : 1))),
  )
}

/** Reads what `canonical` wrote. Throws when it is no saved search. */
export function parseSavedSearch(what: string): SavedSearch {
  return savedSearchShape.parse(JSON.parse(what))
}

/** The parameters of the address where the same search is a page; `said` are the words as they were typed, for people to know again. */
export function searchParams(search: SavedSearch, said = search.q): URLSearchParams {
  const params = new URLSearchParams()
  const asked = { ...search, q: said, isOfPerson: undefined, isPlaceSaid: undefined }
  for (const [key, value] of Object.entries(definedOf(asked)))
    for (const each of Array.isArray(value) ? value : [value])
      params.append(nameOf.get(key) ?? key, String(each))
  return params
}

/** Names in an address by their members of a query, where these differ: `class` for `sponsorClass`. */
const nameOf: ReadonlyMap<string, string> = new Map(
  filterNames.map((name) => [filterTable[name].key, name]),
)

function definedOf(search: SavedSearch): object {
  return Object.fromEntries(Object.entries(search).filter(([, value]) => value !== undefined))
}
