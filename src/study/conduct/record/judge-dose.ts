import { isEqual } from '../../protocol/quantity/compare-amounts.ts'
import type {
  DoseDecision,
  DoseDerivation,
  ProtocolDeviation,
} from '../../protocol/state/answers.ts'
import { type ConductCase, caseOf } from '../model/case.ts'
import type { NewFact } from '../model/facts.ts'
import type { ReadDose } from './typed-dose.ts'

/** What the engine says of a dose as if it had been recorded: what was shown for it at its moment, and what it would raise. */
export interface JudgedDose {
  readonly dose: ReadDose
  readonly shown: DoseDecision
  /** What this dose would raise that is not raised yet. */
  readonly raised: readonly ProtocolDeviation[]
}

/**
 * Asks the engine of a dose before anything is recorded. Undefined where it makes nothing of it, as for a regimen that is not
 * for this person. A volume that is what the version has drawn up is the amount that it gives.
 */
export function judgeDose(before: ConductCase, dose: ReadDose, now: Date): JudgedDose | undefined {
  const judged = judgedOnce(before, dose, now)
  const { volume } = dose
  if (!judged || !volume) return judged
  const due = amountsDue(judged.shown).find((one) => isSameVolume(one, volume))
  return due ? judgedOnce(before, { ...dose, amount: due.amount }, now) : judged
}

/** Each amount that a decision lets give: the one that was derived, or those of which a person chooses. */
export function amountsDue({ dose, options }: DoseDecision): readonly DoseDerivation[] {
  return dose ? [dose] : options
}

/** Whether a volume is what is drawn up of a dose, as it is shown. */
function isSameVolume({ product }: DoseDerivation, volume: ReadDose['amount']): boolean {
  return product !== undefined && isEqual(product.amount, volume)
}

function judgedOnce(before: ConductCase, dose: ReadDose, now: Date): JudgedDose | undefined {
  const after = stateWith(before, plainDose(dose), now)
  const given = after.dosesGiven.find(({ fact }) => fact === candidate)
  if (!given) return undefined
  const known = new Set(before.state.deviations.map(({ id }) => id))
  return { dose, shown: given.shown, raised: after.deviations.filter(({ id }) => !known.has(id)) }
}

/** What the engine would say if a fact had been recorded now. */
function stateWith({ participant, run, facts }: ConductCase, fact: NewFact, now: Date) {
  const kept = {
    ...fact,
    id: candidate,
    recordedAt: now.toISOString(),
    seq: facts.length + 1,
    hash: '',
    formKey: '',
  }
  return caseOf(participant, run, [...facts, kept], now).state
}

/** Whether a corrected dose is more than the highest that the version gives, or more than any dose can be. */
export function isAboveHighest(before: ConductCase, fact: NewFact): boolean {
  const isDose = before.protocol.regimens.some(({ item }) => item === fact.item)
  if (!isDose || typeof fact.value !== 'string') return false
  const after = stateWith(before, fact, new Date(before.state.now))
  const isRead = !after.setAside.some(
    (one) => one.fact === candidate && one.why === 'not plausible',
  )
  return (
    !isRead ||
    after.deviations.some(
      ({ type, facts }) => type === 'dose above highest' && facts.includes(candidate),
    )
  )
}

/** A fact that is in no record. */
const candidate = 'candidate'

/** What is recorded of a dose whatever else is known of it. */
export function plainDose({ regimen, amount, moment }: ReadDose): NewFact {
  return { item: regimen.item, value: amount.value, unit: amount.unit, at: moment.text }
}
