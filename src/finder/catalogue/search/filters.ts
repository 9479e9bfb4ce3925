import { type FilterName, filterNames, filterTable } from '../model/filter-table.ts'
import type { Query } from '../model/query.ts'
import {
  categoryBit,
  dayNumber,
  maskingNumbers,
  studyFlag,
  phaseBit,
  sponsorClassNumbers,
  statusNumbers,
  typeNumbers,
} from '../segment/columns.ts'
import type { LoadedSegment } from '../segment/loaded.ts'
import { type SmallColumn, combinations, combinationsOf } from './combinations.ts'
import { joinableIn, sitesIn } from './in-area.ts'
import { sitesWithin } from '../segment/sites-within.ts'
import { joinableWithin } from './distances.ts'

/** How a filter is told from the columns of a segment. */
export type FilterColumn =
  /** A column of numbers: a value of the filter is one or more of them. */
  | {
      readonly as: 'number'
      readonly column: 'status' | 'type' | 'sponsorClass' | 'masking'
      readonly numbersOf: (value: string) => readonly number[]
    }
  /** A column of bits: a study may have several values. */
  | {
      readonly as: 'bits'
      readonly column: 'phases' | 'categories'
      readonly bitOf: (value: string) => number
    }
  /** A flag that is set, or where a value says so is not set. */
  | { readonly as: 'flag'; readonly flag: number; readonly unset?: string }
  | { readonly as: 'countries' }
  | { readonly as: 'updated' }

/** Each filter's column. */
export const filterColumns: Readonly<Record<FilterName, FilterColumn>> = {
  status: { as: 'number', column: 'status', numbersOf: (value) => [statusNumbers.numberOf(value)] },
  phase: { as: 'bits', column: 'phases', bitOf: phaseBit },
  type: { as: 'number', column: 'type', numbersOf: (value) => [typeNumbers.numberOf(value)] },
  category: { as: 'bits', column: 'categories', bitOf: categoryBit },
  country: { as: 'countries' },
  class: {
    as: 'number',
    column: 'sponsorClass',
    numbersOf: (value) => [sponsorClassNumbers.numberOf(value)],
  },
  results: { as: 'flag', flag: studyFlag.hasResults, unset: 'without' },
  healthy: { as: 'flag', flag: studyFlag.healthy },
  updated: { as: 'updated' },
  masking: { as: 'number', column: 'masking', numbersOf: maskingsMeant },
  contact: { as: 'flag', flag: studyFlag.contact },
}

/** One side or more does not know who gets which treatment, or none. */
function maskingsMeant(value: string): readonly number[] {
  const names = maskingNumbers.names.filter((name) => (name === 'NONE') === (value === 'open'))
  return names.map(maskingNumbers.numberOf)
}

/**
 * Which filters a study fails, as bits: 0 passes all. Each filter with counts has a bit of its own, so
 * that a study failing only one still counts for that filter's other values; `barred` is for the rest.
 */
export type Fails = (doc: number) => number

/** The bit of every filter that has no counts, and of studies that a later segment replaces. */
export const barred = 1 << 30

/** The bit of a filter among those a study fails. */
export function filterBit(name: FilterName): number {
  return 1 << filterNames.indexOf(name)
}

/** All filters of a query over one segment. */
export function failedFiltersOf(query: Query, loaded: LoadedSegment): Fails {
  const { alive } = loaded
  const fails = filtersAsked(query, loaded)
  return (doc) => (alive[doc] === 0 ? barred : (fails?.(doc) ?? 0))
}

/** The same of studies that are not replaced; undefined where nothing is asked. */
export function filtersAsked(query: Query, loaded: LoadedSegment): Fails | undefined {
  const byCombination = smallTests(query)
  // What costs most comes last.
  const others = [
    ...facetTests(query, loaded),
    ...otherTests(query, loaded),
    ...siteTests(query, loaded),
  ]
  if (byCombination.length === 0)
    return others.length === 0 ? undefined : (doc) => failedOf(others, doc, 0)
  const { small } = combinationsOf(loaded)
  const failsOf = failsByCombination(query, byCombination)
  if (others.length === 0) return (doc) => failsOf(small[doc] as number)
  return (doc) => failedOf(others, doc, failsOf(small[doc] as number))
}

/** Goes on from what is failed already, as far as it matters: who fails two filters, or a barring one, counts nowhere. */
function failedOf(tests: readonly Test[], doc: number, already: number): number {
  let fails = already
  for (const { bit, passes } of tests) {
    if ((fails & barred) !== 0 || (fails & (fails - 1)) !== 0) return fails
    if ((fails & bit) === 0 && !passes(doc)) fails |= bit
  }
  return fails
}

/** What a combination of small values fails is worked out when it is first met, and known for all segments of a question. */
const failsKnown = new WeakMap<Query, Int32Array>()

function failsByCombination(query: Query, tests: readonly SmallTest[]): (number: number) => number {
  let known = failsKnown.get(query)
  if (!known || known.length < combinations.small.length) {
    known = new Int32Array(combinations.small.length).fill(-1)
    failsKnown.set(query, known)
  }
  const table = known
  return (number) => {
    const before = table[number] as number
    if (before >= 0) return before
    const values = combinations.small[number] as Readonly<Record<SmallColumn, number>>
    let fails = 0
    for (const { bit, passes } of tests) if (!passes(values)) fails |= bit
    return (table[number] = fails)
  }
}

type Passes = (doc: number) => boolean

interface Test {
  readonly bit: number
  readonly passes: Passes
}

/** A test of a combination of small values. */
interface SmallTest {
  readonly bit: number
  readonly passes: (values: Readonly<Record<SmallColumn, number>>) => boolean
}

/** The filters that a combination of small values tells, and what is asked of the sex. */
function smallTests(query: Query): SmallTest[] {
  const tests = filterNames.flatMap((name): readonly SmallTest[] => {
    const values = valuesAsked(query, name)
    const passes = values && smallTestOf(filterColumns[name], values)
    return passes ? [{ bit: filterBit(name), passes }] : []
  })
  const { sex } = query
  if (!sex) return tests
  const wanted = sex === 'FEMALE' ? studyFlag.female : studyFlag.male
  return [...tests, { bit: barred, passes: ({ flags }) => (flags & wanted) !== 0 }]
}

function valuesAsked(query: Query, name: FilterName): readonly string[] | undefined {
  const asked = query[filterTable[name].key]
  if (asked === undefined) return undefined
  const values = typeof asked === 'object' ? asked : [String(asked)]
  return values.length === 0 ? undefined : values
}

function smallTestOf(
  how: FilterColumn,
  values: readonly string[],
): SmallTest['passes'] | undefined {
  switch (how.as) {
    case 'number': {
      const set = setOf(values.flatMap((value) => how.numbersOf(value)))
      return (combination) => set[combination[how.column]] === 1
    }
    case 'bits': {
      const { column } = how
      if (column === 'categories') return undefined
      const bits = values.reduce((sum, value) => sum | how.bitOf(value), 0)
      return (combination) => (combination[column] & bits) !== 0
    }
    case 'flag': {
      const wanted = how.unset !== undefined && values.includes(how.unset) ? 0 : how.flag
      return ({ flags }) => (flags & how.flag) === wanted
    }
    case 'countries':
    case 'updated':
      return undefined
  }
}

/** The filters that a combination does not tell. */
function facetTests(query: Query, loaded: LoadedSegment): Test[] {
  return filterNames.flatMap((name) => {
    const values = valuesAsked(query, name)
    const passes = values && testOf(filterColumns[name], values, query, loaded)
    return passes ? [{ bit: filterBit(name), passes }] : []
  })
}

/** What is asked of a study's sites where a status is asked for. */
function siteTests(query: Query, loaded: LoadedSegment): Test[] {
  if (!asksStatus(query)) return []
  return joinableTests(query, loaded).map((passes) => ({ bit: filterBit('status'), passes }))
}

/** Whether a query asks for a status. */
export function asksStatus({ status }: Query): boolean {
  return status !== undefined && status.length > 0
}

/** Who asks for studies that take people asks for a place that does: what is asked of a study's sites beside its status. */
export function joinableTests({ area, near, withinKm }: Query, loaded: LoadedSegment): Passes[] {
  return [
    ...(near && withinKm !== undefined ? [joinableWithin(loaded, near, withinKm)] : []),
    ...(area === undefined ? [] : [joinableIn(loaded, area)]),
  ]
}

function testOf(
  how: FilterColumn,
  values: readonly string[],
  query: Query,
  { columns, segment }: LoadedSegment,
): Passes | undefined {
  switch (how.as) {
    case 'bits': {
      if (how.column !== 'categories') return undefined
      const { categories } = columns
      const bits = values.reduce((sum, value) => sum | how.bitOf(value), 0)
      return (doc) => ((categories[doc] as number) & bits) !== 0
    }
    case 'countries':
      return inCountries(columns, setOf(values.map((code) => segment.countries.indexOf(code) + 1)))
    case 'updated': {
      const { updated } = columns
      const since = Math.max(1, dayNumber(query.today) - (query.updatedWithinDays ?? 0))
      return (doc) => (updated[doc] as number) >= since
    }
    case 'number':
    case 'flag':
      return undefined
  }
}

/** Numbers as marks; 0 is what a record leaves open, so nothing that is asked for. */
function setOf(numbers: readonly number[]): Uint8Array {
  const set = new Uint8Array(256)
  for (const number of numbers) set[number] = 1
  set[0] = 0
  return set
}

function inCountries(
  { countryStart, country }: LoadedSegment['columns'],
  wanted: Uint8Array,
): Passes {
  return (doc) => {
    const end = countryStart[doc + 1] as number
    for (let at = countryStart[doc] as number; at < end; at++)
      if (wanted[(country[at] as number) + 1] === 1) return true
    return false
  }
}

function otherTests(query: Query, loaded: LoadedSegment): Test[] {
  const { columns } = loaded
  const tests: Test[] = []
  const bar = (passes: Passes) => tests.push({ bit: barred, passes })
  const { age, near, withinKm, ids } = query
  if (age)
    bar(
      (doc) =>
        age.most >= (columns.minAge[doc] as number) && age.least <= (columns.maxAge[doc] as number),
    )
  if (ids && ids.length > 0) {
    const wanted = new Set(ids.map((id) => Number(id.slice(3))))
    bar((doc) => wanted.has(columns.nct[doc] as number))
  }
  if (query.area !== undefined) bar(sitesIn(loaded, query.area))
  if (near && withinKm !== undefined) bar(sitesWithin(loaded, near, withinKm))
  return tests
}
