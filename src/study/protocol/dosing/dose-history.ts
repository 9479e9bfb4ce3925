import { leadingCount } from '../../../base/leading-count.ts'
import type { Regimen } from '../document/dosing.ts'
import type { ProtocolItem } from '../document/protocol.ts'
import type { Scene } from '../expression/scene.ts'
import { type Chart, chartWithout } from '../facts/chart.ts'
import type { FactReading } from '../facts/reading.ts'
import { isEqual } from '../quantity/compare-amounts.ts'
import { convertQuantity } from '../quantity/convert.ts'
import { type Quantity, isQuantityProblem } from '../quantity/quantity.ts'
import type { DoseDerivation, ReachedLevel } from '../state/answers.ts'
import type { ParticipantCase } from '../state/participant-case.ts'
import { openDesk } from '../state/question-desk.ts'
import { type Moment, compareMoments, orderMoments } from '../time/moment.ts'
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
  /** What would be shown for the dose at a place by what is known now. */
  readonly now: (index: number, dose: FactReading) => DecidedDose
}

/** The history of a regimen's doses. A dose that was corrected later was not corrected for those who saw it before. */
export function doseHistory(regimen: Regimen, participant: ParticipantCase): DoseHistory {
  const decisions = new Map<string, ShownDose>()
  const byReading = new Map<FactReading, ShownDose>()
  const { doses, progress } = livesOf(regimen, participant, (dose) => shown(dose))
  const shownOf = (dose: FactReading): ShownDose =>
    byReading.getOrInsertComputed(dose, () => shownFirst(dose))
  // Another chart may have another reading of the same dose.
  const shownFirst = (dose: FactReading): ShownDose => {
    const key = `${dose.moment.from} ${dose.moment.until} ${dose.fact.id}`
    const known = decisions.get(key)
    if (known) return known
    const seen = participant.chartBefore(dose, dose.moment.until)
    const written = participant.chart.before(dose.fact).map(({ id }) => id)
    // As it was first written down it is the same dose, not one before it.
    const isTwice = written.length > 0 && doses(seen).some(({ fact }) => written.includes(fact.id))
    const chart = isTwice ? chartWithout(seen, dose.fact.item, written) : seen
    const index = leadingCount(doses(chart), (one) => isEarlier(one, dose))
    const reached = progress(chart, index)
    const decided = decideGiven(regimen, reached, dose, participant, chart)
    const made = { chart, reached, decided }
    decisions.set(key, made)
    return made
  }
  const shown = (dose: FactReading): DecidedDose => shownOf(dose).decided
  const now = (index: number, dose: FactReading): DecidedDose => {
    const { chart } = participant
    const before = shownOf(dose)
    const reached = progress(chart, index)
    if (before.reached === reached && isSameUntil(dose, before.chart, chart, participant))
      return before.decided
    return decideGiven(regimen, reached, dose, participant, chart)
  }
  return { doses, progress, shown, now }
}

/** The doses and what they led to, by each chart; what two charts share is lived once. */
function livesOf(
  regimen: Regimen,
  participant: ParticipantCase,
  shown: (dose: FactReading) => DecidedDose,
): Pick<DoseHistory, 'doses' | 'progress'> {
  const lives = new Map<Chart, Life>()
  let latest: Life = { doses: [], reached: [start], sharable: 0 }
  const lifeOf = (chart: Chart): Life => {
    latest = lives.getOrInsertComputed(chart, () => {
      const given = chart.of(regimen.item)
      return livedAs(latest, given.every(isDose) ? given : given.filter(isDose))
    })
    return latest
  }
  const doses = (chart: Chart) => lifeOf(chart).doses
  const progress = (chart: Chart, index: number): DoseProgress => {
    const life = lifeOf(chart)
    const { reached } = life
    for (let at = reached.length; at <= index; at++) {
      const [before, dose] = [reached[at - 1] ?? start, life.doses[at - 1]]
      const scene = dose && participant.sceneAt(dose.moment, chart)
      const decided = dose && shown(dose)
      reached.push(
        decided && scene
          ? afterDose(regimen, before, dose, decided, { participant, scene })
          : before,
      )
      // Where no amount was due, which level one is of is told by the weights of this chart.
      const isOfChart = decided === undefined || decided.amounts.length === 0
      if (!isOfChart && life.sharable === at - 1) life.sharable = at
    }
    return reached[index] ?? start
  }
  return { doses, progress }
}

/** What was decided for a dose that was given, and by what. */
interface ShownDose {
  readonly chart: Chart
  readonly reached: DoseProgress
  readonly decided: DecidedDose
}

/** True where two charts say the same of all that a decision for a dose can know of, the dose itself left out. */
function isSameUntil(
  { fact: { id, item }, moment }: FactReading,
  one: Chart,
  other: Chart,
  { book }: ParticipantCase,
): boolean {
  const isSame = (
    of: ProtocolItem,
    first: readonly FactReading[],
    second: readonly FactReading[],
  ) => {
    if (first === second) return true
    const isWhole = of.repeats === 'once' || of.role === 'birth date'
    const isKnown = (reading: FactReading) =>
      isWhole || compareMoments(reading.moment, moment) !== 1
    const [mine, theirs] = [leadingCount(first, isKnown), leadingCount(second, isKnown)]
    const isDose = (reading: FactReading | undefined) => of.id === item && reading?.fact.id === id
    let [at, other] = [0, 0]
    while (at < mine || other < theirs) {
      if (isDose(first[at])) at++
      else if (isDose(second[other])) other++
      else if (at >= mine || other >= theirs || first[at++] !== second[other++]) return false
    }
    return true
  }
  return (
    one === other ||
    [...book.items.values()].every(
      (of) =>
        isSame(of, one.of(of.id), other.of(of.id)) &&
        isSame(of, one.unread(of.id), other.unread(of.id)),
    )
  )
}

/** The doses that a chart has, and what was reached before each and after the last, as far as it was asked. */
interface Life {
  readonly doses: readonly FactReading[]
  readonly reached: DoseProgress[]
  /** How many doses led to what they would by any chart that has the same ones. */
  sharable: number
}

/** A life that begins where another came to, for as long as the doses are the same. */
function livedAs({ doses: before, reached, sharable }: Life, doses: readonly FactReading[]): Life {
  let same = 0
  while (same < sharable && same < doses.length && before[same] === doses[same]) same++
  return { doses, reached: reached.slice(0, same + 1), sharable: same }
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
