import { zstdCompressSync } from 'node:zlib'
import { ByteWriter } from '../../../base/bytes.ts'
import { pieces } from '../../registry/pieces/pieces.ts'
import type { RecordValues } from '../../registry/pieces/record-values.ts'
import { isValuePiece, plainValue } from './piece-fields.ts'

/** What is gathered of one field: the studies that have it, how many values each, and which. */
interface Gathered {
  readonly docs: number[]
  readonly counts: number[]
  /** How many different values each study has; only of fields whose values are kept. */
  readonly differing: number[]
  readonly codes: number[]
  readonly numbers: Map<string, number>
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
        column = { docs: [], counts: [], differing: [], codes: [], numbers: new Map() }
        this.#columns.set(field, column)
      }
      column.docs.push(doc)
      column.counts.push(list.length)
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

function addValues({ differing, codes, numbers }: Gathered, list: readonly unknown[]): void {
  const own = new Set<number>()
  for (const value of list) {
    const plain = plainValue(value)
    if (plain === undefined) continue
    let number = numbers.get(plain)
    if (number === undefined) numbers.set(plain, (number = numbers.size))
    own.add(number)
  }
  differing.push(own.size)
  for (const number of own) codes.push(number)
}

function encoded(column: Gathered, studies: number, hasValues: boolean): Uint8Array {
  const bytes = new ByteWriter(studies * 2 + 64)
  let next = 0
  for (let doc = 0; doc < studies; doc++)
    bytes.number(column.docs[next] === doc ? (column.counts[next++] as number) : 0)
  if (!hasValues) return bytes.view()
  const values = [...column.numbers.keys()].toSorted()
  const place = new Map(values.map((value, index) => [column.numbers.get(value) as number, index]))
  bytes.number(values.length)
  for (const value of values) {
    const text = Buffer.from(value)
    bytes.number(text.length)
    for (const byte of text) bytes.byte(byte)
  }
  for (const count of column.differing) bytes.number(count)
  for (const code of column.codes) bytes.number(place.get(code) as number)
  return bytes.view()
}
