import { categories } from '../../vocabulary/categories.ts'
import type { Query } from '../model/query.ts'
import { dayNumber, flag, phases, sponsorClasses, statuses, types } from '../segment/columns.ts'
import type { LoadedSegment } from '../segment/loaded.ts'
import { sitesWithin } from './distances.ts'

/**
 * Which filters a study fails, as bits: 0 passes all. Each filter with counts has a bit of its own, so
 * that a study failing only one still counts for that filter's other values; `barred` is for the rest.
 */
export type Fails = (doc: number) => number

export const filterBit = {
  status: 1,
  phase: 2,
  type: 4,
  category: 8,
  country: 16,
  sponsorClass: 32,
  results: 64,
  healthy: 128,
  updated: 256,
} as const

export const barred = 1 << 30

/** All filters of a query over one segment. */
export function filtersOf(query: Query, loaded: LoadedSegment): Fails {
  const tests = [...facetTests(query, loaded), ...otherTests(query, loaded)]
  const { alive } = loaded
  return (doc) => {
    if (alive[doc] === 0) return barred
    let fails = 0
    for (const { bit, passes } of tests) if (!passes(doc)) fails |= bit
    return fails
  }
}

interface Test {
  readonly bit: number
  readonly passes: (doc: number) => boolean
}

function facetTests(query: Query, { columns, segment }: LoadedSegment): Test[] {
  const tests: Test[] = []
  const chosen = (
    values: readonly string[] | undefined,
    bit: number,
    passes: (set: Uint8Array) => Test['passes'],
    numberOf: (value: string) => number,
  ) => {
    if (!values || values.length === 0) return
    const set = new Uint8Array(256)
    for (const value of values) set[numberOf(value)] = 1
    set[0] = 0
    tests.push({ bit, passes: passes(set) })
  }
  chosen(
    query.status,
    filterBit.status,
    (set) => (doc) => set[columns.status[doc] as number] === 1,
    statuses.numberOf,
  )
  chosen(
    query.type,
    filterBit.type,
    (set) => (doc) => set[columns.type[doc] as number] === 1,
    types.numberOf,
  )
  chosen(
    query.sponsorClass,
    filterBit.sponsorClass,
    (set) => (doc) => set[columns.sponsorClass[doc] as number] === 1,
    sponsorClasses.numberOf,
  )
  const countryNumber = (code: string) => segment.countries.indexOf(code) + 1
  chosen(
    query.country,
    filterBit.country,
    (set) => (doc) => {
      for (
        let at = columns.countryStart[doc] as number;
        at < (columns.countryStart[doc + 1] as number);
        at++
      )
        if (set[(columns.country[at] as number) + 1] === 1) return true
      return false
    },
    countryNumber,
  )
  tests.push(...bitTests(query, columns))
  return tests
}

function bitTests(query: Query, columns: LoadedSegment['columns']): Test[] {
  const tests: Test[] = []
  if (query.phase?.length) {
    const bits = query.phase.reduce((sum, name) => sum | bitOf(phases.numberOf(name)), 0)
    tests.push({
      bit: filterBit.phase,
      passes: (doc) => ((columns.phases[doc] as number) & bits) !== 0,
    })
  }
  if (query.category?.length) {
    const bits = query.category.reduce((sum, slug) => sum | categoryBit(slug), 0)
    tests.push({
      bit: filterBit.category,
      passes: (doc) => ((columns.categories[doc] as number) & bits) !== 0,
    })
  }
  if (query.results) {
    const wanted = query.results === 'with' ? flag.hasResults : 0
    tests.push({
      bit: filterBit.results,
      passes: (doc) => ((columns.flags[doc] as number) & flag.hasResults) === wanted,
    })
  }
  if (query.healthy === true)
    tests.push({
      bit: filterBit.healthy,
      passes: (doc) => ((columns.flags[doc] as number) & flag.healthy) !== 0,
    })
  if (query.updatedWithinDays !== undefined) {
    const since = dayNumber(query.today) - query.updatedWithinDays
    tests.push({
      bit: filterBit.updated,
      passes: (doc) =>
        (columns.updated[doc] as number) >= since && (columns.updated[doc] as number) > 0,
    })
  }
  return tests
}

function otherTests(query: Query, loaded: LoadedSegment): Test[] {
  const { columns } = loaded
  const tests: Test[] = []
  const bar = (passes: Test['passes']) => tests.push({ bit: barred, passes })
  const { age, sex, near, withinKm, ids } = query
  if (age)
    bar(
      (doc) =>
        age.most >= (columns.minAge[doc] as number) && age.least <= (columns.maxAge[doc] as number),
    )
  if (sex) {
    const wanted = sex === 'FEMALE' ? flag.female : flag.male
    bar((doc) => ((columns.flags[doc] as number) & wanted) !== 0)
  }
  if (ids && ids.length > 0) {
    const wanted = new Set(ids.map((id) => Number(id.slice(3))))
    bar((doc) => wanted.has(columns.nct[doc] as number))
  }
  if (near && withinKm !== undefined) bar(sitesWithin(columns, near, withinKm))
  return tests
}

function bitOf(number: number): number {
  return number > 0 ? 1 << (number - 1) : 0
}

function categoryBit(slug: string): number {
  return bitOf(categories.findIndex((category) => category.slug === slug) + 1)
}
