/** Lets waiting work know that something changed. */
export interface Signal {
  notify(): void
  /** Resolves at the next `notify`, or after so many milliseconds. */
  wait(ms: number): Promise<void>
}

/** A signal that nothing waits for yet. */
export function openSignal(): Signal {
  let waiting = new Set<() => void>()
  return {
    notify: () => {
      const all = waiting
      waiting = new Set()
      for (const wake of all) wake()
    },
    wait: (ms) =>
      new Promise((resolve) => {
        const wake = (): void => {
          clearTimeout(timer)
          waiting.delete(wake)
          resolve()
        }
        const timer = setTimeout(wake, ms)
        waiting.add(wake)
      }),
  }
}
