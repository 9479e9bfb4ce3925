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
  /** For each field that was asked for, in their order. */
  readonly fields: readonly FieldRead[]
}

/** What a turn read of one field. */
export interface FieldRead {
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

/** Reads the values of some fields from records, study by study and each record once, in a turn. Throws `StudyDamaged` and `PieceDamaged`. */
export function readValues(
  loaded: readonly LoadedSegment[],
  asked: readonly number[],
  { segment: from, doc: start, withinMs, part, of }: ReadFrom,
): ReadValues {
  const until = performance.now() + withinMs
  const fields = asked.map((field) => new FieldReading(field, part, of))
  for (let segment = from; segment < loaded.length; segment++) {
    const one = loaded[segment] as LoadedSegment
    for (const field of fields) field.sizes = sizesOf(field.field, one)
    for (let doc = segment === from ? start : 0; doc < one.segment.count; doc++) {
      if (one.alive[doc] === 0) continue
      const having = fields.filter((field) => field.isIn(doc))
      if (having.length === 0) continue
      const isWhole = having.some(({ isOfResults }) => isOfResults)
      const { study } = recordAt(one, doc, isWhole)
      const nct = one.columns.nct[doc] as number
      for (const field of having) field.read(study, nct)
      if (performance.now() > until) return { fields, next: { segment, doc: doc + 1 } }
    }
  }
  return { fields }
}

/** One field, as it is read. */
class FieldReading implements FieldRead {
  readonly field: number
  readonly isOfResults: boolean
  readonly #part: number
  readonly #of: number
  sizes: ReturnType<typeof sizesOf>
  missing = 0
  readonly keys: string[] = []
  readonly ncts: number[] = []
  longest?: LongestValue

  constructor(field: number, part: number, of: number) {
    this.field = field
    this.isOfResults = pieces[field]?.path.startsWith('resultsSection') === true
    this.#part = part
    this.#of = of
  }

  /** Whether a document has any value in it; else it is counted as missing. */
  isIn(doc: number): boolean {
    const isThere = (this.sizes?.[doc] ?? 0) > 0
    if (!isThere) this.missing++
    return isThere
  }

  read(study: object, nct: number): void {
    for (const value of differentValues(study, this.field)) {
      this.longest = longer(this.longest, { length: value.length, nct })
      const key = keyOfValue(value)
      if (partOf(key, this.#of) !== this.#part) continue
      this.keys.push(key)
      this.ncts.push(nct)
    }
  }
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

/** 64 bits that stand for a value. */
export function keyOfValue(value: string): string {
  return hash('sha256', value, 'hex').slice(0, 16)
}

function partOf(key: string, of: number): number {
  return of === 1 ? 0 : Number.parseInt(key.slice(0, 4), 16) % of
}
