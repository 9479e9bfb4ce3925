import type { SafetyClock } from '../state/safety-state.ts'
import type { ParticipantCase } from '../state/participant-case.ts'
import { expeditedClocks } from '../time/expedited.ts'
import { readMoment } from '../time/moment.ts'
import { isTimeProblem } from '../time/problems.ts'
import type { SafetyStep } from './safety-steps.ts'

/**
 * The clocks that the steps of an event started, the shortest first. Worsening starts the shorter one from the day the
 * sponsor was aware of the worsening, and the older one goes on; news that starts no shorter one starts none.
 */
export function clocksOfSteps(
  steps: readonly SafetyStep[],
  participant: Pick<ParticipantCase, 'zone' | 'sponsorZone'>,
): readonly SafetyClock[] {
  const clocks: SafetyClock[] = []
  for (const [at, step] of steps.entries()) {
    const clock = clockOfStep(step, steps.slice(at + 1))
    const isCovered =
      clock &&
      clocks.some(({ days, isCertain }) => days <= clock.days && (isCertain || !clock.isCertain))
    if (clock && !isCovered) clocks.push(clock)
  }
  const reports = reportDays(steps.at(-1), participant)
  return clocks
    .map((clock) => withReports(clock, reports))
    .toSorted((one, other) => one.days - other.days)
}

/** Any day, where the sponsor's is not known: whether a clock runs does not depend on it. */
const someDay = '2000-01-01'

function clockOfStep(
  { since, judged, aware }: SafetyStep,
  later: readonly SafetyStep[],
): SafetyClock | undefined {
  // What nobody had judged then and somebody judged later counts from when it was said.
  if (isSeriousUnknown(judged) && later.some((one) => !isSeriousUnknown(one.judged)))
    return undefined
  const found = expeditedClocks(aware?.firstDay ?? someDay, judged)
  if (isTimeProblem(found)) return undefined
  const clock = found.clock ?? found.ifExpedited
  if (!clock) return undefined
  const { days, due, followUpDue } = clock
  return {
    days,
    isCertain: found.clock !== undefined,
    since: since.id,
    ...(aware && { day0: found.day0, due, ...(followUpDue !== undefined && { followUpDue }) }),
  }
}

function isSeriousUnknown({ serious, fatalOrLifeThreatening }: SafetyStep['judged']): boolean {
  return serious === undefined && fatalOrLifeThreatening !== true
}

/** The days on which the authority was told, in order. */
function reportDays(
  newest: SafetyStep | undefined,
  { zone, sponsorZone = zone }: Pick<ParticipantCase, 'zone' | 'sponsorZone'>,
): readonly string[] {
  const reported = newest?.fact.details?.['reported']
  if (typeof reported !== 'string') return []
  const days = reported.split(' ').flatMap((text) => {
    const moment = readMoment(text, sponsorZone)
    return isTimeProblem(moment) ? [] : [moment.lastDay]
  })
  return days.toSorted()
}

/** A report settles what the sponsor was aware of by then; the one after it is its follow-up. */
function withReports(clock: SafetyClock, days: readonly string[]): SafetyClock {
  const { day0, followUpDue } = clock
  if (day0 === undefined) return clock
  const [reported, followUpReported] = days.filter((day) => day >= day0)
  return {
    ...clock,
    ...(reported !== undefined && { reported }),
    ...(followUpDue !== undefined && followUpReported !== undefined && { followUpReported }),
  }
}
