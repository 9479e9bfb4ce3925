import { setImmediate as nextTurn } from 'node:timers/promises'

/** Cuts long work into turns, between which others are answered. */
export class Turns {
  #until = performance.now() + mostMs

  /** Waits for the next turn where this one was long; to be asked wherever the work can be cut. */
  async next(): Promise<void> {
    if (performance.now() < this.#until) return
    await nextTurn()
    this.#until = performance.now() + mostMs
  }
}

/** What others can wait without noticing it. */
const mostMs = 12
