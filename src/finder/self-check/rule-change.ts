import type { AskedRule, AskedTail } from '../../words/language/asked.ts'
import type { CriterionVerdict } from '../eligibility/decide.ts'
import type { MeasureReading, Reading } from '../eligibility/reading.ts'
import { type CriterionAsk, onlyValueOf } from './ask.ts'

/** What would change a result. */
export type RuleChange =
  /** An age with its unit in UCUM, and the day (`yyyy-MM-dd`) on which it is reached where the birth is known. */
  | {
      readonly by: 'older'
      readonly value: string
      readonly unit: string
      readonly reached?: string
    }
  | { readonly by: 'measure' | 'notMeasure'; readonly reading: MeasureReading }
  | {
      readonly by:
        | 'tooOld'
        | 'sex'
        | 'answerYes'
        | 'answerNo'
        | 'answerWrong'
        | 'tell'
        | 'condition'
    }

/** What would change what a criterion came to; undefined where nothing of the person's own would. `isForSite`: the site tells it. */
export function changeOf(
  ask: CriterionAsk,
  { effect, reason, kind }: CriterionVerdict,
  isForSite: boolean,
): RuleChange | undefined {
  // No answer of the person's own would settle what was not asked, is narrower than what was, or is one of several.
  if (effect === 'open') {
    const isSettled = reason.because === 'parts' || reason.because === 'not alone'
    return isForSite || isSettled ? undefined : { by: 'tell' }
  }
  if (effect !== 'against' || reason.because === 'parts') return undefined
  if (reason.because === 'facts') return factChange(reason.readings)
  const value = onlyValueOf(ask)
  if (value?.type === 'measure' && (value.min || value.max))
    return { by: kind === 'exclusion' ? 'notMeasure' : 'measure', reading: value }
  if (ask.kind !== 'rule') return { by: kind === 'exclusion' ? 'answerNo' : 'answerYes' }
  const wantsYes = (kind === 'exclusion') === ask.rule.isTurned
  if (!(wantsYes ? mayBecome(ask.rule) : mayPass(ask.rule))) return { by: 'answerWrong' }
  return { by: wantsYes ? 'answerYes' : 'answerNo' }
}

function factChange(readings: readonly Reading[]): RuleChange | undefined {
  const age = readings.find((reading) => reading.type === 'age')
  if (age?.sure) return { by: 'tell' }
  if (age?.min) return { by: 'older', value: age.min.value, unit: age.unit }
  if (age) return { by: 'tooOld' }
  return readings.some(({ type }) => type === 'sex') ? { by: 'sex' } : undefined
}

/** Whether a person could wish that it becomes so, or time brings it: no illness, no operation and no medicine. */
function mayBecome(rule: AskedRule): boolean {
  switch (rule.ask) {
    case 'doing':
    case 'speaks':
      return true
    case 'several':
      return rule.rules.every(mayBecome)
    case 'set':
      return ofOnesOwnWill.has(rule.phrase)
    case 'pregnancy':
      return false
    case 'things':
      return rule.what.things.every((one) => 'reading' in one || one.tails.some(isBroughtByTime))
  }
}

/** Whether it may be over one day: not what was once, unless only a time counts, and not what is in the family. */
function mayPass(rule: AskedRule): boolean {
  if (rule.ask === 'several') return rule.rules.every(mayPass)
  if (rule.ask !== 'things') return true
  if (rule.frame === 'family') return false
  if (rule.frame !== 'had' && rule.frame !== 'took') return true
  return rule.what.things.some((one) => one.tails.some(({ tail }) => tail === 'time'))
}

function isBroughtByTime(tail: AskedTail): boolean {
  return tail.tail === 'time' && longEnough.has(tail.time.kind)
}

const longEnough: ReadonlySet<string> = new Set(['moreThan', 'atLeast', 'for', 'longer'])

const ofOnesOwnWill: ReadonlySet<string> = new Set([
  'comply',
  'consent',
  'consentAndComply',
  'consentOfOther',
  'contraception',
  'insurance',
  'internet',
  'questionnaires',
  'studyLanguage',
  'telephone',
])
