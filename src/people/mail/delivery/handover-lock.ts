/** One mail on its way to the mail server's last word. */
export interface Handover {
  /** Waits until no other mail is between being handed over and being noted. */
  readonly begin: () => Promise<void>
  /** Its outcome is noted: the next may begin. */
  readonly end: () => void
}

/**
 * A lock that each mail takes before its letter is handed over. A killed process may repeat what the mail server has
 * taken and we have not noted. So one mail at a time passes that stretch, while the others get ready beside it. Where
 * the server thinks for longer than `patienceMs` about a letter, the next does not wait for it: then as many may be
 * repeated as there are connections.
 */
export function openHandoverLock(patienceMs = 200): () => Handover {
  let last: Promise<void> = Promise.resolve()
  return () => {
    let end = (): void => undefined
    return {
      begin: async () => {
        // A mail that is handed over once more, on a new connection, queues again.
        end()
        const before = last
        const { promise, resolve } = Promise.withResolvers<void>()
        last = promise
        end = resolve
        await before
        const timer = setTimeout(resolve, patienceMs)
        end = () => {
          clearTimeout(timer)
          resolve()
        }
      },
      end: () => end(),
    }
  }
}
