import { ageFits, ageLimitsInDays, isNoLimit } from '../registry/ages.ts'
import type { EligibilityModule } from '../registry/study.ts'
import type { CriterionKind } from './headings.ts'
import type { Facts } from './facts.ts'
import type { AgeReading, Reading } from './reading.ts'
import { truthOf } from './truth.ts'

/** The limits that a registry gives beside the text of the criteria. */
export type Limits = Pick<
  EligibilityModule,
  'minimumAge' | 'maximumAge' | 'sex' | 'healthyVolunteers'
>

/**
 * Whether a text's age or sex keeps out a person whom the registry's own limit of that study lets in. Then the text
 * speaks of one group of the study, is one of several ways in, or stands under the wrong heading: nobody is kept out by
 * it before the site has told. Rule `differs@1`.
 */
export function differsFromLimits(
  readings: readonly Reading[],
  kind: CriterionKind,
  facts: Facts,
  limits: Limits,
): boolean {
  const isOut = kind === 'exclusion'
  return readings.some((reading) => {
    if (reading.type !== 'age' && reading.type !== 'sex') return false
    if (truthOf(reading, facts) !== (isOut ? 'met' : 'not met')) return false
    if (reading.type === 'sex') return limits.sex === 'ALL'
    return isWithin(reading, isOut, facts, limits) || takesNobody(reading, isOut, limits)
  })
}

/** Whether the registry gives a limit on the side on which the text keeps the person out, and the person is within it. */
function isWithin(
  { min, max, unit, negated, ...read }: AgeReading,
  isOut: boolean,
  facts: Facts,
  { minimumAge, maximumAge }: Limits,
): boolean {
  if (negated || (isOut && min && max)) return false
  const isBelow = min && truthOf({ ...read, negated, min, unit }, facts) === 'not met'
  const isYoung = isOut ? min === undefined : isBelow === true
  const written = isYoung ? minimumAge : maximumAge
  if (written === undefined || isNoLimit(written)) return false
  const limit = isYoung ? { minimumAge: written } : { maximumAge: written }
  return ageFits(limit, facts.ageDays) === 'met'
}

/** "Under 18" among the requirements of a study from 18 on: nobody would be left. */
function takesNobody(reading: AgeReading, isOut: boolean, limits: Limits): boolean {
  const { minDays, maxDays } = ageLimitsInDays(limits)
  if (minDays === undefined && maxDays === undefined) return false
  const [from, to] = [minDays ?? 0, maxDays ?? oldestDays]
  const steps = Array.from({ length: 25 }, (_, at) => from + Math.round(((to - from) * at) / 24))
  return steps.every((ageDays) => truthOf(reading, { ageDays }) === (isOut ? 'met' : 'not met'))
}

const oldestDays = 120 * 365
