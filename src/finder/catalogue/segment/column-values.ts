import type { ByteReader } from '../../../base/bytes.ts'

/** The different values of a field in one segment, in order, as the bytes they were read from: each becomes text when it is wanted. */
export class ColumnValues {
  readonly length: number
  readonly #texts: Buffer
  /** Where each begins and ends among those bytes. */
  readonly #starts: Uint32Array
  readonly #ends: Uint32Array

  /** Reads them on from where they stand: how many, then each with its length. */
  constructor(reader: ByteReader) {
    this.length = reader.number()
    const begin = reader.at
    this.#starts = new Uint32Array(this.length)
    this.#ends = new Uint32Array(this.length)
    for (let place = 0; place < this.length; place++) {
      const length = reader.number()
      this.#starts[place] = reader.at - begin
      reader.at += length
      this.#ends[place] = reader.at - begin
    }
    this.#texts = Buffer.from(reader.bytes.subarray(begin, reader.at))
  }

  /** The bytes that they hold in memory. */
  get bytes(): number {
    return this.#texts.length + this.#starts.byteLength + this.#ends.byteLength + 200
  }

  at(place: number): string {
    return this.#texts.toString('utf8', this.#starts[place], this.#ends[place])
  }

  /** What `use` makes of each, in order. */
  map<Made>(use: (value: string) => Made): Made[] {
    return Array.from({ length: this.length }, (_, place) => use(this.at(place)))
  }

  /** Where a value stands; undefined where it is none of them. */
  placeOf(wanted: string): number | undefined {
    let [low, high] = [0, this.length]
    while (low < high) {
      const middle = (low + high) >> 1
      if (this.at(middle) < wanted) low = middle + 1
      else high = middle
    }
    return low < this.length && this.at(low) === wanted ? low : undefined
  }
}
