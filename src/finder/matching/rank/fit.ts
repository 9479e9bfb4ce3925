import type { Criterion } from '../../eligibility/criteria.ts'
import type { JudgedCriterion } from '../judge/judge-study.ts'

/** How the criteria move a study: up to a third up by requirements met, down by each that is not. Rule `fit@2`. */
export function fitOf(criteria: readonly JudgedCriterion[]): number {
  return mostFit(criteria, [])
}

/** The most that the criteria may come to, where some are judged and some still to come. */
export function mostFit(
  judged: readonly JudgedCriterion[],
  toCome: readonly Pick<Criterion, 'kind'>[],
): number {
  const asked = judged.filter(isAsked)
  const open = toCome.filter(isAsked).length
  const met = asked.filter(({ verdict }) => verdict === 'met').length + open
  const against = judged.filter(({ verdict, ofGroup }) => verdict === 'not met' && !ofGroup).length
  const share = met / Math.max(3, asked.length + open)
  return (1 + weights.met * share) * weights.against ** Math.min(against, 3)
}

function isAsked({ kind }: Pick<Criterion, 'kind'>): boolean {
  return kind !== 'exclusion'
}

const weights = { met: 0.35, against: 0.5 } as const
