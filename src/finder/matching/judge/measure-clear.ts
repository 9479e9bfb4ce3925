import { truthOf } from '../../eligibility/truth.ts'
import type { MeasureReading } from '../../eligibility/reading.ts'
import { asksOfBefore } from './asks-of-before.ts'
import { isOfTimeBefore } from './contradicted.ts'
import { evidenceFor } from './evidence-for.ts'
import { factsOf } from './facts-of.ts'
import type { Case, Judgement } from './judgement.ts'
import { valuesAsked } from './measures-asked.ts'

/**
 * An exclusion of one value, with words that can only narrow it, of somebody whose value is outside every bound that it gives:
 * "creatinine ≥ 1.4 mg/dL for women and ≥ 1.5 for men" and 0.9; "sodium < 135 mmol/L (within 4 weeks before screening)" and 139.
 * Rule `measure-clear@1`.
 */
export function measureClearVerdict(one: Case): Judgement | undefined {
  const { text, kind, patient, vocabulary } = one
  if (kind !== 'exclusion' || !/\d/.test(text) || text.length > longest) return undefined
  const plain = text.replaceAll(/\([^()]*\)|\[[^[\]]*\]/g, (whole) => ' '.repeat(whole.length))
  if (turning.test(plain) || asksOfBefore(plain)) return undefined
  if (others.test(plain.replaceAll(harmless, ' '))) return undefined
  const readings = valuesAsked(plain, patient)
  const values = readings.filter((reading): reading is MeasureReading => reading.type === 'measure')
  const [first] = values
  if (!first || values.length < readings.length || first.codes.length !== 1) return undefined
  const isOne = values.every(
    (value) => value.codes.join() === first.codes.join() && !value.negated && isOneSided(value),
  )
  if (!isOne || values.some((value) => isOfTimeBefore(plain, value))) return undefined
  const known = factsOf(patient, [], vocabulary)
  const isClear = values.every((value) =>
    known.every((facts) => truthOf(value, facts) === 'not met'),
  )
  const evidence = isClear ? evidenceFor([first], patient, vocabulary) : []
  return evidence.length > 0 ? { verdict: 'met', reason: 'stated facts', evidence } : undefined
}

const longest = 260

function isOneSided({ min, max }: MeasureReading): boolean {
  return (min === undefined) !== (max === undefined)
}

/** What may make another value, another time or an exception of it. */
const turning =
  /\b(?:no|not|without|except\w*|unless|other than|if|change\w*|rise|drop|fall|increase|decrease|decline|from baseline|times|uln|mean|average|peak|nadir|fasting|post-?\w+|standing|orthostatic|despite|mothers?|donors?)\b/i
/** A second thing beside the value. */
const others = /[,;/]|\b(?:or|and|plus|with)\b/i
const harmless =
  /\b(?:or|and) (?:equal(?: to)?|greater|more|less|higher|lower)\b|\b(?:(?:for|in) )?(?:adult )?(?:wom[ae]n|m[ae]n|females?|males?|boys?|girls?)\b(?:\s*(?:,|and|or|;|\/)+)?|\/(?:min|dl|l|ml|ul|mm ?3|1[.,]73|h|kg|m2)\b/gi
