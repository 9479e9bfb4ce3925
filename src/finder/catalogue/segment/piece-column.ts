import { zstdDecompressSync } from 'node:zlib'
import { bitset, setBit } from '../../../base/bitset.ts'
import { ByteReader } from '../../../base/bytes.ts'
import { ColumnValues } from './column-values.ts'

type Numbers = Uint8Array | Uint16Array | Uint32Array

/** The column of a field in one segment: how many values each study has, and, of some fields, which. */
export class PieceColumn {
  /** How many values, by document. */
  readonly sizes: Numbers
  /** The different values there are; undefined where they are not kept. */
  readonly values: ColumnValues | undefined
  /** Where the codes of each document begin; undefined where none has more than one. */
  readonly #starts: Uint32Array | undefined
  /** Places in `values`; without `#starts` by document, plus one, and 0 where there is none. */
  readonly #codes: Numbers

  /** From the bytes of a column, for so many documents; throws where they are not what was written. */
  constructor(bytes: Uint8Array, documents: number, hasValues: boolean) {
    const reader = new ByteReader(zstdDecompressSync(bytes))
    this.sizes = narrow(reader.numbers(new Uint32Array(documents)))
    this.values = hasValues ? new ColumnValues(reader) : undefined
    const { sizes } = this
    let having = 0
    if (hasValues) for (let doc = 0; doc < documents; doc++) if (sizes[doc] !== 0) having++
    // Of each study that has any, how many different ones.
    const differing = reader.numbers(new Uint32Array(having))
    let [total, most] = [0, 0]
    for (let at = 0; at < having; at++) {
      const count = differing[at] as number
      total += count
      if (count > most) most = count
    }
    const codes = reader.numbers(new Uint32Array(total))
    if (most < 2) {
      this.#codes = hasValues ? narrow(byDocument(sizes, differing, codes)) : new Uint8Array(0)
      return
    }
    const starts = new Uint32Array(documents + 1)
    for (let doc = 0, next = 0, end = 0; doc < documents; doc++) {
      if (sizes[doc] !== 0) end += differing[next++] as number
      starts[doc + 1] = end
    }
    this.#starts = starts
    this.#codes = narrow(codes)
  }

  /** The bytes that it holds in memory. */
  get bytes(): number {
    const texts = this.values?.bytes ?? 0
    return this.sizes.byteLength + this.#codes.byteLength + (this.#starts?.byteLength ?? 0) + texts
  }

  /** Calls `use` with the place in `values` of each different value of a document. */
  forEach(doc: number, use: (code: number) => void): void {
    if (!this.#starts) {
      const code = this.#codes[doc] ?? 0
      if (code > 0) use(code - 1)
      return
    }
    const end = this.#starts[doc + 1] as number
    for (let at = this.#starts[doc] as number; at < end; at++) use(this.#codes[at] as number)
  }

  /** The documents that have one of the values that are wanted: by their places in `values`, 1 for each. */
  having(marks: Uint8Array): Uint32Array {
    const bits = bitset(this.sizes.length)
    if (!marks.includes(1)) return bits
    const [codes, starts] = [this.#codes, this.#starts]
    if (!starts) {
      for (let doc = 0; doc < codes.length; doc++) {
        const code = codes[doc] as number
        if (code > 0 && marks[code - 1] === 1) setBit(bits, doc)
      }
      return bits
    }
    for (let doc = 0; doc < this.sizes.length; doc++) {
      const end = starts[doc + 1] as number
      for (let at = starts[doc] as number; at < end; at++)
        if (marks[codes[at] as number] === 1) {
          setBit(bits, doc)
          break
        }
    }
    return bits
  }

  /** The documents that have one of these values. */
  havingValues(wanted: Iterable<string>): Uint32Array {
    const marks = new Uint8Array(this.values?.length ?? 0)
    for (const value of wanted) {
      const place = this.values?.placeOf(value)
      if (place !== undefined) marks[place] = 1
    }
    return this.having(marks)
  }

  /** The documents with so many values as `isWanted` says. */
  sized(isWanted: (count: number) => boolean): Uint32Array {
    const { sizes } = this
    const bits = bitset(sizes.length)
    for (let doc = 0; doc < sizes.length; doc++)
      if (isWanted(sizes[doc] as number)) setBit(bits, doc)
    return bits
  }
}

/** For each document the one code it has plus one, or 0. */
function byDocument(sizes: Numbers, differing: Uint32Array, codes: Uint32Array): Uint32Array {
  const places = new Uint32Array(sizes.length)
  for (let doc = 0, next = 0, at = 0; doc < places.length; doc++)
    if (sizes[doc] !== 0 && differing[next++] === 1) places[doc] = (codes[at++] as number) + 1
  return places
}

/** The same numbers in as few bytes as they need. */
function narrow(numbers: Uint32Array): Numbers {
  let most = 0
  for (let at = 0; at < numbers.length; at++)
    if ((numbers[at] as number) > most) most = numbers[at] as number
  if (most < 256) return new Uint8Array(numbers)
  return most < 65_536 ? new Uint16Array(numbers) : numbers
}
