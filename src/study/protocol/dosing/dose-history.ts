import type { Regimen } from '../document/dosing.ts'
import type { Scene } from '../expression/scene.ts'
import { type Chart, chartWithout } from '../facts/chart.ts'
import type { FactReading } from '../facts/reading.ts'
import { isEqual } from '../quantity/compare-amounts.ts'
import { convertQuantity } from '../quantity/convert.ts'
import { type Quantity, isQuantityProblem } from '../quantity/quantity.ts'
import type { DoseDerivation, ReachedLevel } from '../state/answers.ts'
import type { ParticipantCase } from '../state/participant-case.ts'
import { openDesk } from '../state/question-desk.ts'
import { type Moment, orderMoments } from '../time/moment.ts'
import { type DecidedDose, decideDose } from './decide-dose.ts'
import { amountsOf } from './dose-amount.ts'
import type { DoseProgress } from './level-changes.ts'

/** The doses of a regimen as each chart has them, and how far they had come. */
export interface DoseHistory {
  readonly doses: (chart: Chart) => readonly FactReading[]
  /** What was reached before the dose at a place, by the doses of a chart. */
  readonly progress: (chart: Chart, index: number) => DoseProgress
  /** What was shown for a dose when it was given: by the facts and the doses that were known then. */
  readonly shown: (dose: FactReading) => DecidedDose
}

/** The history of a regimen's doses. A dose that was corrected later was not corrected for those who saw it before. */
export function doseHistory(regimen: Regimen, participant: ParticipantCase): DoseHistory {
  const progresses = new Map<Chart, DoseProgress[]>()
  const given = new Map<Chart, readonly FactReading[]>()
  const decisions = new Map<string, DecidedDose>()
  const doses = (chart: Chart) =>
    given.getOrInsertComputed(chart, () => chart.of(regimen.item).filter(isDose))
  const progress = (chart: Chart, index: number): DoseProgress => {
    const own = progresses.get(chart) ?? [start]
    progresses.set(chart, own)
    for (let at = own.length; at <= index; at++) {
      const [before, dose] = [own[at - 1] ?? start, doses(chart)[at - 1]]
      const scene = dose && participant.sceneAt(dose.moment, chart)
      own.push(
        dose && scene
          ? afterDose(regimen, before, dose, shown(dose), { participant, scene })
          : before,
      )
    }
    return own[index] ?? start
  }
  const shown = (dose: FactReading): DecidedDose => {
    const key = JSON.stringify([dose.moment.from, dose.moment.until, dose.fact.id])
    const known = decisions.get(key)
    if (known) return known
    const seen = participant.chartAt(dose.moment.until)
    const written = participant.chart.before(dose.fact).map(({ id }) => id)
    // As it was first written down it is the same dose, not one before it.
    const isTwice = doses(seen).some(({ fact }) => written.includes(fact.id))
    const chart = isTwice ? chartWithout(seen, dose.fact.item, written) : seen
    const index = doses(chart).filter((one) => isEarlier(one, dose)).length
    const decided = decideGiven(regimen, progress(chart, index), dose, participant, chart)
    decisions.set(key, decided)
    return decided
  }
  return { doses, progress, shown }
}

const start: DoseProgress = { number: 1, done: new Set(), isOff: false }

function isDose({ value }: FactReading): boolean {
  return value.type === 'quantity' || value.type === 'event'
}

function isEarlier(one: FactReading, other: FactReading): boolean {
  const order = orderMoments(one.moment, other.moment)
  return order < 0 || (order === 0 && one.fact.id < other.fact.id)
}

/** What was decided for a dose that was given: by all but the dose itself, which was not given yet. */
export function decideGiven(
  regimen: Regimen,
  progress: DoseProgress,
  { fact, moment }: FactReading,
  participant: ParticipantCase,
  chart: Chart,
): DecidedDose {
  const before = chartWithout(chart, fact.item, [fact.id])
  return decideAt(regimen, progress, moment, participant, before)
}

/** A decision at a moment that has passed. What was asked then is not asked now. */
export function decideAt(
  regimen: Regimen,
  progress: DoseProgress,
  moment: Moment,
  participant: ParticipantCase,
  chart: Chart,
): DecidedDose {
  const desk = openDesk()
  const scene = participant.sceneAt(moment, chart)
  return decideDose(regimen, progress, { participant: { ...participant, desk }, scene, desk })
}

function afterDose(
  regimen: Regimen,
  progress: DoseProgress,
  dose: FactReading,
  shown: DecidedDose,
  { participant, scene }: { readonly participant: ParticipantCase; readonly scene: Scene },
): DoseProgress {
  const { moment, value } = dose
  const amount = value.type === 'quantity' ? value.quantity : undefined
  const isAsShown = amount && shown.amounts.some((due) => isEqual(due.amount, amount))
  const byAmount = isAsShown
    ? shown.level
    : amount && nearestLevel(regimen, amount, shown.amounts, { participant, scene })
  const byRule = shown.level ?? progress.level ?? byAmount ?? regimen.levels[0]?.id
  const level = lowerLevel(regimen, byRule, byAmount ?? byRule)
  const isChanged = level !== progress.level
  const reached = isChanged ? reachedBy(progress.number, dose, shown, level) : progress.reached
  const didChange = shown.change !== undefined && level === shown.level
  return {
    number: progress.number + 1,
    ...(level !== undefined && { level }),
    ...(reached && { reached }),
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

/** The rule that led to a level, unless the amount that was given did. */
function reachedBy(
  number: number,
  { fact }: FactReading,
  { decision }: DecidedDose,
  level: string | undefined,
): ReachedLevel | undefined {
  const rule = decision.rules.find(
    ({ did, to }) => (did === 'start' || did === 'step') && to === level,
  )
  if (!rule) return undefined
  // A start without a condition rests on those before it, which were not met.
  const before = decision.rules.slice(0, decision.rules.indexOf(rule))
  const isLast = rule.did === 'start' && rule.grounds.length === 0
  const grounds = isLast ? before.flatMap((one) => (one.rest ? [] : one.grounds)) : rule.grounds
  return { number, at: fact.at, rule: { ...rule, grounds } }
}

/**
 * The level whose amount is nearest to what was given: rounding moves a dose, and a mistake is told by its size. What the
 * levels are multiplied by is taken from the amounts that were due, or worked out where none were.
 */
function nearestLevel(
  regimen: Regimen,
  given: Quantity,
  due: readonly DoseDerivation[],
  { participant, scene }: { readonly participant: ParticipantCase; readonly scene: Scene },
): string | undefined {
  const known = due.length > 0 ? due : lowestAmounts(regimen, participant, scene)
  let nearest: { readonly id: string; readonly distance: number } | undefined
  for (const { exact, perUnit } of known)
    for (const { id, amount } of regimen.levels) {
      const same = convertQuantity(given, exact.unit)
      if (isQuantityProblem(same) || amount.unit !== perUnit.unit) continue
      // Floats are enough to tell which is nearest: no dose comes of it.
      const times = Number(exact.value) / Number(perUnit.value)
      const distance = Math.abs(Number(same.value) - Number(amount.value) * times)
      if (!nearest || distance < nearest.distance) nearest = { id, distance }
    }
  return nearest?.id
}

function lowestAmounts(
  regimen: Regimen,
  { settings }: ParticipantCase,
  scene: Scene,
): readonly DoseDerivation[] {
  const [lowest] = regimen.levels
  const amounts = lowest ? amountsOf(regimen, lowest, settings, scene) : []
  return 'missing' in amounts ? [] : amounts
}

/** The lower of two levels; one that is not known is lowest. */
export function lowerLevel(
  { levels }: Regimen,
  one: string | undefined,
  other: string | undefined,
): string | undefined {
  const place = (id: string | undefined) => levels.findIndex((level) => level.id === id)
  return place(one) <= place(other) ? one : other
}
