import { setTimeout as wait } from 'node:timers/promises'
import { RecordsBusy } from './model/faults.ts'

/**
 * Writes again, up to ten times, when other processes were writing for too long: what a mail server accepted must
 * not be forgotten. Throws `RecordsBusy` after the last.
 */
export async function retryBusy<T>(write: () => Promise<T>): Promise<T> {
  for (let tries = 1; ; tries++) {
    try {
      return await write()
    } catch (error) {
      if (!(error instanceof RecordsBusy) || tries >= mostTries) throw error
    }
    await wait(100)
  }
}

const mostTries = 10
