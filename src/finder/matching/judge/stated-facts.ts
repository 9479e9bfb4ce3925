import { differsFromLimits } from '../../eligibility/differs.ts'
import { statementTruth } from '../../eligibility/statement.ts'
import type { Reading } from '../../eligibility/reading.ts'
import { isOfOtherPart } from '../patient/body-part.ts'
import { asksOfBefore } from './asks-of-before.ts'
import { isOfTimeBefore } from './contradicted.ts'
import { evidenceFor } from './evidence-for.ts'
import { factsOf, knownOf } from './facts-of.ts'
import { type Case, type Judgement, judgementOf } from './judgement.ts'
import { allAsked } from './measures-asked.ts'
import { isOnlyOfNow } from './only-of-now.ts'
import { isDeniedOfThePast } from './past-event.ts'
import { isPlain } from './plain-disease.ts'

/** Ages, sexes, values and diseases that are said, weighed by the criteria language; both ends of an age must agree. Rule `stated@1`. */
export function byStatedFacts(one: Case): Judgement | undefined {
  const { text, kind, patient, vocabulary } = one
  const readings = allAsked(text, one)
  const terms = readings.flatMap((reading) => (reading.type === 'concept' ? [reading.term] : []))
  const known = factsOf(patient, terms, vocabulary)
  const truths = known.map((facts) => statementTruth({ kind, text }, readings, facts))
  const [first] = truths
  if (!first || truths.some(({ verdict }) => verdict !== first.verdict)) return undefined
  if (first.verdict === 'unknown') return undefined
  const evidence = evidenceFor(first.readings, patient, vocabulary)
  const isFree = first.verdict === 'not met' && kind === 'exclusion'
  if (isFree && first.readings.some((read) => read.type === 'measure') && asksOfBefore(text))
    return undefined
  if (isFree && isOnlyOfNow(text, evidence))
    return judgementOf('unknown', 'near what the person has', evidence)
  if (first.verdict === 'not applicable')
    return judgementOf('not applicable', 'stated facts', evidence)
  const keepsOut = (first.verdict === 'met') === (kind === 'exclusion')
  if (keepsOut && !isPlain(one, first.readings)) return undefined
  if (keepsOut && first.readings.some((one) => one.type === 'measure' && isOfTimeBefore(text, one)))
    return undefined
  if (evidence.length === 0) return undefined
  if (keepsOut && kind !== 'exclusion' && isOfThePast(one, first.readings)) return undefined
  if (keepsOut && kind !== 'exclusion' && evidence.some((said) => isOfOtherPart(text, said.text)))
    return undefined
  const { limits } = one
  if (
    keepsOut &&
    limits &&
    known.some((facts) => differsFromLimits(first.readings, kind, facts, limits))
  )
    return judgementOf('unknown', 'limits differ', evidence)
  return judgementOf(keepsOut ? 'not met' : 'met', 'stated facts', evidence)
}

/** A requirement of today is not unmet by what a person never had before. */
function isOfThePast({ patient, vocabulary }: Case, readings: readonly Reading[]): boolean {
  return readings.some((reading) => {
    if (reading.type !== 'concept' || reading.negated) return false
    const { evidence } = knownOf(reading.term, patient, vocabulary)
    return evidence !== undefined && isDeniedOfThePast(reading.term, evidence, vocabulary)
  })
}
