import { isFaultOfRecords } from './model/faults.ts'

/**
 * Does work for each of some things by itself, in order: where one fails, the others are dealt with, and then the first fault is
 * thrown. What is the matter with the records is the matter with all, and is thrown at once; so is why a signal stops it.
 */
export async function eachByItself<Thing>(
  things: Iterable<Thing>,
  work: (thing: Thing) => Promise<void>,
  signal?: AbortSignal,
): Promise<void> {
  let fault: unknown
  for (const thing of things) {
    signal?.throwIfAborted()
    try {
      await work(thing)
    } catch (error) {
      if (isFaultOfRecords(error)) throw error
      fault ??= error
    }
  }
  if (fault !== undefined) throw fault
}
