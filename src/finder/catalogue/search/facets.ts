import { type FilterName, filterNames, filterTable, updatedSteps } from '../model/filter-table.ts'
import type { Facets, StatusCounts } from '../model/query.ts'
import { openness } from './openness.ts'
import { type FilterColumn, filterBit, filterColumns } from './filters.ts'
import type { LoadedSegment } from '../segment/loaded.ts'

/** The studies of a segment that pass every filter, and those that fail only one, by that filter's bit. */
export interface Sifted {
  readonly passed: Int32Array
  readonly failedOne: ReadonlyMap<number, readonly number[]>
  readonly asksStatus: boolean
  /** Studies that are not found where a status is asked for, whichever it is. */
  readonly notByStatus?: IsStudy | undefined
  /** As `opennessColumn` has it. */
  readonly opennessOf: (doc: number) => number
}

type IsStudy = (doc: number) => boolean

/** Columns of which the studies are counted by their value, 0 to 255. */
const tallied = ['status', 'phases', 'type', 'sponsorClass', 'masking', 'flags'] as const
type Tallied = (typeof tallied)[number]

/**
 * Counts each value of each filter over the studies found, each filter's own choice set aside: what
 * would be found if that value were chosen instead.
 */
export class FacetCounter {
  /** By column: what passes every filter counts for all the filters that are told from it. */
  readonly #passed = tallyOf(tallied)
  /** By filter: what fails only that one. */
  readonly #failed = tallyOf(filterNames)
  readonly #categories = new Uint32Array(32)
  /** The steps from the longest to the shortest; what is within one is within those before it. */
  readonly #updated: { readonly name: string; readonly since: number; count: number }[]
  readonly #countries = new Map<string, number>()

  #all = 0
  readonly #open = { open: 0, sure: 0 }

  /** `today` as the number of its day, as the columns keep days. */
  constructor(today: number) {
    this.#updated = Object.entries(updatedSteps)
      .map(([name, days]) => ({ name, since: Math.max(1, today - days), count: 0 }))
      .toSorted((a, b) => a.since - b.since)
  }

  count(loaded: LoadedSegment, sifted: Sifted): void {
    const { passed, failedOne, asksStatus, notByStatus, opennessOf } = sifted
    const { status } = loaded.columns
    this.#countPassed(loaded, passed)
    const byStatus = failedOne.get(filterBit('status')) ?? []
    for (const name of filterNames) {
      const docs = failedOne.get(filterBit(name))
      if (docs) this.#countFailed(name, loaded, docs)
    }
    this.#all += passed.length + byStatus.length
    // What was asked for by its status has passed that test.
    const isNot = asksStatus ? undefined : notByStatus
    this.#countOpen(status, passed, this.#passed.status, opennessOf, isNot)
    this.#countOpen(status, byStatus, this.#failed.status, opennessOf, notByStatus)
  }

  /** How many there are whatever their status, how many can be joined, and how many of those surely. */
  ofStatus(): StatusCounts {
    return { all: this.#all, ...this.#open }
  }

  /** Counts what is open; what would not be found if its status were asked for does not count for it, and is taken back. */
  #countOpen(
    status: Uint8Array,
    docs: ArrayLike<number>,
    byStatus: Uint32Array,
    opennessOf: Sifted['opennessOf'],
    isNot?: IsStudy,
  ): void {
    for (let i = 0; i < docs.length; i++) {
      const doc = docs[i] as number
      if (isNot?.(doc)) {
        const value = status[doc] as number
        byStatus[value] = (byStatus[value] as number) - 1
        continue
      }
      const level = opennessOf(doc)
      if (level === openness.none) continue
      this.#open.open++
      if (level > openness.doubtful) this.#open.sure++
    }
  }

  /** What passes every filter counts for all of them: one walk over the studies. */
  #countPassed(loaded: LoadedSegment, docs: Int32Array): void {
    const { status, phases, type, sponsorClass, masking, flags, categories, updated } =
      loaded.columns
    const passed = this.#passed
    for (let i = 0; i < docs.length; i++) {
      const doc = docs[i] as number
      bump(passed.status, status[doc] as number)
      bump(passed.phases, phases[doc] as number)
      bump(passed.type, type[doc] as number)
      bump(passed.sponsorClass, sponsorClass[doc] as number)
      bump(passed.masking, masking[doc] as number)
      bump(passed.flags, flags[doc] as number)
      bumpBits(this.#categories, categories[doc] as number)
      this.#countUpdated(updated[doc] as number)
    }
    this.#countCountries(loaded, docs)
  }

  #countFailed(name: FilterName, loaded: LoadedSegment, docs: readonly number[]): void {
    const how = filterColumns[name]
    if (how.as === 'countries') this.#countCountries(loaded, docs)
    else if (how.as === 'updated') this.#countDays(loaded, docs)
    else if (columnOf(how) === 'categories') this.#countCategories(loaded, docs)
    else tally(this.#failed[name], loaded.columns[columnOf(how)] as Uint8Array, docs)
  }

  result(): Facets {
    const counted = filterNames.map((name) => [filterTable[name].facet, this.#counts(name)])
    return Object.fromEntries(counted) as Facets
  }

  #counts(name: FilterName): Record<string, number> {
    const how = filterColumns[name]
    if (how.as === 'countries')
      return Object.fromEntries([...this.#countries].sort(([a], [b]) => (a < b ? -1 : 1)))
    if (how.as === 'updated')
      return Object.fromEntries(
        this.#updated.toReversed().map(({ name: step, count }) => [step, count]),
      )
    const { values } = filterTable[name]
    const counts = values.map((value) => [value, this.#countOf(name, how, value)] as const)
    // A flag says how many have none of it, too; a long list only what there is.
    return Object.fromEntries(how.as === 'flag' ? counts : counts.filter(([, count]) => count > 0))
  }

  #countOf(name: FilterName, how: PlainColumn, value: string): number {
    const column = columnOf(how)
    if (how.as === 'bits' && column === 'categories')
      return this.#categories[31 - Math.clz32(how.bitOf(value))] ?? 0
    const counts = [this.#passed[column as Tallied], this.#failed[name]]
    return counts.reduce((sum, one) => sum + countIn(one, how, value), 0)
  }

  #countCategories({ columns: { categories } }: LoadedSegment, docs: ArrayLike<number>): void {
    for (let i = 0; i < docs.length; i++)
      bumpBits(this.#categories, categories[docs[i] as number] as number)
  }

  #countDays({ columns: { updated } }: LoadedSegment, docs: ArrayLike<number>): void {
    for (let i = 0; i < docs.length; i++) this.#countUpdated(updated[docs[i] as number] as number)
  }

  #countUpdated(day: number): void {
    for (const step of this.#updated) {
      if (day < step.since) return
      step.count++
    }
  }

  #countCountries({ columns, segment }: LoadedSegment, docs: ArrayLike<number>): void {
    const { countryStart, country } = columns
    const counts = new Uint32Array(256)
    for (let i = 0; i < docs.length; i++) {
      const doc = docs[i] as number
      const end = countryStart[doc + 1] as number
      for (let at = countryStart[doc] as number; at < end; at++) bump(counts, country[at] as number)
    }
    segment.countries.forEach((code, index) => {
      const more = counts[index] as number
      if (more > 0) this.#countries.set(code, (this.#countries.get(code) ?? 0) + more)
    })
  }
}

function tally(counts: Uint32Array, column: Uint8Array, docs: ArrayLike<number>): void {
  for (let i = 0; i < docs.length; i++) bump(counts, column[docs[i] as number] as number)
}

function bumpBits(counts: Uint32Array, bits: number): void {
  for (let rest = bits; rest !== 0; rest &= rest - 1) bump(counts, 31 - Math.clz32(rest & -rest))
}

function bump(counts: Uint32Array, index: number): void {
  counts[index] = (counts[index] as number) + 1
}

/** Of counts by a value made of bits: how many have these bits. */
function sumWith(counts: Uint32Array, bits: number): number {
  let sum = 0
  for (let value = 0; value < counts.length; value++)
    if ((value & bits) === bits) sum += counts[value] as number
  return sum
}

type PlainColumn = Exclude<FilterColumn, { as: 'countries' } | { as: 'updated' }>

function columnOf(how: PlainColumn): Tallied | 'categories' {
  return how.as === 'flag' ? 'flags' : how.column
}

function countIn(counts: Uint32Array, how: PlainColumn, value: string): number {
  switch (how.as) {
    case 'number':
      return how.numbersOf(value).reduce((sum, number) => sum + (counts[number] as number), 0)
    case 'bits':
      return sumWith(counts, how.bitOf(value))
    case 'flag':
      return value === how.unset
        ? sumWith(counts, 0) - sumWith(counts, how.flag)
        : sumWith(counts, how.flag)
  }
}

function tallyOf<Name extends string>(names: readonly Name[]): Record<Name, Uint32Array> {
  return Object.fromEntries(names.map((name) => [name, new Uint32Array(256)])) as Record<
    Name,
    Uint32Array
  >
}
