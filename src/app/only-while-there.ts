import { wentAway } from '../people/records/model/faults.ts'
import type { Records } from '../people/records/model/records.ts'

/** A piece of recurring work, and what it is told. */
export type Work<Told extends unknown[]> = (...told: Told) => Promise<unknown>

/**
 * Makes of work such that is left out while the records are away, and is no failure when they went away under it: their
 * keeper says so once, and the next turn comes at its usual time. What it makes throws what else the work throws.
 */
export function onlyWhileThere(
  records: Records,
): <Told extends unknown[]>(work: Work<Told>) => Work<Told> {
  return (work) =>
    async (...told) => {
      if (!records.isThere) return undefined
      try {
        return await work(...told)
      } catch (error) {
        if (wentAway(error) && !(await answers(records))) return undefined
        throw error
      }
    }
}

function answers(records: Records): Promise<boolean> {
  return records.look().then(
    () => true,
    () => false,
  )
}
