import { readPlainDecimal } from '../../../finder/eligibility/decimal.ts'
import type { Regimen } from '../document/dosing.ts'
import { type FactReading, didHappen } from '../facts/reading.ts'
import { isEqual, isMore } from '../quantity/compare-amounts.ts'
import { isBeyondMeasure } from '../quantity/beyond-measure.ts'
import type { Quantity } from '../quantity/quantity.ts'
import type {
  DoseDecision,
  DoseDerivation,
  DoseGiven,
  ProtocolDeviation,
} from '../state/answers.ts'
import { movedBy, shownMoment } from '../state/moved.ts'
import { type ParticipantCase, itemWithRole, withdrawnAt } from '../state/participant-case.ts'
import { type Moment, compareMoments } from '../time/moment.ts'
import type { DecidedDose } from './decide-dose.ts'
import { amountsOf } from './dose-amount.ts'
import { dayAfterDose, doseDay, dueAfter, halfInterval, isDaily, isOffCycle } from './dose-days.ts'
import { decideAt } from './dose-history.ts'
import type { DoseProgress } from './level-changes.ts'

/** What was not done as the version says, of one dose that was given. */
export function deviationsOf(
  regimen: Regimen,
  progress: DoseProgress,
  dose: FactReading,
  given: DoseGiven,
  shown: DecidedDose,
  participant: ParticipantCase,
): readonly ProtocolDeviation[] {
  const raise = (
    type: ProtocolDeviation['type'],
    more: Partial<ProtocolDeviation> = {},
  ): ProtocolDeviation => ({
    id: [type, regimen.id, dose.fact.id, ...(more.item === undefined ? [] : [more.item])].join(':'),
    type,
    node: regimen.id,
    at: dose.fact.at,
    ...(given.day !== undefined && { day: given.day }),
    dose: given.number,
    facts: [dose.fact.id],
    ...more,
  })
  const found: ProtocolDeviation[] = []
  const due = dueLater(regimen, progress, dose, participant)
  if (due) found.push(raise('dose too early', { expected: { text: shownMoment(due) } }))
  if (isWithoutConsent(dose, participant)) found.push(raise('dose without consent'))
  found.push(
    ...byDecision(given.shown, () => isSurelyWithdrawn(dose, participant), raise),
    ...byAmount(regimen, dose, shown, participant, raise),
  )
  if (given.now) found.push(raise('corrected after use', correctedAmounts(given.shown, given.now)))
  return found
}

type Raise = (
  type: ProtocolDeviation['type'],
  more?: Partial<ProtocolDeviation>,
) => ProtocolDeviation

/** Of a withdrawal that is written as a day alone, a dose of that day may have come first. */
function isSurelyWithdrawn({ moment }: FactReading, participant: ParticipantCase): boolean {
  const withdrawn = withdrawnAt(participant, participant.chartAt(moment.until), 'treatment')
  return withdrawn !== undefined && compareMoments(withdrawn, moment) !== undefined
}

function byDecision(
  { kind, because, missing }: DoseDecision,
  isWithdrawn: () => boolean,
  raise: Raise,
): readonly ProtocolDeviation[] {
  if (kind === 'give') return []
  if (kind === 'refuse') {
    const [reason] = because
    const node = reason?.node === undefined ? {} : { node: reason.node }
    if (reason?.type === 'withdrawn')
      return [raise(isWithdrawn() ? 'after withdrawal' : 'dose on hold')]
    return [raise(reason?.type === 'not eligible' ? 'not eligible' : 'dose after end', node)]
  }
  const unread = because.some(({ type }) => type === 'rule unknown')
    ? missing.filter(({ why }) => why === 'not recorded' || why === 'window open')
    : []
  const items = [...new Set(unread.map(({ item }) => item))]
  if (items.length > 0) return items.map((item) => raise('not taken before', { item }))
  // A person has chosen between two weights; whether rightly is told by the amount.
  if (because.every(({ type }) => type === 'weight not settled')) return []
  return [raise('dose on hold', because[0]?.node === undefined ? {} : { node: because[0].node })]
}

/** Where no rule rounds an amount that nobody can measure, rounding it either way to the written digits is no deviation. */
function isRounded({ amount, rounding }: DoseDerivation, given: Quantity): boolean {
  if (rounding || !isBeyondMeasure(amount) || given.unit !== amount.unit) return false
  const [one, other] = [readPlainDecimal(amount.value), readPlainDecimal(given.value)]
  if (!one || !other || other.scale >= one.scale) return false
  const [exact, step] = [one.digits, 10n ** BigInt(one.scale - other.scale)]
  const distance = exact - other.digits * step
  return distance < step && -distance < step
}

function byAmount(
  regimen: Regimen,
  dose: FactReading,
  { amounts }: DecidedDose,
  participant: ParticipantCase,
  raise: Raise,
): readonly ProtocolDeviation[] {
  const [due] = amounts
  const { value } = dose
  if (value.type !== 'quantity' || !due) return []
  const { quantity } = value
  if (amounts.some((one) => isEqual(one.amount, quantity) || isRounded(one, quantity))) return []
  const highest = highestAmount(regimen, due, dose, participant)
  const isAbove = highest !== undefined && isMore(quantity, highest)
  return isAbove
    ? [raise('dose above highest', { found: quantity, expected: highest })]
    : [raise('dose differs', { found: quantity, expected: due.amount })]
}

/** The highest amount that the ceiling gave by the weights that the amounts due were worked out with, as known then. */
function highestAmount(
  regimen: Regimen,
  due: DecidedDose['amounts'][number],
  { moment }: FactReading,
  participant: ParticipantCase,
): Quantity | undefined {
  const ceiling = regimen.levels.at(-1)
  if (!ceiling) return undefined
  const scene = participant.sceneAt(moment, participant.chartAt(moment.until))
  const weight = due.weight
  const amounts = amountsOf(regimen, ceiling, participant.settings, scene)
  if ('missing' in amounts) return undefined
  const same = amounts.filter((one) => one.weight?.fact === weight?.fact)
  return (same.length > 0 ? same : amounts)
    .map(({ amount }) => amount)
    .reduce<Quantity | undefined>(
      (most, amount) => (most && isMore(most, amount) ? most : amount),
      undefined,
    )
}

function correctedAmounts(shown: DoseDecision, now: DoseDecision): Partial<ProtocolDeviation> {
  return {
    ...(shown.dose && { found: shown.dose.amount }),
    ...(now.dose && { expected: now.dose.amount }),
  }
}

/**
 * When a dose was due that was given before its day, on a day on which its cycle gives none, or, of doses that come
 * sooner than daily, within half of their time.
 */
function dueLater(
  regimen: Regimen,
  { first, last }: DoseProgress,
  { moment }: FactReading,
  participant: ParticipantCase,
): Moment | undefined {
  if (!first || !last) return undefined
  if (isOffCycle(regimen, first, moment)) return dueAfter(regimen, first, moment, participant)
  const due = dueAfter(regimen, first, last, participant)
  if (isDaily(regimen)) {
    if (!due) return undefined
    const day = dayAfterDose(regimen, first, last, participant)
    return day !== undefined && moment.lastDay < day ? due : undefined
  }
  const half = halfInterval(regimen)
  const soonest = half === undefined ? undefined : movedBy(last, half, {})
  return soonest && compareMoments(moment, soonest) === -1 ? due : undefined
}

function isWithoutConsent({ moment }: FactReading, participant: ParticipantCase): boolean {
  const item = itemWithRole(participant, 'consent')
  return (
    item !== undefined &&
    !participant.chart
      .of(item)
      .some((consent) => didHappen(consent) && compareMoments(consent.moment, moment) !== 1)
  )
}

/** Doses that were due between the last one and a moment, and were neither given, held nor refused: one for each gap. */
export function missedDoses(
  regimen: Regimen,
  progress: DoseProgress,
  until: Moment,
  participant: ParticipantCase,
): readonly ProtocolDeviation[] {
  const { first } = progress
  if (!first || !progress.last) return []
  const missed: Moment[] = []
  let last = progress.last
  for (let looked = 0; looked < mostLooked; looked++) {
    const due = dueAfter(regimen, first, last, participant)
    if (!due || !isPassed(regimen, due, until)) break
    const { decision } = decideAt(regimen, progress, due, participant, participant.chart)
    if (decision.kind === 'give') missed.push(due)
    last = due
  }
  const [start] = missed
  const end = missed.at(-1)
  if (!start || !end) return []
  const day = doseDay(regimen, first, start, participant.book).label
  return [
    {
      id: ['dose missed', regimen.id, start.firstDay].join(':'),
      type: 'dose missed',
      node: regimen.id,
      at: start.firstDay,
      ...(end.firstDay !== start.firstDay && { until: end.firstDay }),
      day,
      dose: progress.number,
      facts: [],
    },
  ]
}

/** So many doses are looked for in one gap: more says nothing new. */
const mostLooked = 60

/** A daily dose is missed when its day is over; one that comes sooner, when the next is due. */
function isPassed(regimen: Regimen, due: Moment, until: Moment): boolean {
  if (isDaily(regimen)) return due.firstDay < until.firstDay
  const next = movedBy(due, regimen.timing.every, {})
  return next !== undefined && compareMoments(next, until) !== 1
}
