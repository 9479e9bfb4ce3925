import type { AskedRule } from '../../../words/language/asked.ts'
import type { Reading } from '../../eligibility/reading.ts'
import type { Vocabulary } from '../../vocabulary/concept.ts'
import { mayBeNarrower } from './names.ts'
import { type WrittenRule, askedRuleOf } from './asked-rule.ts'
import { widerRuleOf } from './wider-rule.ts'

/** A rule as it is asked, with what its values are read from. */
export interface ReadAsk {
  readonly rule: AskedRule
  readonly readings: readonly Reading[]
}

/** Reads rules and parts of them. Several ways come by the same part: what was read is kept as long as the reader is. */
export interface RuleReader {
  readonly vocabulary: Vocabulary
  /** What is typed in words: values, times, illnesses. */
  readonly readings: (text: string) => readonly Reading[]
  /** A rule of which every word was read. */
  readonly whole: (rule: WrittenRule) => ReadAsk | undefined
  /** The same, or the wider thing that its beginning asks. */
  readonly wholeOrWider: (rule: WrittenRule) => ReadAsk | undefined
}

/** A reader of the rules of one study; `readings` reads what is typed in words. */
export function ruleReader(
  readings: (text: string) => readonly Reading[],
  vocabulary: Vocabulary,
): RuleReader {
  const read = kept(readings, (text) => text)
  const whole = kept((written: WrittenRule): ReadAsk | undefined => {
    const found = read(written.text)
    const rule = askedRuleOf(written, found, vocabulary)
    return rule && { rule, readings: found }
  }, keyOf)
  const wholeOrWider = kept((written: WrittenRule): ReadAsk | undefined => {
    const found = whole(written)
    if (found) return found
    const typed = read(written.text)
    const rule = widerNamed(written, typed, vocabulary) ?? widerRuleOf(written, typed, vocabulary)
    return rule && { rule, readings: typed }
  }, keyOf)
  return { vocabulary, readings: read, whole, wholeOrWider }
}

/** A rule of which every word was read, where an illness in it has but the name of a wider one. */
function widerNamed(
  written: WrittenRule,
  typed: readonly Reading[],
  vocabulary: Vocabulary,
): AskedRule | undefined {
  const isNarrower = typed.some(
    ({ type, span }) =>
      type === 'concept' && mayBeNarrower(written.text.slice(span.start, span.end)),
  )
  const rule = isNarrower ? askedRuleOf(written, typed, vocabulary, true) : undefined
  return rule && { ...rule, isWide: true }
}

function keyOf({ kind, text }: WrittenRule): string {
  return `${kind} ${text}`
}

function kept<Asked, Found>(
  read: (asked: Asked) => Found,
  key: (asked: Asked) => string,
): (asked: Asked) => Found {
  const known = new Map<string, { readonly found: Found }>()
  return (asked) => {
    const held = known.get(key(asked)) ?? { found: read(asked) }
    known.set(key(asked), held)
    return held.found
  }
}
