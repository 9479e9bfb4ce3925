import { categories } from '../../vocabulary/categories.ts'
import type { FacetName, Facets } from '../model/query.ts'
import { flag, phases, sponsorClasses, statuses, types } from '../segment/columns.ts'
import { filterBit } from './filters.ts'
import type { LoadedSegment } from '../segment/loaded.ts'

/** The steps of "last updated" that are counted, in days, by their name in a URL. */
export const updatedSteps: Readonly<Record<string, number>> = { '30d': 30, '1y': 365, '3y': 1095 }

/** The studies of a segment that pass every filter, and those that fail only one, by that filter's bit. */
export interface Sifted {
  readonly passed: Int32Array
  readonly failedOne: ReadonlyMap<number, readonly number[]>
}

/**
 * Counts each value of each filter over the studies found, each filter's own choice set aside: what
 * would be found if that value were chosen instead.
 */
export class FacetCounter {
  readonly #status = new Uint32Array(256)
  readonly #phases = new Uint32Array(256)
  readonly #type = new Uint32Array(256)
  readonly #sponsorClass = new Uint32Array(256)
  readonly #flags = { results: new Uint32Array(256), healthy: new Uint32Array(256) }
  readonly #categories = new Uint32Array(32)
  /** The steps from the longest to the shortest; whoever is within one is within those before it. */
  readonly #updated: { readonly name: string; readonly since: number; count: number }[]
  readonly #countries = new Map<string, number>()

  constructor(today: number) {
    this.#updated = Object.entries(updatedSteps)
      .map(([name, days]) => ({ name, since: Math.max(1, today - days), count: 0 }))
      .toSorted((a, b) => a.since - b.since)
  }

  count(loaded: LoadedSegment, { passed, failedOne }: Sifted): void {
    this.#countPassed(loaded, passed)
    const { columns } = loaded
    for (const [bit, docs] of failedOne) {
      if (bit === filterBit.status) tally(this.#status, columns.status, docs)
      if (bit === filterBit.phase) tally(this.#phases, columns.phases, docs)
      if (bit === filterBit.type) tally(this.#type, columns.type, docs)
      if (bit === filterBit.sponsorClass) tally(this.#sponsorClass, columns.sponsorClass, docs)
      if (bit === filterBit.results) tally(this.#flags.results, columns.flags, docs)
      if (bit === filterBit.healthy) tally(this.#flags.healthy, columns.flags, docs)
      if (bit === filterBit.category)
        for (const doc of docs) bumpBits(this.#categories, columns.categories[doc] as number)
      if (bit === filterBit.country) this.#countCountries(loaded, docs)
      if (bit === filterBit.updated)
        for (const doc of docs) this.#countUpdated(columns.updated[doc] as number)
    }
  }

  /** What passes every filter counts for all of them: one walk over the studies. */
  #countPassed(loaded: LoadedSegment, docs: Int32Array): void {
    const {
      status,
      phases: phaseBits,
      type,
      sponsorClass,
      flags,
      categories: bits,
      updated,
    } = loaded.columns
    for (let i = 0; i < docs.length; i++) {
      const doc = docs[i] as number
      bump(this.#status, status[doc] as number)
      bump(this.#phases, phaseBits[doc] as number)
      bump(this.#type, type[doc] as number)
      bump(this.#sponsorClass, sponsorClass[doc] as number)
      bump(this.#flags.results, flags[doc] as number)
      bump(this.#flags.healthy, flags[doc] as number)
      bumpBits(this.#categories, bits[doc] as number)
      this.#countUpdated(updated[doc] as number)
    }
    this.#countCountries(loaded, docs)
  }

  result(): Facets {
    const { results, healthy } = this.#flags
    const withResults = sumWith(results, flag.hasResults)
    return {
      status: named(this.#status, statuses.names),
      type: named(this.#type, types.names),
      sponsorClass: named(this.#sponsorClass, sponsorClasses.names),
      phase: present(phases.names.map((name, bit) => [name, sumWith(this.#phases, 1 << bit)])),
      category: present(categories.map(({ slug }, bit) => [slug, this.#categories[bit] ?? 0])),
      country: Object.fromEntries([...this.#countries].sort(([a], [b]) => (a < b ? -1 : 1))),
      results: { with: withResults, without: sumWith(results, 0) - withResults },
      healthy: { yes: sumWith(healthy, flag.healthy) },
      updated: Object.fromEntries(
        this.#updated.toReversed().map(({ name, count }) => [name, count]),
      ),
    } satisfies Record<FacetName, Record<string, number>>
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

function named(counts: Uint32Array, names: readonly string[]): Record<string, number> {
  return present(names.map((name, index) => [name, counts[index + 1] as number]))
}

function present(entries: readonly (readonly [string, number])[]): Record<string, number> {
  return Object.fromEntries(entries.filter(([, count]) => count > 0))
}
