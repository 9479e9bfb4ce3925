import { Turns } from '../../../base/turns.ts'

/** A key of a value, how often it was met, and the number of the NCT id of a study that has it. */
export interface CountedKey {
  readonly key: string
  readonly count: number
  readonly nct: number
}

/** Counts keys of values (16 hexadecimal digits) in little memory: 16 bytes each, and half as many again left free. */
export class ValueCounter {
  readonly #size: number
  readonly #high: Uint32Array
  readonly #low: Uint32Array
  readonly #counts: Uint32Array
  readonly #ncts: Int32Array
  /** How many different keys there are. */
  unique = 0

  /** For at most so many different keys: making room later would hold others up. */
  constructor(most: number) {
    this.#size = 1 << Math.max(4, 32 - Math.clz32(most + (most >> 1)))
    this.#high = new Uint32Array(this.#size)
    this.#low = new Uint32Array(this.#size)
    this.#counts = new Uint32Array(this.#size)
    this.#ncts = new Int32Array(this.#size)
  }

  /** Counts a key, met in a study by the number of its NCT id. */
  add(key: string, nct: number): void {
    this.#put(Number.parseInt(key.slice(0, 8), 16), Number.parseInt(key.slice(8), 16), nct)
  }

  /** The keys met most often, of equally many the lower key: how often each, and a study that has it. Found in turns. */
  async most(count: number): Promise<readonly CountedKey[]> {
    const turns = new Turns()
    const most: number[] = []
    const before = (a: number, b: number): number =>
      (this.#counts[b] as number) - (this.#counts[a] as number) ||
      (this.#high[a] as number) - (this.#high[b] as number) ||
      (this.#low[a] as number) - (this.#low[b] as number)
    for (let at = 0; at < this.#size; at++) {
      if (at % 10_000 === 0) await turns.next()
      if (this.#counts[at] === 0) continue
      const last = most.at(-1)
      if (last !== undefined && most.length === count && before(at, last) > 0) continue
      const place = most.findIndex((one) => before(at, one) < 0)
      most.splice(place < 0 ? most.length : place, 0, at)
      if (most.length > count) most.pop()
    }
    return most.map((at) => ({
      key: hex(this.#high[at] as number) + hex(this.#low[at] as number),
      count: this.#counts[at] as number,
      nct: this.#ncts[at] as number,
    }))
  }

  #put(high: number, low: number, nct: number): void {
    let at = (high ^ low) & (this.#size - 1)
    while (this.#counts[at] !== 0 && (this.#high[at] !== high || this.#low[at] !== low))
      at = (at + 1) & (this.#size - 1)
    if (this.#counts[at] === 0) {
      this.unique++
      this.#high[at] = high
      this.#low[at] = low
      this.#ncts[at] = nct
    }
    this.#counts[at] = (this.#counts[at] as number) + 1
  }
}

function hex(number: number): string {
  return number.toString(16).padStart(8, '0')
}
