import { ByteReader } from '../../../base/bytes.ts'

/** A stretch of bytes in which terms lie as `writeAfter` writes them, each before how many documents it is in and its parts. */
export interface TermEntries {
  readonly bytes: Uint8Array
  readonly start: number
  readonly end: number
}

/**
 * Says of most words that an index does not hold that it does not, from a few bits a term: whoever asks for many thousands of words
 * asks mostly for such, and to look into the index takes two hundred times as long.
 */
export class TermFilter {
  readonly #bits: Uint8Array

  /** Of the terms of all blocks, each with so many parts. */
  constructor(blocks: Iterable<TermEntries>, parts: number) {
    const hashes = new Hashes()
    for (const block of blocks) hashes.gather(block, parts)
    this.#bits = new Uint8Array(Math.ceil((hashes.count * bitsOfTerm) / 8) + 1)
    for (let at = 0; at < hashes.count; at++)
      for (let probe = 0; probe < probes; probe++) {
        const bit = this.#bit(hashes.all[at] as number, probe)
        this.#bits[bit >> 3] = (this.#bits[bit >> 3] as number) | (1 << (bit & 7))
      }
  }

  /** False only for what is not there. */
  mayHold(term: string): boolean {
    let hash = hashStart
    for (const byte of Buffer.from(term)) hash = hashStep(hash, byte)
    for (let probe = 0; probe < probes; probe++) {
      const bit = this.#bit(hash >>> 0, probe)
      if (((this.#bits[bit >> 3] as number) & (1 << (bit & 7))) === 0) return false
    }
    return true
  }

  #bit(hash: number, probe: number): number {
    const step = (Math.imul(hash, 0x9e3779b1) | 1) >>> 0
    return (hash + probe * step) % (this.#bits.length * 8)
  }
}

/** Of a hundred words that are not there one or two are taken for one that is. */
const [bitsOfTerm, probes] = [10, 3] as const

/** The hash of each term, from the bytes that it does not share with the one before. */
class Hashes {
  all = new Uint32Array(1 << 16)
  count = 0
  /** The hash of so many bytes of the term read last. */
  #of = new Int32Array(256).fill(hashStart)

  gather({ bytes, start, end }: TermEntries, parts: number): void {
    const reader = new ByteReader(bytes, start)
    while (reader.at < end) {
      const shared = reader.number()
      const length = shared + reader.number()
      while (this.#of.length <= length) this.#of = twice(this.#of)
      for (let at = shared; at < length; at++)
        this.#of[at + 1] = hashStep(this.#of[at] as number, bytes[reader.at++] as number)
      // How many documents, and how long each part is.
      for (let number = 0; number <= parts; number++) reader.number()
      if (this.count === this.all.length) this.all = twice(this.all)
      this.all[this.count++] = this.#of[length] as number
    }
  }
}

function twice<Numbers extends Int32Array<ArrayBuffer> | Uint32Array<ArrayBuffer>>(
  numbers: Numbers,
): Numbers {
  const larger = new (numbers.constructor as new (length: number) => Numbers)(numbers.length * 2)
  larger.set(numbers)
  return larger
}

const hashStart = 0x811c9dc5 | 0

function hashStep(hash: number, byte: number): number {
  return Math.imul(hash ^ byte, 0x01000193)
}
