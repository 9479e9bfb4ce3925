/** Lets several wait for "something changed", or for a moment to come. */
export interface Signal {
  notify(): void
  /** Resolves at the next ring, or after so many milliseconds. */
  wait(ms: number): Promise<void>
}

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
