import type { AskedRule } from '../../words/language/asked.ts'
import type { Vocabulary } from '../vocabulary/concept.ts'
import { isNarrowerName } from '../vocabulary/narrower-names.ts'
import { askedRuleOf } from './plain/asked-rule.ts'
import { namedDisease } from './plain/names.ts'
import { isThing } from './plain/simple-rule.ts'

/** An illness of a record as a thing to be asked of; undefined where no name in both languages is known that is as narrow. */
export function illnessPhrase(name: string, vocabulary: Vocabulary): AskedRule | undefined {
  const concept = vocabulary.byName(name)
  const isWhole = concept !== undefined && !isNarrowerName(name, concept)
  const thing = isWhole ? namedDisease(concept.term) : undefined
  if (!thing) return undefined
  const what = { things: [{ name: thing, like: [], tails: [] }], joint: undefined }
  return { ask: 'things', frame: 'have', isTurned: false, what }
}

/**
 * The same with words for its stage, course or kind ("Advanced Breast Cancer"), which are read as those of a rule are;
 * undefined where a word of it is not known.
 */
export function stagedIllness(name: string, vocabulary: Vocabulary): AskedRule | undefined {
  const rule = askedRuleOf({ kind: 'inclusion', text: name.toLowerCase() }, [], vocabulary)
  if (rule?.ask !== 'things' || rule.frame !== 'have' || rule.isTurned) return undefined
  const [only, ...more] = rule.what.things
  const isOne = only && isThing(only) && only.tails.length + more.length === 0
  if (!isOne || only.like.length === 0 || only.name.kind !== undefined) return undefined
  return rule
}

/**
 * The illness that a record's name is of, where other words of it are not known: what it begins or ends with, unless it is
 * said to be in, with or after something else. Undefined where that has no name in both languages.
 */
export function illnessWithin(name: string, vocabulary: Vocabulary): AskedRule | undefined {
  if (ofAnother.test(name)) return undefined
  const whole = name.trim()
  const [found] = vocabulary
    .conceptsInText(whole, 'record')
    .filter(({ start, end }) => start === 0 || end === whole.length)
    .toSorted((a, b) => b.end - b.start - (a.end - a.start))
  return found && illnessPhrase(found.concept.term, vocabulary)
}

const ofAnother =
  /\b(?:of|in|with|without|due|after|following|from|by|to|for|and|or|non|not|no|anti|pre|risk|prevention|screening|induced|related|associated)\b|[/,;:()]/i
