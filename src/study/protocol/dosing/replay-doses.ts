import type { Regimen } from '../document/dosing.ts'
import type { Scene } from '../expression/scene.ts'
import type { FactReading } from '../facts/reading.ts'
import { convertQuantity } from '../quantity/convert.ts'
import { type Quantity, isQuantityProblem } from '../quantity/quantity.ts'
import type { DoseDecision, DoseGiven, ProtocolDeviation } from '../state/answers.ts'
import type { ParticipantCase } from '../state/participant-case.ts'
import { openDesk } from '../state/question-desk.ts'
import { type Moment, compareMoments } from '../time/moment.ts'
import { type DecidedDose, decideDose } from './decide-dose.ts'
import { amountsOf, isEqual } from './dose-amount.ts'
import { deviationsOf, missedDoses } from './dose-deviations.ts'
import { doseDay, dueAfter } from './dose-days.ts'
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
  const doses = participant.chart
    .of(regimen.item)
    .filter(({ value }) => value.type === 'quantity' || value.type === 'event')
  let progress: DoseProgress = { number: 1, done: new Set(), isOff: false }
  let increasedAt: Moment | undefined
  const given: DoseGiven[] = []
  const deviations: ProtocolDeviation[] = []
  for (const dose of doses) {
    deviations.push(...missedDoses(regimen, progress, dose.moment, participant))
    const chart = participant.chartAt(dose.moment.until)
    const shown = decideAt(regimen, progress, dose.moment, participant, chart)
    const later =
      chart === participant.chart ? shown : decideAt(regimen, progress, dose.moment, participant)
    const one = givenDose(regimen, progress, dose, shown, later, participant)
    given.push(one)
    deviations.push(...deviationsOf(regimen, progress, dose, one, shown, participant))
    const next = afterDose(regimen, progress, dose, shown, participant)
    if (isRaised(regimen, progress.level, next.level)) increasedAt = dose.moment
    progress = next
  }
  deviations.push(...missedDoses(regimen, progress, participant.now, participant))
  const planned = nextMoment(regimen, progress, participant)
  const scene = participant.sceneAt(planned, true)
  const { decision } = decideDose(regimen, progress, { participant, scene, desk: participant.desk })
  const next = heldUntilSettled(decision, regimen, progress, participant)
  return { given, next, deviations, ...(increasedAt && { increasedAt }) }
}

function decideAt(
  regimen: Regimen,
  progress: DoseProgress,
  moment: Moment,
  participant: ParticipantCase,
  chart = participant.chart,
): DecidedDose {
  // What was asked then is not asked now.
  const desk = openDesk()
  const scene = participant.sceneAt(moment, false, chart)
  return decideDose(regimen, progress, { participant: { ...participant, desk }, scene, desk })
}

/** The next dose is for its due time; where that has passed, for now. */
function nextMoment(
  regimen: Regimen,
  { first, last }: DoseProgress,
  { now, zone }: ParticipantCase,
): Moment {
  if (!first || !last) return now
  const due = dueAfter(regimen, first, last, { now, ...(zone !== undefined && { zone }) })
  return due && compareMoments(due, now) === 1 ? due : now
}

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

function afterDose(
  regimen: Regimen,
  progress: DoseProgress,
  dose: FactReading,
  shown: DecidedDose,
  participant: ParticipantCase,
): DoseProgress {
  const { moment, value } = dose
  const amount = value.type === 'quantity' ? value.quantity : undefined
  const isAsShown = amount && shown.amounts.some((due) => isEqual(due.amount, amount))
  const byAmount = isAsShown
    ? shown.level
    : amount && nearestLevel(regimen, amount, participant, participant.sceneAt(moment, false))
  const byRule = shown.level ?? progress.level ?? byAmount ?? regimen.levels[0]?.id
  const level = lowerOf(regimen, byRule, byAmount ?? byRule)
  const isChanged = level !== progress.level
  const didChange = shown.change !== undefined && level === shown.level
  return {
    number: progress.number + 1,
    ...(level !== undefined && { level }),
    changedAt: isChanged || !progress.changedAt ? moment : progress.changedAt,
    first: progress.first ?? moment,
    last: moment,
    done:
      didChange && shown.change !== undefined
        ? new Set([...progress.done, shown.change])
        : progress.done,
    isOff: byAmount !== undefined && shown.level !== undefined && byAmount !== shown.level,
  }
}

/** The level whose amount is nearest to what was given: rounding moves a dose, and a mistake is told by its size. */
function nearestLevel(
  regimen: Regimen,
  given: Quantity,
  { settings }: ParticipantCase,
  scene: Scene,
): string | undefined {
  let nearest: { readonly id: string; readonly distance: number } | undefined
  for (const level of regimen.levels) {
    const amounts = amountsOf(regimen, level, settings, scene)
    if ('missing' in amounts) return undefined
    for (const { amount } of amounts) {
      const distance = distanceBetween(given, amount)
      if (distance !== undefined && (!nearest || distance < nearest.distance))
        nearest = { id: level.id, distance }
    }
  }
  return nearest?.id
}

/** Only to tell which is nearest: no dose comes of it. */
function distanceBetween(one: Quantity, other: Quantity): number | undefined {
  const same = convertQuantity(one, other.unit)
  return isQuantityProblem(same) ? undefined : Math.abs(Number(same.value) - Number(other.value))
}

function lowerOf(
  { levels }: Regimen,
  one: string | undefined,
  other: string | undefined,
): string | undefined {
  const place = (id: string | undefined) => levels.findIndex((level) => level.id === id)
  return place(one) <= place(other) ? one : other
}

function isRaised(
  regimen: Regimen,
  before: string | undefined,
  after: string | undefined,
): boolean {
  return before === undefined || (after !== before && lowerOf(regimen, before, after) === before)
}
