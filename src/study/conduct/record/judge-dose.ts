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
  const { participant, run, facts, state } = before
  const kept = {
    ...plainDose(dose),
    id: candidate,
    recordedAt: now.toISOString(),
    seq: facts.length + 1,
    hash: '',
    formKey: '',
  }
  const after = caseOf(participant, run, [...facts, kept], now).state
  const given = after.dosesGiven.find(({ fact }) => fact === candidate)
  if (!given) return undefined
  const known = new Set(state.deviations.map(({ id }) => id))
  return { dose, shown: given.shown, raised: after.deviations.filter(({ id }) => !known.has(id)) }
}

/** A fact that is in no record. */
const candidate = 'candidate'

/** What is recorded of a dose whatever else is known of it. */
export function plainDose({ regimen, amount, moment }: ReadDose): NewFact {
  return { item: regimen.item, value: amount.value, unit: amount.unit, at: moment.text }
}
