import { hash } from 'node:crypto'
import { type Piece, pieces, valuesAt } from '../../registry/pieces/pieces.ts'
import type { LoadedSegment } from '../segment/loaded.ts'
import { plainValue } from '../segment/piece-fields.ts'
import { sizesOf } from './field-sizes.ts'
import { recordAt } from './verify.ts'

/** Where reading goes on, and for how long. */
export interface ReadFrom {
  readonly segment: number
  readonly doc: number
  readonly withinMs: number
  /** Of all values only each so-manieth by its key: `part` of `of`, from 0. */
  readonly part: number
  readonly of: number
}

/** What was read in a turn. */
export interface ReadValues {
  /** Where the next turn begins; undefined at the end. */
  readonly next?: { readonly segment: number; readonly doc: number }
  readonly missing: number
  /** A key for each different value of each study, and beside it the number of the study's NCT id. */
  readonly keys: readonly string[]
  readonly ncts: readonly number[]
  /** The longest value that was met; of several that of the oldest study. */
  readonly longest?: LongestValue
}

/** How long a value is, and the number of its study's NCT id. */
export interface LongestValue {
  readonly length: number
  readonly nct: number
}

/** Reads the values of a field from records, study by study, in a turn. Throws `StudyDamaged` and `PieceDamaged`. */
export function readValues(
  loaded: readonly LoadedSegment[],
  field: number,
  { segment: from, doc: start, withinMs, part, of }: ReadFrom,
): ReadValues {
  const until = performance.now() + withinMs
  const found = { missing: 0, keys: [] as string[], ncts: [] as number[] }
  let longest: LongestValue | undefined
  for (let segment = from; segment < loaded.length; segment++) {
    const one = loaded[segment] as LoadedSegment
    const sizes = sizesOf(field, one)
    for (let doc = segment === from ? start : 0; doc < one.segment.count; doc++) {
      if (one.alive[doc] === 0) continue
      if ((sizes?.[doc] ?? 0) === 0) {
        found.missing++
        continue
      }
      const nct = one.columns.nct[doc] as number
      for (const value of valuesHere(one, doc, field)) {
        longest = longer(longest, { length: value.length, nct })
        const key = keyOfValue(value)
        if (partOf(key, of) !== part) continue
        found.keys.push(key)
        found.ncts.push(nct)
      }
      if (performance.now() > until)
        return { ...found, next: { segment, doc: doc + 1 }, ...(longest && { longest }) }
    }
  }
  return { ...found, ...(longest && { longest }) }
}

/** The longer of two values, or the one of the older study. */
export function longer(one: LongestValue | undefined, other: LongestValue): LongestValue {
  if (!one || other.length > one.length) return other
  return other.length === one.length && other.nct < one.nct ? other : one
}

/** The different values of a field in a record. */
export function differentValues(record: object, field: number): ReadonlySet<string> {
  const found = new Set<string>()
  for (const value of valuesAt(record, pieces[field] as Piece)) {
    const plain = plainValue(value)
    if (plain !== undefined) found.add(plain)
  }
  return found
}

function valuesHere(loaded: LoadedSegment, doc: number, field: number): ReadonlySet<string> {
  const isWhole = pieces[field]?.path.startsWith('resultsSection') === true
  return differentValues(recordAt(loaded, doc, isWhole).study, field)
}

/** 64 bits that stand for a value. */
export function keyOfValue(value: string): string {
  return hash('sha256', value, 'hex').slice(0, 16)
}

function partOf(key: string, of: number): number {
  return of === 1 ? 0 : Number.parseInt(key.slice(0, 4), 16) % of
}
