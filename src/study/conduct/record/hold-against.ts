import { timesQuantity } from '../../protocol/quantity/arithmetic.ts'
import { isBeyondMeasure } from '../../protocol/quantity/beyond-measure.ts'
import { isEqual, isMore } from '../../protocol/quantity/compare-amounts.ts'
import { isQuantityProblem, type Quantity } from '../../protocol/quantity/quantity.ts'
import type {
  DoseDecision,
  DoseDerivation,
  ProtocolDeviation,
} from '../../protocol/state/answers.ts'
import { orderInstants } from '../../protocol/time/instants.ts'
import { type Moment, readMoment } from '../../protocol/time/moment.ts'
import { isTimeProblem } from '../../protocol/time/problems.ts'
import type { ConductCase } from '../model/case.ts'
import { zoneOf } from '../model/case.ts'
import { currentFacts } from '../model/current.ts'
import type { KeptFact } from '../model/facts.ts'
import { waitsForOwnConsent } from '../derived/own-consent.ts'
import { heldSignature } from '../derived/void-signatures.ts'
import type { Signature } from '../model/signature.ts'
import type { DoseProblem } from './dose-problems.ts'
import { amountsDue, type JudgedDose } from './judge-dose.ts'
import { momentNow, type ReadDose, type TypedDose } from './typed-dose.ts'

type Chosen = Pick<TypedDose, 'reason' | 'seenVolume'> & { readonly mayRound: boolean }

/** Less apart than this, two doses are two clicks. Milliseconds. */
const leastApart = 60_000

/** The dose of a regimen of which less than a minute separates this one, by when it was given or when it was recorded. */
export function doseWithinAMinute(
  before: ConductCase,
  { regimen, moment }: ReadDose,
  now: Date,
): KeptFact | undefined {
  const at = instantOf(moment)
  return currentFacts(before.facts, regimen.item, zoneOf(before)).find((fact) => {
    const given = readMoment(fact.at, zoneOf(before))
    const apart = isTimeProblem(given) ? Infinity : Math.abs(instantOf(given) - at)
    const recorded = Math.abs(Date.parse(fact.recordedAt ?? '') - now.getTime())
    return apart < leastApart || recorded < leastApart
  })
}

function instantOf({ from }: Moment): number {
  return Date.parse(from)
}

/** Holds a dose against what the version says of it, and answers the first thing that is against it. */
export function againstDose(
  before: ConductCase,
  judged: JudgedDose,
  signatures: readonly Signature[],
  typed: Chosen,
  now: Date,
): DoseProblem | undefined {
  return (
    againstGiving(before, judged, signatures) ??
    againstEarly(before, judged, typed) ??
    againstMoment(before, judged, now) ??
    againstDecision(judged.shown) ??
    againstAmount(judged) ??
    againstRest(judged, ({ type }) => !mayRaise.has(type)) ??
    againstUnseen(judged, typed) ??
    againstSoon(before, judged, typed, now)
  )
}

function againstGiving(
  before: ConductCase,
  { dose, raised }: JudgedDose,
  signatures: readonly Signature[],
): DoseProblem | undefined {
  if (raised.some(({ type }) => type === 'dose without consent')) return { why: 'noConsent' }
  if (waitsForOwnConsent(before, dose.regimen.id, dose.moment)) return { why: 'noOwnConsent' }
  const signature = heldSignature(signatures, 'eligibility', before)
  if (!signature) {
    const isVoid = signatures.some(({ meaning }) => meaning === 'eligibility')
    return { why: isVoid ? 'signatureVoid' : 'notSigned' }
  }
  const at = new Date(instantOf(dose.moment)).toISOString()
  const wasSigned = signatures.some(
    ({ meaning, signedAt, voidAt }) =>
      meaning === 'eligibility' && signedAt <= at && (voidAt === null || voidAt > at),
  )
  return wasSigned ? undefined : { why: 'signedLater', at: signature.signedAt }
}

/** A dose of today is the one that is shown now, and not before what that rests on; an earlier one is judged by its own day. */
function againstMoment(
  before: ConductCase,
  { dose, shown }: JudgedDose,
  now: Date,
): DoseProblem | undefined {
  const current = before.state.nextDoses.find(({ regimen }) => regimen === dose.regimen.id)
  if (!current || !isOfToday(before, dose.moment, now)) return undefined
  const fact = laterFact(before, current, dose.moment)
  const unsettled = againstDecision(current)
  if (unsettled) return unsettled
  if (fact) return { why: 'beforeFact', fact }
  if (amountsDue(shown).length > 0 && !isSameDecision(current, shown))
    return {
      why: 'otherThen',
      decision: shown,
      ...(instantOf(dose.moment) < Date.parse(current.dueAt) && { due: current.dueAt }),
    }
  return undefined
}

function isOfToday(before: ConductCase, { firstDay }: Moment, now: Date): boolean {
  return firstDay === momentNow(now, zoneOf(before)).firstDay
}

/** The last of the facts that a decision rests on which happened, or was recorded, after a moment. */
function laterFact(
  before: ConductCase,
  decision: DoseDecision,
  moment: Moment,
): KeptFact | undefined {
  const ids = restsOn(decision)
  return before.facts.findLast((fact) => {
    if (!ids.has(fact.id)) return false
    const at = readMoment(fact.at, zoneOf(before))
    const isAfter = !isTimeProblem(at) && orderInstants(at.from, moment.from) > 0
    return isAfter || Date.parse(fact.recordedAt ?? '') > instantOf(moment)
  })
}

/** The facts that a decision rests on: those of the rules that were looked at, and the weights. */
function restsOn(decision: DoseDecision): ReadonlySet<string> {
  const rules = decision.rules.flatMap(({ grounds }) => grounds.flatMap(({ facts }) => facts))
  const body = amountsDue(decision).flatMap(({ weight, surface }) => [weight?.fact, surface?.fact])
  return new Set([...rules, ...body].filter((id) => id !== undefined))
}

/** Whether two decisions give the same doses. */
export function isSameDecision(one: DoseDecision, other: DoseDecision): boolean {
  const said = (decision: DoseDecision): string =>
    JSON.stringify([
      decision.kind,
      decision.number,
      decision.level ?? null,
      amountsDue(decision).map(({ amount, weight }) => [amount, weight?.fact ?? null]),
    ])
  return said(one) === said(other)
}

/** A dose that is held for the one reason that several weights count is for a person to choose. */
function againstDecision(decision: DoseDecision): DoseProblem | undefined {
  if (decision.kind === 'give') return undefined
  const isChoice =
    decision.kind === 'hold' &&
    decision.options.length > 1 &&
    decision.because.every(({ type }) => type === 'weight not settled')
  return isChoice ? undefined : { why: decision.kind, decision }
}

/** Too much for this child at any level, or a number that belongs to another unit. */
function againstAmount({ dose, shown, raised }: JudgedDose): DoseProblem | undefined {
  const { amount, volume } = dose
  const amounts = amountsDue(shown)
  if (amounts.some((due) => isEqual(due.amount, amount))) return undefined
  for (const { amount: due, product } of amounts) {
    const typed = volume ?? amount
    if (volume && isSameNumber(volume, due))
      return { why: 'milligrams', typed, due, volume: product?.amount ?? volume }
    if (!volume && product && isSameNumber(typed, product.amount))
      return { why: 'millilitres', typed, due, volume: product.amount }
  }
  const above = raised.find(({ type }) => type === 'dose above highest')?.expected
  const ten = amounts.find(({ amount: due }) => isTenTimes(amount, due))
  if (ten) return { why: 'tenTimes', due: ten.amount, amount }
  if (above && 'value' in above) return { why: 'aboveHighest', highest: above, amount }
  return undefined
}

/** The same digits, or those of the other rounded to as many: `0.28` of `0.2834`. */
function isSameNumber({ value }: Quantity, { value: other }: Quantity): boolean {
  if (Number(value) === Number(other)) return true
  const places = value.split('.')[1]?.length ?? 0
  return places > 0 && Number(other).toFixed(places) === Number(value).toFixed(places)
}

function isTenTimes(amount: Quantity, due: Quantity): boolean {
  const ten = timesQuantity(due, '10')
  return !isQuantityProblem(ten) && (isMore(amount, ten) || isEqual(amount, ten))
}

/** What a dose may raise and is recorded all the same: another amount within the range, and what is not of the dose itself. */
const mayRaise: ReadonlySet<ProtocolDeviation['type']> = new Set([
  'dose differs',
  'dose missed',
  'dose too early',
  'corrected after use',
  'visit missed',
  'visit early',
  'visit late',
])

/** Before half of the time has passed, or twice on one day, no reason counts; before its day, a person says why. */
function againstEarly(
  { state }: ConductCase,
  { dose, raised }: JudgedDose,
  { reason }: Pick<TypedDose, 'reason'>,
): DoseProblem | undefined {
  const deviation = raised.find(({ type }) => type === 'dose too early')
  if (!deviation) return undefined
  const given = state.dosesGiven.filter(({ regimen }) => regimen === dose.regimen.id)
  const at = instantOf(dose.moment)
  const last = given.findLast((one) => Date.parse(one.at) <= at)
  const { expected } = deviation
  const due = expected && 'text' in expected ? expected.text : undefined
  if (!last || due === undefined || dose.moment.firstDay === last.at.slice(0, 10))
    return { why: 'deviation', deviation }
  if (at < (Date.parse(last.at) + Date.parse(due)) / 2) return { why: 'deviation', deviation }
  return reason.trim() === '' ? { why: 'soon', last: last.at, due } : undefined
}

function againstRest(
  { raised }: JudgedDose,
  isAgainst: (one: ProtocolDeviation) => boolean,
): DoseProblem | undefined {
  const deviation = raised.find(isAgainst)
  return deviation && { why: 'deviation', deviation }
}

/** What they must have seen, or given a reason for. */
function againstUnseen(
  { dose, shown }: JudgedDose,
  { reason, seenVolume, mayRound }: Chosen,
): DoseProblem | undefined {
  const amounts = amountsDue(shown)
  const due = amounts.map(({ amount }) => amount)
  const { amount, volume, regimen } = dose
  const isDue = due.some((one) => isEqual(one, amount))
  const { strength } = regimen.product
  if (!mayRound && (!isDue || volume) && amounts.some(isToRound))
    return { why: 'roundedByInvestigator', due, amount }
  if (volume && strength && seenVolume !== volume.value)
    return { why: 'conversion', volume, strength, amount, due }
  if ((!isDue || due.length > 1) && reason.trim() === '') return { why: 'differs', due, amount }
  return undefined
}

/** Nobody can measure it, and neither the version nor a setting rounds it. */
function isToRound({ amount, rounding }: DoseDerivation): boolean {
  return !rounding && isBeyondMeasure(amount)
}

/** A dose long before it is due is no slip of some minutes: a person says why. By the due time that the version gives. */
function againstSoon(
  before: ConductCase,
  { dose, shown }: JudgedDose,
  { reason }: Pick<TypedDose, 'reason'>,
  now: Date,
): DoseProblem | undefined {
  const { regimen, moment } = dose
  const { state } = before
  if (!isOfToday(before, moment, now)) return undefined
  const next = state.nextDoses.find((one) => one.regimen === regimen.id)
  const last = state.dosesGiven.findLast((one) => one.regimen === regimen.id)
  if (!next || !last || next.number !== shown.number || reason.trim() !== '') return undefined
  const [from, due] = [Date.parse(last.at), Date.parse(next.dueAt)]
  return instantOf(moment) < (from + due) / 2
    ? { why: 'soon', last: last.at, due: next.dueAt }
    : undefined
}
