import { type FilterName, filterNames, filterTable } from '../model/filter-table.ts'
import type { Facets, StatusCounts } from '../model/query.ts'
import { type CombinationTally, giveBack, newTally } from './combination-tally.ts'
import {
  type CombinationColumns,
  type SmallColumn,
  combinations,
  combinationsOf,
  smallColumns,
} from './combinations.ts'
import { type DayColumn, opennessBits, stepShift, updatedSince } from './day-column.ts'
import { openness } from './openness.ts'
import { type FilterColumn, filterColumns } from './filters.ts'
import type { LoadedSegment } from '../segment/loaded.ts'

/** The studies of a segment that pass every filter, and those that fail only one. */
export interface Sifted {
  readonly passed: Int32Array
  /** By the place of a filter in `filterNames`. */
  readonly failedOne: readonly (Int32Array | undefined)[]
  readonly asksStatus: boolean
  /** Studies that are not found where a status is asked for, whichever it is. */
  readonly notByStatus?: IsStudy | undefined
  readonly days: DayColumn
}

type IsStudy = (doc: number) => boolean

/**
 * Counts each value of each filter over the studies found, each filter's own choice set aside: what would be found if that
 * value were chosen instead. Studies are counted by their combination of values, and spread over the values at the end.
 */
export class FacetCounter {
  /** What passes every filter counts for all of them. */
  readonly #passed = { small: newTally(), categories: newTally(), countries: newTally() }
  /** By place of a filter: what fails only that one. */
  readonly #failed: (CombinationTally | undefined)[] = []
  /** By byte of the day's column, of what passes and of what fails only "last updated". */
  readonly #days = new Uint32Array(256)
  /** By number of a status: what would not be found if it were asked for. */
  readonly #notByStatus = new Uint32Array(256)
  readonly #today: string
  #all = 0
  readonly #open = { open: 0, sure: 0 }

  constructor(today: string) {
    this.#today = today
  }

  count(loaded: LoadedSegment, sifted: Sifted): void {
    const { passed, failedOne, asksStatus, notByStatus, days } = sifted
    const own = combinationsOf(loaded)
    for (const kind of kinds) this.#passed[kind].add(own[kind], passed, combinations[kind].length)
    const ofPassed = new Uint32Array(256)
    for (let i = 0; i < passed.length; i++) bump(ofPassed, days[passed[i] as number] as number)
    ofPassed.forEach((count, byte) => (this.#days[byte] = (this.#days[byte] as number) + count))
    failedOne.forEach((docs, filter) => docs && this.#countFailed(filter, own, docs, days))
    const byStatus = failedOne[statusPlace] ?? nobody
    this.#all += passed.length + byStatus.length
    // What was asked for by its status has passed that test.
    if (!asksStatus && notByStatus) this.#countOpen(loaded, passed, days, notByStatus)
    else ofPassed.forEach((count, byte) => this.#addOpen(byte, count))
    this.#countOpen(loaded, byStatus, days, notByStatus)
  }

  /** How many there are whatever their status, how many can be joined, and how many of those surely. */
  ofStatus(): StatusCounts {
    return { all: this.#all, ...this.#open }
  }

  /** The counts of every filter; asked for once, at the end. */
  result(): Facets {
    const spread: Spread = {
      small: this.#takeSmall(),
      failed: filterNames.map((name, filter) => this.#takeFailed(name, filter)),
      categories: this.#takeCategories(),
      countries: this.#takeCountries(),
    }
    for (const tally of [...Object.values(this.#passed), ...this.#failed])
      if (tally) giveBack(tally)
    const counted = filterNames.map((name) => [filterTable[name].facet, this.#counts(name, spread)])
    return Object.fromEntries(counted) as Facets
  }

  #countFailed(filter: number, own: CombinationColumns, docs: Int32Array, days: DayColumn): void {
    const how = filterColumns[filterNames[filter] as FilterName]
    if (how.as === 'updated') {
      for (let i = 0; i < docs.length; i++) bump(this.#days, days[docs[i] as number] as number)
      return
    }
    const kind = kindOf(how)
    const tally = kind === 'small' ? (this.#failed[filter] ??= newTally()) : this.#passed[kind]
    tally.add(own[kind], docs, combinations[kind].length)
  }

  /** Counts what is open; what would not be found if its status were asked for does not count for it, and is taken back. */
  #countOpen(
    { columns: { status } }: LoadedSegment,
    docs: Int32Array,
    days: DayColumn,
    isNot?: IsStudy,
  ): void {
    for (let i = 0; i < docs.length; i++) {
      const doc = docs[i] as number
      if (isNot?.(doc)) {
        bump(this.#notByStatus, status[doc] as number)
        continue
      }
      this.#addOpen(days[doc] as number, 1)
    }
  }

  /** Studies by the byte of their day's column: what is open, and what of that surely. */
  #addOpen(byte: number, count: number): void {
    const level = byte & opennessBits
    if (level === openness.none) return
    this.#open.open += count
    if (level > openness.doubtful) this.#open.sure += count
  }

  #takeSmall(): Spread['small'] {
    const counts = smallColumns.map((name) => [name, new Float64Array(256)] as const)
    this.#passed.small.take((number, count) => {
      const values = combinations.small[number]
      for (const [name, own] of counts) add(own, values?.[name] ?? 0, count)
    })
    const all = Object.fromEntries(counts) as Record<SmallColumn, Float64Array>
    this.#notByStatus.forEach((count, value) => add(all.status, value, -count))
    return all
  }

  #takeFailed(name: FilterName, filter: number): Float64Array {
    const counts = new Float64Array(256)
    const how = filterColumns[name]
    if (how.as === 'countries' || how.as === 'updated' || columnOf(how) === 'categories')
      return counts
    const column = columnOf(how) as SmallColumn
    this.#failed[filter]?.take((number, count) =>
      add(counts, combinations.small[number]?.[column] ?? 0, count),
    )
    return counts
  }

  #takeCategories(): Float64Array {
    const counts = new Float64Array(32)
    this.#passed.categories.take((number, count) => {
      for (let rest = combinations.categories[number] ?? 0; rest !== 0; rest &= rest - 1)
        add(counts, 31 - Math.clz32(rest & -rest), count)
    })
    return counts
  }

  #takeCountries(): ReadonlyMap<string, number> {
    const counts = new Map<string, number>()
    this.#passed.countries.take((number, count) => {
      for (const code of combinations.countries[number] ?? [])
        counts.set(code, (counts.get(code) ?? 0) + count)
    })
    return counts
  }

  #counts(name: FilterName, spread: Spread): Record<string, number> {
    const how = filterColumns[name]
    if (how.as === 'countries')
      return Object.fromEntries([...spread.countries].sort(([a], [b]) => (a < b ? -1 : 1)))
    if (how.as === 'updated') return this.#countsUpdated()
    const { values } = filterTable[name]
    const counts = values.map((value) => [value, countOf(name, how, value, spread)] as const)
    // A flag says how many have none of it, too; a long list only what there is.
    return Object.fromEntries(how.as === 'flag' ? counts : counts.filter(([, count]) => count > 0))
  }

  #countsUpdated(): Record<string, number> {
    const counts = updatedSince(this.#today).map(({ name }, step): [string, number] => {
      let count = 0
      this.#days.forEach((one, byte) => (count += byte >> stepShift > step ? one : 0))
      return [name, count]
    })
    return Object.fromEntries(counts.toReversed())
  }
}

const kinds = ['small', 'categories', 'countries'] as const
const statusPlace = filterNames.indexOf('status')
const nobody = new Int32Array(0)

/** Counts by value, once they are spread. */
interface Spread {
  readonly small: Readonly<Record<SmallColumn, Float64Array>>
  /** By place of a filter. */
  readonly failed: readonly Float64Array[]
  readonly categories: Float64Array
  readonly countries: ReadonlyMap<string, number>
}

function countOf(name: FilterName, how: PlainColumn, value: string, spread: Spread): number {
  const column = columnOf(how)
  if (column === 'categories')
    return how.as === 'bits' ? (spread.categories[31 - Math.clz32(how.bitOf(value))] ?? 0) : 0
  const failed = spread.failed[filterNames.indexOf(name)]
  const counts = [spread.small[column], ...(failed ? [failed] : [])]
  return counts.reduce((sum, one) => sum + countIn(one, how, value), 0)
}

function kindOf(how: Exclude<FilterColumn, { as: 'updated' }>): (typeof kinds)[number] {
  if (how.as === 'countries') return 'countries'
  return columnOf(how) === 'categories' ? 'categories' : 'small'
}

function bump(counts: Uint32Array, index: number): void {
  counts[index] = (counts[index] as number) + 1
}

function add(counts: Float64Array, index: number, more: number): void {
  counts[index] = (counts[index] as number) + more
}

/** Of counts by a value made of bits: how many have these bits. */
function sumWith(counts: Float64Array, bits: number): number {
  let sum = 0
  for (let value = 0; value < counts.length; value++)
    if ((value & bits) === bits) sum += counts[value] as number
  return sum
}

type PlainColumn = Exclude<FilterColumn, { as: 'countries' } | { as: 'updated' }>

function columnOf(how: PlainColumn): SmallColumn | 'categories' {
  return how.as === 'flag' ? 'flags' : how.column
}

function countIn(counts: Float64Array, how: PlainColumn, value: string): number {
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
