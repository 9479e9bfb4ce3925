import type { AskedRule, SpokenValue } from '../../words/language/asked.ts'
import type { Who } from '../../words/language/who.ts'
import { type Speech, isNamed, spokenBounds } from '../../words/spoken.ts'
import type { Reading } from '../eligibility/reading.ts'
import { onlyValueOf } from './ask.ts'

/** A rule with what its values were read from. */
export interface WordedRule {
  readonly rule: AskedRule
  readonly readings: readonly Reading[]
}

/** A rule as a question to one person, in the reader's language. */
export function questionText(speech: Speech, { rule, readings }: WordedRule, who: Who): string {
  return (
    singleValue(speech, { rule, readings }, who) ??
    speech.words.check.question(rule, who, valueIn(speech, readings))
  )
}

/** A rule as one line of a list of which each that is so is ticked. */
export function phraseText(speech: Speech, { rule, readings }: WordedRule, who: Who): string {
  return speech.words.check.phrase(rule, who, valueIn(speech, readings))
}

/** "Is your weight 5 kg or more?", where a rule asks of one value and no more. */
function singleValue(speech: Speech, { rule, readings }: WordedRule, who: Who): string | undefined {
  if (rule.isTurned) return undefined
  const reading = onlyValueOf({ kind: 'rule', rule, readings })
  if (reading?.type !== 'measure') return undefined
  const [code, ...others] = reading.codes
  const bound = spokenBounds(speech, reading)
  if (!isNamed(speech, code) || others.length > 0 || bound === undefined) return undefined
  return speech.words.check.ask.measure(who, code, bound)
}

/** The measured values of a rule in words, by the place of their reading. */
function valueIn(speech: Speech, readings: readonly Reading[]): SpokenValue {
  return (place, called) => {
    const reading = readings[place]
    const { age, value } = speech.words.check
    if (reading?.type === 'age')
      return value(age.legend.toLowerCase(), spokenBounds(speech, reading) ?? '')
    if (reading?.type !== 'measure') return ''
    if (called !== undefined) return value(called, spokenBounds(speech, reading) ?? '')
    const names = reading.codes.flatMap((code) =>
      isNamed(speech, code) ? speech.words.check.measures[code].name : [],
    )
    const joint = reading.either === true ? speech.words.check.or : speech.words.check.and
    return value(names.join(` ${joint} `), spokenBounds(speech, reading) ?? '')
  }
}
