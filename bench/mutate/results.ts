import type { Mutant } from './mutants.ts'

/** What became of a mutant: a test failed, it never came to an end, or nobody noticed. */
export type Fate = 'failed a test' | 'ran too long' | 'survived'

/** A mutant that was tested. */
export interface Tested {
  readonly subject: string
  readonly path: string
  readonly mutant: Mutant
  readonly fate: Fate
}

/** How many mutants of some were tested, and noticed. */
export interface Score {
  readonly tested: number
  readonly noticed: number
  readonly ranTooLong: number
  /** From 0 to 1; 1 where there is nothing to notice. */
  readonly share: number
}

/** The score of some mutants. */
export function scoreOf(some: readonly Tested[]): Score {
  const survived = some.filter(({ fate }) => fate === 'survived').length
  const noticed = some.length - survived
  return {
    tested: some.length,
    noticed,
    ranTooLong: some.filter(({ fate }) => fate === 'ran too long').length,
    share: some.length === 0 ? 1 : noticed / some.length,
  }
}

/** `src/a.ts:12  a < b  ->  a <= b`, on one line. */
export function lineOf({ path, mutant }: Tested): string {
  const short = (text: string): string => {
    const flat = text.replaceAll(/\s+/g, ' ')
    return flat.length > 60 ? `${flat.slice(0, 57)}...` : flat
  }
  return `src/${path}:${mutant.line}  ${short(mutant.was)}  ->  ${short(mutant.now)}`
}
