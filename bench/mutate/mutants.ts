import { parseSync } from 'oxc-parser'
import { childrenOf, type Code, mutationsOf } from './operators.ts'

/** One change of a file that its tests should notice. */
export interface Mutant {
  readonly line: number
  /** Where the changed text begins and ends, in characters. */
  readonly start: number
  readonly end: number
  readonly was: string
  readonly now: string
}

/** All mutants of a source in TypeScript, in its order. Throws Error when it is not TypeScript. */
export function mutantsOf(source: string): readonly Mutant[] {
  const { program, errors } = parseSync('mutated.ts', source)
  if (errors.length > 0) throw new Error(`Not TypeScript: ${errors[0]?.message}`)
  const found: Mutant[] = []
  const visit = (code: Code): void => {
    for (const { start, end, now } of mutationsOf(code, source))
      found.push({ line: lineOf(source, start), start, end, was: source.slice(start, end), now })
    for (const child of childrenOf(code)) visit(child)
  }
  visit(program as unknown as Code)
  return found.toSorted((a, b) => a.start - b.start || a.end - b.end)
}

/** The source with that one change. */
export function mutated(source: string, { start, end, now }: Mutant): string {
  return source.slice(0, start) + now + source.slice(end)
}

function lineOf(source: string, at: number): number {
  return source.slice(0, at).split('\n').length
}
