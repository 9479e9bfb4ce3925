import { SearchTooSlow } from '../model/catalogue.ts'
import type { Query, Results } from '../model/query.ts'
import type { SearchPool, SearchPoolOptions } from './search-pool.ts'

/**
 * Asks a pool what a search finds. Throws `SearchTooSlow` where more texts would have to be read for a phrase than there is time for:
 * no part of an answer is given for the whole.
 */
export async function askSearch(
  pool: SearchPool,
  { timeoutMs }: SearchPoolOptions,
  query: Query,
): Promise<Results> {
  const question = { kind: 'search', query, withinMs: readingWithin(timeoutMs) } as const
  const answer = (await pool.ask(question)) as Results | 'too slow'
  if (answer === 'too slow') throw new SearchTooSlow()
  return answer
}

/** For how many milliseconds a process may read: one that stops by itself need not be ended and started anew. */
export function readingWithin(timeoutMs: number): number {
  return timeoutMs * shareOfReading
}

const shareOfReading = 0.85
