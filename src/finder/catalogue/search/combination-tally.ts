import type { CombinationColumn } from './combinations.ts'

/**
 * How often each combination was met. Those met are noted, so that what few studies have is summed up quickly, and the memory
 * is used again for the next question.
 */
export class CombinationTally {
  #counts = new Uint32Array(1024)
  #met = new Uint32Array(1024)
  #metCount = 0

  /** Counts documents by their combination; combinations have numbers below `most`. */
  add(column: CombinationColumn, docs: Int32Array, most: number): void {
    this.#makeRoom(most)
    const counts = this.#counts
    const met = this.#met
    let metCount = this.#metCount
    for (let i = 0; i < docs.length; i++) {
      const number = column[docs[i] as number] as number
      const before = counts[number] as number
      if (before === 0) met[metCount++] = number
      counts[number] = before + 1
    }
    this.#metCount = metCount
  }

  /** Gives each combination that was met with its count, and forgets them. */
  take(use: (number: number, count: number) => void): void {
    for (let i = 0; i < this.#metCount; i++) {
      const number = this.#met[i] as number
      use(number, this.#counts[number] as number)
      this.#counts[number] = 0
    }
    this.#metCount = 0
  }

  #makeRoom(most: number): void {
    if (most <= this.#counts.length) return
    const size = Math.max(most, this.#counts.length * 2)
    const [counts, met] = [new Uint32Array(size), new Uint32Array(size)]
    counts.set(this.#counts)
    met.set(this.#met)
    this.#counts = counts
    this.#met = met
  }
}

const spare: CombinationTally[] = []
const mostSpare = 16

/** An empty tally, one of those given back where there is one. */
export function newTally(): CombinationTally {
  return spare.pop() ?? new CombinationTally()
}

/** Gives back a tally of which everything was taken. */
export function giveBack(tally: CombinationTally): void {
  if (spare.length < mostSpare) spare.push(tally)
}
