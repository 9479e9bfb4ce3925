import type { AskedItem, AskedThings } from '../../../words/language/asked.ts'
import { type RuleWord, type RuleWordKind, ruleWordsAt } from '../../vocabulary/rule-words.ts'
import type { Vocabulary } from '../../vocabulary/concept.ts'
import { type NamesByPlace, namesIn } from './names.ts'
import { type CutRule, rulesTextOf } from './rule-text.ts'
import type { FoundAt } from './found-at.ts'

/** Walks over the words of one rule; what was found at a place is kept, since many ways come by it. */
export interface Walk {
  readonly rule: CutRule
  readonly names: NamesByPlace
  /** True where the rule keeps out by diseases, in the plural. */
  readonly isOfMany: boolean
  readonly lists: Map<number, readonly FoundAt<AskedThings>[]>
  readonly items: Map<number, readonly FoundAt<AskedItem>[]>
}

/** A walk over a text by itself, whose heading and lines around it are not known; `isWider` as in `namesIn`. */
export function walkAlong(text: string, vocabulary: Vocabulary, isWider = false): Walk {
  const rule = rulesTextOf(text, [])
  const names = namesIn(rule, vocabulary, isWider)
  return { rule, names, isOfMany: false, lists: new Map(), items: new Map() }
}

/** The rule words of one kind at a place of a walk. */
export function wordsAt(
  { rule }: Walk,
  at: number,
  kind: RuleWordKind,
): readonly FoundAt<RuleWord>[] {
  return ruleWordsAt(rule.words, at, kind).map(({ end, word }) => ({ end, value: word }))
}
