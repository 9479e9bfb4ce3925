import type { SetPhrase } from '../../../words/language/asked.ts'

/** What rules speak of: each of its patterns is said, and nothing of `never`. */
export interface Topic {
  readonly phrase: SetPhrase
  readonly says: readonly RegExp[]
  readonly never?: RegExp
  /** True where who says no to the question has nothing of what such a rule keeps out. */
  readonly isWhole?: true
  /** True where a yes to the question is what a study wants: among what keeps out it is the other way round. */
  readonly isAsked?: true
  /** In characters: a longer text is of more than this. */
  readonly most?: number
}
