import type { Regimen } from '../document/dosing.ts'
import type { FactReading } from '../facts/reading.ts'
import type { DoseDecision, DoseGiven, ProtocolDeviation } from '../state/answers.ts'
import { shownMoment } from '../state/moved.ts'
import type { ParticipantCase } from '../state/participant-case.ts'
import { type Moment, compareMoments } from '../time/moment.ts'
import { type DecidedDose, decideDose } from './decide-dose.ts'
import { doseDay, dueAfter, isOffCycle } from './dose-days.ts'
import { deviationsOf, missedDoses } from './dose-deviations.ts'
import { doseHistory, lowerLevel } from './dose-history.ts'
import type { DoseProgress } from './level-changes.ts'
import { heldUntilSettled } from './unsettled-doses.ts'

/** What became of one regimen: the doses given beside what was shown for them, and the next. */
export interface RegimenReplay {
  readonly given: readonly DoseGiven[]
  readonly next: DoseDecision
  readonly deviations: readonly ProtocolDeviation[]
  /** The last dose that was of a higher level than the one before, or the first. */
  readonly increasedAt?: Moment
}

/**
 * Lives through the doses of a regimen in order. Each is judged by what was known when it was given, and the level
 * goes on from the lower of what was shown and what was given: a dose too high by mistake raises nothing.
 */
export function replayDoses(regimen: Regimen, participant: ParticipantCase): RegimenReplay {
  const history = doseHistory(regimen, participant)
  const { chart } = participant
  let increasedAt: Moment | undefined
  let isCorrected = false
  const given: DoseGiven[] = []
  const deviations: ProtocolDeviation[] = []
  for (const [index, dose] of history.doses(chart).entries()) {
    const progress = history.progress(chart, index)
    deviations.push(...missedDoses(regimen, progress, dose.moment, participant))
    const shown = history.shown(dose)
    const later = history.now(index, dose)
    const one = givenDose(regimen, progress, dose, shown, later, participant)
    given.push(one)
    deviations.push(...deviationsOf(regimen, progress, dose, one, shown, participant))
    const { level } = history.progress(chart, index + 1)
    if (isRaised(regimen, progress.level, level)) increasedAt = dose.moment
    if (level !== progress.level) isCorrected = level === shown.level && level !== later.level
  }
  const progress = history.progress(chart, given.length)
  deviations.push(...missedDoses(regimen, progress, participant.now, participant))
  const due = plannedMoment(regimen, progress, participant)
  const isAhead = due !== undefined && compareMoments(due, participant.now) === 1
  const scene = participant.plannedAt(isAhead ? due : participant.now)
  const { decision } = decideDose(regimen, progress, { participant, scene, desk: participant.desk })
  const next = heldUntilSettled(decision, regimen, progress, participant, isCorrected)
  const since = due && compareMoments(due, participant.now) === -1 && next.kind !== 'refuse'
  const told = since ? { ...next, dueSince: shownMoment(due) } : next
  return { given, next: told, deviations, ...(increasedAt && { increasedAt }) }
}

/** When the next dose is due; it is decided for then, or where that has passed for now. Undefined before the first. */
function plannedMoment(
  regimen: Regimen,
  { first, last }: DoseProgress,
  participant: ParticipantCase,
): Moment | undefined {
  if (!first || !last) return undefined
  const { now } = participant
  const due = dueAfter(regimen, first, last, participant)
  if (!due || compareMoments(due, now) !== -1 || !isOffCycle(regimen, first, now)) return due
  // What was not given on its days is not given between two cycles.
  let next: Moment | undefined = due
  for (let steps = 0; steps < mostSteps && next && compareMoments(next, now) === -1; steps++)
    next = dueAfter(regimen, first, next, participant)
  return next && compareMoments(next, now) === -1
    ? dueAfter(regimen, first, now, participant)
    : next
}

/** So many doses are passed over one by one, for the hour of the next; after more than that it is that of now. */
const mostSteps = 1000

function givenDose(
  regimen: Regimen,
  progress: DoseProgress,
  { fact, moment, value }: FactReading,
  shown: DecidedDose,
  later: DecidedDose,
  { book }: ParticipantCase,
): DoseGiven {
  const amount = value.type === 'quantity' ? value.quantity : undefined
  return {
    fact: fact.id,
    regimen: regimen.id,
    number: progress.number,
    at: fact.at,
    day: doseDay(regimen, progress.first ?? moment, moment, book).label,
    ...(amount && { amount }),
    shown: shown.decision,
    ...(isOther(shown.decision, later.decision) && { now: later.decision }),
  }
}

function isOther(one: DoseDecision, other: DoseDecision): boolean {
  return (
    one.kind !== other.kind ||
    one.level !== other.level ||
    one.dose?.amount.value !== other.dose?.amount.value
  )
}

function isRaised(
  regimen: Regimen,
  before: string | undefined,
  after: string | undefined,
): boolean {
  return before === undefined || (after !== before && lowerLevel(regimen, before, after) === before)
}
