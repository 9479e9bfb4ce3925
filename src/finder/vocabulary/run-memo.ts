/**
 * Remembers what was made of each run of letters, looked up in the text itself without cutting the run
 * out first: it is asked for every word of every study, and cutting and hashing a string costs more
 * than all the rest. Forgets everything when full.
 *
 * Words met first are mostly those met most: what is remembered lies in the order of its coming, so that the few hundred words
 * of which texts are made lie side by side and stay in the processor's cache.
 */
export class RunMemo<Value> {
  /** For each slot the hash of its run, and its place below plus one; 0 where the slot is free. */
  #slots = new Int32Array(fewestSlots * 2)
  #mask = fewestSlots - 1
  readonly #runs: string[] = []
  readonly #values: Value[] = []

  /** What `text.slice(start, end)` was remembered with; its hash is `hashOfRun`'s. */
  get(text: string, start: number, end: number, hash: number): Value | undefined {
    const slots = this.#slots
    for (let slot = hash & this.#mask; ; slot = (slot + 1) & this.#mask) {
      const place = slots[slot * 2 + 1] as number
      if (place === 0) return undefined
      if (slots[slot * 2] !== hash) continue
      const run = this.#runs[place - 1] as string
      if (run.length === end - start && text.startsWith(run, start)) return this.#values[place - 1]
    }
  }

  set(run: string, hash: number, value: Value): void {
    if (this.#runs.length >= mostRuns) this.#clear()
    if (this.#runs.length * 2 > this.#mask) this.#spread()
    this.#runs.push(run)
    this.#note(hash, this.#values.push(value))
  }

  #note(hash: number, place: number): void {
    let slot = hash & this.#mask
    while (this.#slots[slot * 2 + 1] !== 0) slot = (slot + 1) & this.#mask
    this.#slots[slot * 2] = hash
    this.#slots[slot * 2 + 1] = place
  }

  #spread(): void {
    const before = this.#slots
    this.#slots = new Int32Array(before.length * 2)
    this.#mask = this.#mask * 2 + 1
    for (let at = 0; at < before.length; at += 2) {
      const place = before[at + 1] as number
      if (place > 0) this.#note(before[at] as number, place)
    }
  }

  #clear(): void {
    this.#slots.fill(0)
    this.#runs.length = 0
    this.#values.length = 0
  }
}

/** One step of a run's hash, to be taken for each of its characters; a run begins at `hashStart`. */
export function hashStep(hash: number, code: number): number {
  return Math.imul(hash ^ code, 0x01000193)
}

/** The hash of a run that has no character yet. */
export const hashStart = 0x811c9dc5 | 0

const fewestSlots = 1 << 12
const mostRuns = 100_000
