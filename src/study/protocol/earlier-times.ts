import type { DoseGiven, EligibilityState, ProtocolDeviation, VisitState } from './state/answers.ts'
import { compareMoments, readMoment } from './time/moment.ts'
import { isTimeProblem } from './time/problems.ts'

/** What one version says of what has been: doses given, visits, deviations, and the criteria at the first dose. */
export interface TimeUnderVersion {
  readonly dosesGiven: readonly DoseGiven[]
  readonly visits: readonly VisitState[]
  readonly deviations: readonly ProtocolDeviation[]
  readonly eligibility: EligibilityState
}

/**
 * What two versions say together, of which the second took the place of the first at an instant: what was before it stays
 * as the first one judged it. A dose that was right when it was given is not wrong because of a later version.
 */
export function joinedAt(
  until: string,
  earlier: TimeUnderVersion,
  later: TimeUnderVersion,
): TimeUnderVersion {
  const isBefore = (at: string | undefined) => at !== undefined && isEarlier(at, until)
  const isPast = ({ at }: { readonly at: string }) => isBefore(at)
  const isAhead = (one: { readonly at: string }) => !isPast(one)
  return {
    dosesGiven: [...earlier.dosesGiven.filter(isPast), ...later.dosesGiven.filter(isAhead)],
    deviations: [...earlier.deviations.filter(isPast), ...later.deviations.filter(isAhead)],
    visits: later.visits.map(
      (visit) =>
        earlier.visits.find(
          (one) =>
            one.id === visit.id &&
            one.occurrence === visit.occurrence &&
            ended.has(one.standing) &&
            isBefore(one.doneAt ?? one.closes ?? one.due),
        ) ?? visit,
    ),
    eligibility: wasTreatedBefore(until, earlier) ? earlier.eligibility : later.eligibility,
  }
}

/** Whether a dose was given before an instant. */
export function wasTreatedBefore(until: string, { dosesGiven }: TimeUnderVersion): boolean {
  return dosesGiven.some(({ at }) => isEarlier(at, until))
}

const ended: ReadonlySet<VisitState['standing']> = new Set(['done', 'early', 'late', 'missed'])

function isEarlier(at: string, until: string): boolean {
  const [one, other] = [readMoment(at), readMoment(until)]
  if (isTimeProblem(one) || isTimeProblem(other)) return false
  // A day is one of the place where it was written, as the day of the switch is.
  if (one.instant === undefined) return one.lastDay < other.firstDay
  return compareMoments(one, other) === -1
}
