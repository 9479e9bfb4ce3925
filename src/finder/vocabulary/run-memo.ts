/**
 * Remembers what was made of each run of letters, looked up in the text itself without cutting the run
 * out first: it is asked for every word of every study, and cutting and hashing a string costs more
 * than all the rest. Forgets everything when full.
 */
export class RunMemo<Value> {
  readonly #hashes = new Int32Array(slots)
  readonly #runs = emptySlots<string>()
  readonly #values = emptySlots<Value>()
  #count = 0

  /** What `text.slice(start, end)` was remembered with; its hash is `hashOfRun`'s. */
  get(text: string, start: number, end: number, hash: number): Value | undefined {
    const length = end - start
    for (let slot = hash & mask; ; slot = (slot + 1) & mask) {
      const run = this.#runs[slot]
      if (run === undefined) return undefined
      if (this.#hashes[slot] === hash && run.length === length && text.startsWith(run, start))
        return this.#values[slot]
    }
  }

  set(run: string, hash: number, value: Value): void {
    if (this.#count >= mostRuns) this.#clear()
    let slot = hash & mask
    while (this.#runs[slot] !== undefined) slot = (slot + 1) & mask
    this.#hashes[slot] = hash
    this.#runs[slot] = run
    this.#values[slot] = value
    this.#count++
  }

  #clear(): void {
    this.#runs.fill(undefined)
    this.#values.fill(undefined)
    this.#count = 0
  }
}

/** Many times as fast as `Array.from`, and every process that reads texts does it. */
function emptySlots<One>(): (One | undefined)[] {
  const empty: (One | undefined)[] = []
  empty.length = slots
  return empty.fill(undefined)
}

/** One step of a run's hash, to be taken for each of its characters; a run begins at `hashStart`. */
export function hashStep(hash: number, code: number): number {
  return Math.imul(hash ^ code, 0x01000193)
}

/** The hash of a run that has no character yet. */
export const hashStart = 0x811c9dc5 | 0

const slots = 1 << 18
const mask = slots - 1
const mostRuns = 100_000
