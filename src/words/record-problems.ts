import type { Language } from './language/language.ts'
import { wordsOf } from './words.ts'
import type { Words } from './shape/shape.ts'

/** Something in a record that was not read: why, what it is about, and how often. */
export interface ToldProblem {
  readonly kind: keyof Words['match']['problems']['bundle']['kinds']
  readonly about: readonly string[]
  readonly count: number
}

/** What was not read of a record, in a sentence: "A code without words is not known here: snomed 123. (3 times)". */
export function recordProblemText(language: Language, { kind, about, count }: ToldProblem): string {
  const words = wordsOf(language).match.problems.bundle
  const names = about.length > 0 ? words.named(about.join(', ')) : ''
  return `${words.kinds[kind]}${names}.${count > 1 ? ` ${words.times(count)}` : ''}`
}
