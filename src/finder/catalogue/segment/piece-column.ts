import { zstdDecompressSync } from 'node:zlib'
import { bitset, setBit } from '../../../base/bitset.ts'
import { ByteReader } from '../../../base/bytes.ts'

type Numbers = Uint8Array | Uint16Array | Uint32Array

/** The column of a field in one segment: how many values each study has, and, of some fields, which. */
export class PieceColumn {
  /** How many values, by document. */
  readonly sizes: Numbers
  /** The different values there are, in order; none where they are not kept. */
  readonly values: readonly string[]
  /** Where the codes of each document begin; undefined where none has more than one. */
  readonly #starts: Uint32Array | undefined
  /** Places in `values`; without `#starts` by document, plus one, and 0 where there is none. */
  readonly #codes: Numbers

  /** From the bytes of a column, for so many documents; throws where they are not what was written. */
  constructor(bytes: Uint8Array, documents: number, hasValues: boolean) {
    const reader = new ByteReader(zstdDecompressSync(bytes))
    this.sizes = narrow(Uint32Array.from({ length: documents }, () => reader.number()))
    this.values = hasValues ? readValues(reader) : []
    const differing = new Uint32Array(hasValues ? documents : 0)
    let [isSingle, total] = [true, 0]
    for (let doc = 0; doc < differing.length; doc++) {
      if (this.sizes[doc] === 0) continue
      const count = reader.number()
      differing[doc] = count
      total += count
      if (count > 1) isSingle = false
    }
    if (isSingle) {
      this.#codes = narrow(differing.map((count) => (count === 0 ? 0 : reader.number() + 1)))
      return
    }
    this.#starts = new Uint32Array(documents + 1)
    for (let doc = 0; doc < documents; doc++)
      this.#starts[doc + 1] = (this.#starts[doc] as number) + (differing[doc] as number)
    this.#codes = narrow(Uint32Array.from({ length: total }, () => reader.number()))
  }

  /** The bytes that it holds in memory. */
  get bytes(): number {
    const text = this.values.reduce((sum, value) => sum + value.length + 40, 0)
    return this.sizes.byteLength + this.#codes.byteLength + (this.#starts?.byteLength ?? 0) + text
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

  /** The documents that have one of the values that are wanted (by their places in `values`). */
  having(isWanted: readonly boolean[]): Uint32Array {
    return this.#marked(Uint8Array.from(isWanted, (is) => (is ? 1 : 0)))
  }

  /** The documents that have one of these values. */
  havingValues(wanted: Iterable<string>): Uint32Array {
    const marks = new Uint8Array(this.values.length)
    for (const value of wanted) {
      const place = placeOf(this.values, value)
      if (place !== undefined) marks[place] = 1
    }
    return this.#marked(marks)
  }

  #marked(marks: Uint8Array): Uint32Array {
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

  /** The documents with so many values as `isWanted` says. */
  sized(isWanted: (count: number) => boolean): Uint32Array {
    const bits = bitset(this.sizes.length)
    this.sizes.forEach((count, doc) => {
      if (isWanted(count)) setBit(bits, doc)
    })
    return bits
  }
}

function readValues(reader: ByteReader): readonly string[] {
  const { bytes } = reader
  return Array.from({ length: reader.number() }, () => {
    const length = reader.number()
    const text = Buffer.from(bytes.buffer, bytes.byteOffset + reader.at, length).toString()
    reader.at += length
    return text
  })
}

/** Where a value stands among values in order. */
function placeOf(values: readonly string[], wanted: string): number | undefined {
  let [low, high] = [0, values.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((values[middle] as string) < wanted) low = middle + 1
    else high = middle
  }
  return values[low] === wanted ? low : undefined
}

/** The same numbers in as few bytes as they need. */
function narrow(numbers: Uint32Array): Numbers {
  let most = 0
  for (const number of numbers) if (number > most) most = number
  if (most < 256) return Uint8Array.from(numbers)
  return most < 65_536 ? Uint16Array.from(numbers) : numbers
}
