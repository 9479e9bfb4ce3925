import { zstdCompressSync } from 'node:zlib'
import { ByteReader, ByteWriter } from '../../../base/bytes.ts'
import { pieces } from '../../registry/pieces/pieces.ts'
import type { RecordValues } from '../../registry/pieces/record-values.ts'
import { isValuePiece, plainValue } from './piece-fields.ts'

/** What is gathered of one field, as bytes: a number for each of hundreds of fields of each study would take much memory. */
interface Gathered {
  /** For each study that has it, how far it is from the one before, and how many values it has. */
  readonly counts: ByteWriter
  /** How many different values each study has; only of fields whose values are kept. */
  readonly differing: ByteWriter
  /** Those, by the order in which they were first met. */
  readonly codes: ByteWriter
  readonly numbers: Map<string, number>
  last: number
}

/**
 * Gathers how many values each study has of every field, and, of fields of dates, numbers, ages and few values, which. A
 * column is compressed: all counts; then, where values are kept, the values there are, in order, for each study that has any
 * how many different ones, and their places among those values.
 */
export class PieceColumnsBuilder {
  readonly #columns = new Map<number, Gathered>()

  add(doc: number, values: RecordValues): void {
    for (const [field, list] of values.entries()) {
      if (!list) continue
      let column = this.#columns.get(field)
      if (!column) {
        column = newColumn()
        this.#columns.set(field, column)
      }
      column.counts.number(doc - column.last)
      column.counts.number(list.length)
      column.last = doc
      if (isValuePiece[field]) addValues(column, list)
    }
  }

  /** Each field's column, by its place in `pieces`, for so many studies; undefined where no study has it. */
  *finish(studies: number): Generator<Uint8Array | undefined> {
    for (const field of pieces.keys()) {
      const column = this.#columns.get(field)
      yield column && zstdCompressSync(encoded(column, studies, isValuePiece[field] === true))
    }
  }
}

function newColumn(): Gathered {
  const [counts, differing, codes] = [new ByteWriter(64), new ByteWriter(64), new ByteWriter(64)]
  return { counts, differing, codes, numbers: new Map(), last: -1 }
}

function addValues({ differing, codes, numbers }: Gathered, list: readonly unknown[]): void {
  const own = new Set<number>()
  for (const value of list) {
    const plain = plainValue(value)
    if (plain === undefined) continue
    let number = numbers.get(plain)
    if (number === undefined) numbers.set(plain, (number = numbers.size))
    own.add(number)
  }
  differing.number(own.size)
  for (const number of own) codes.number(number)
}

function encoded(column: Gathered, studies: number, hasValues: boolean): Uint8Array {
  const bytes = new ByteWriter(studies * 2 + 64)
  const counts = new ByteReader(column.counts.view())
  let next = counts.number() - 1
  for (let doc = 0; doc < studies; doc++) {
    bytes.number(doc === next ? counts.number() : 0)
    if (doc === next) next += counts.number() || Infinity
  }
  if (!hasValues) return bytes.view()
  const values = [...column.numbers.keys()].toSorted()
  const place = new Map(values.map((value, index) => [column.numbers.get(value) as number, index]))
  bytes.number(values.length)
  for (const value of values) {
    const text = Buffer.from(value)
    bytes.number(text.length)
    bytes.append(text)
  }
  bytes.append(column.differing.view())
  const codes = new ByteReader(column.codes.view())
  while (codes.at < codes.bytes.length) bytes.number(place.get(codes.number()) as number)
  return bytes.view()
}
