import { readManifest } from '../catalogue/model/manifest.ts'
import { type Pool, startPool } from '../../base/process-pool.ts'
import type { MatchAsked, TextMatches } from './match-text.ts'
import { searchFaults } from '../catalogue/model/catalogue.ts'

/** Matches notes and records in a process of its own, so that a long one holds up nobody. */
export interface Matcher {
  /** Throws `SearchTooSlow` when cut off, `CatalogueBusy` when too many are waiting. */
  match(asked: MatchAsked): Promise<TextMatches>
  close(): Promise<void>
}

/** How long one text may take, in milliseconds. */
export interface MatcherOptions {
  readonly timeoutMs: number
  /** The process ends after so long without work, because it holds a second copy of what search needs. */
  readonly idleMs?: number
}

/** Starts nothing until it is asked; goes on to each new catalogue in the folder. */
export function openMatcher(
  folder: string,
  { timeoutMs, idleMs = 300_000 }: MatcherOptions,
): Matcher {
  let current: { readonly number: number; readonly pool: Promise<Pool<MatchAsked>> } | undefined
  let idle: NodeJS.Timeout | undefined

  async function end(): Promise<void> {
    const ending = current
    current = undefined
    await (await ending?.pool.catch(() => undefined))?.close()
  }

  function poolNow(): Promise<Pool<MatchAsked>> {
    const number = readManifest(folder)?.number ?? 0
    if (current?.number === number) return current.pool
    void end()
    const pool = startPool<MatchAsked>({
      processes: 1,
      timeoutMs,
      program,
      argument: folder,
      ...searchFaults,
    })
    current = { number, pool }
    // A start that failed is not kept: the next question tries again.
    pool.catch(() => (current = undefined))
    return pool
  }

  return {
    match: async (asked) => {
      clearTimeout(idle)
      const pool = await poolNow()
      try {
        return (await pool.ask(asked)) as TextMatches
      } finally {
        clearTimeout(idle)
        idle = setTimeout(() => void end(), idleMs)
        idle.unref()
      }
    },
    close: async () => {
      clearTimeout(idle)
      await end()
    },
  }
}

const program = new URL('./match-process.ts', import.meta.url)
