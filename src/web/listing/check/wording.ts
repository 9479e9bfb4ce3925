import { html as line } from 'hono/html'
import type { AskedRule, SpokenValue } from '../../../words/language/asked.ts'
import type { Who } from '../../../words/language/who.ts'
import type { Reading } from '../../../finder/eligibility/reading.ts'
import { onlyValueOf } from '../../../finder/self-check/ask.ts'
import type { Markup } from '../../shell/markup.ts'
import type { Page } from '../../shell/page.ts'
import { isNamed, spokenBounds } from '../../shell/parts/spoken.ts'

/** A rule with what its values were read from. */
export interface WordedRule {
  readonly rule: AskedRule
  readonly readings: readonly Reading[]
}

/** A rule as a question to one person, in the reader's language. */
export function questionText(page: Page, { rule, readings }: WordedRule, who: Who): string {
  return (
    singleValue(page, { rule, readings }, who) ??
    page.words.check.question(rule, who, valueIn(page, readings))
  )
}

/** A rule as one line of a list of which each that is so is ticked. */
export function phraseText(page: Page, { rule, readings }: WordedRule, who: Who): string {
  return page.words.check.phrase(rule, who, valueIn(page, readings))
}

/** The same as markup. */
export function questionLine(page: Page, worded: WordedRule, who: Who): Markup {
  return line`${questionText(page, worded, who)}`
}

/** "Is your weight 5 kg or more?", where a rule asks of one value and no more. */
function singleValue(page: Page, { rule, readings }: WordedRule, who: Who): string | undefined {
  if (rule.isTurned) return undefined
  const reading = onlyValueOf({ kind: 'rule', rule, readings })
  if (reading?.type !== 'measure') return undefined
  const [code, ...others] = reading.codes
  const bound = spokenBounds(page, reading)
  if (!isNamed(page, code) || others.length > 0 || bound === undefined) return undefined
  return page.words.check.ask.measure(who, code, bound)
}

/** The measured values of a rule in words, by the place of their reading. */
function valueIn(page: Page, readings: readonly Reading[]): SpokenValue {
  return (place, called) => {
    const reading = readings[place]
    const { age, value } = page.words.check
    if (reading?.type === 'age')
      return value(age.legend.toLowerCase(), spokenBounds(page, reading) ?? '')
    if (reading?.type !== 'measure') return ''
    if (called !== undefined) return value(called, spokenBounds(page, reading) ?? '')
    const names = reading.codes.flatMap((code) =>
      isNamed(page, code) ? page.words.check.measures[code].name : [],
    )
    const joint = reading.either === true ? page.words.check.or : page.words.check.and
    return value(names.join(` ${joint} `), spokenBounds(page, reading) ?? '')
  }
}
