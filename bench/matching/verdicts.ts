import { judgeCriterion } from '../../src/finder/matching/judge/judge.ts'
import { readNote } from '../../src/finder/matching/note/read-note.ts'
import type { Patient } from '../../src/finder/matching/patient/patient.ts'
import type { Verdict } from '../../src/finder/eligibility/logic.ts'
import type { Label } from './read-files.ts'
import type { Vocabulary } from '../../src/finder/vocabulary/concept.ts'

export const classes: readonly Verdict[] = ['met', 'not met', 'unknown', 'not applicable']

/** An expert's label as a verdict from the person's side: met lets in, not met keeps out. */
const expected: Readonly<Record<string, Verdict>> = {
  included: 'met',
  'not excluded': 'met',
  excluded: 'not met',
  'not included': 'not met',
  'not enough information': 'unknown',
  'not applicable': 'not applicable',
}

export interface Row {
  readonly label: Label
  readonly expert: Verdict
  readonly ours: Verdict
  readonly reason: string
}

/** Every label beside our verdict, in `self-check` as the experts presume, or in `screening`. */
export function verdictRows(
  labels: readonly Label[],
  vocabulary: Vocabulary,
  mode: 'self-check' | 'screening',
): Row[] {
  const patients = new Map<string, Patient>()
  return labels.flatMap((label) => {
    const expert = expected[label.expert_eligibility]
    if (!expert) return []
    const patient = patients.get(label.note) ?? readNote(label.note, { vocabulary })
    patients.set(label.note, patient)
    const { criterion_text: text, criterion_type: kind } = label
    const judged = judgeCriterion(text ?? '', kind, patient, { vocabulary, mode })
    return [{ label, expert, ours: judged.verdict, reason: judged.reason }]
  })
}

export interface ClassFigures {
  readonly verdict: Verdict
  readonly precision: number
  readonly recall: number
  readonly f1: number
  readonly count: number
}

export interface VerdictFigures {
  readonly count: number
  readonly accuracy: number
  readonly macroF1: number
  readonly wrongExclusions: number
  /** Exclusions that we call clear, and of these the ones that the expert did not call so. */
  readonly clear: number
  readonly wronglyClear: number
  readonly classes: readonly ClassFigures[]
}

export function verdictFigures(rows: readonly Row[]): VerdictFigures {
  const own = classes.map((verdict): ClassFigures => {
    const said = rows.filter(({ ours }) => ours === verdict).length
    const count = rows.filter(({ expert }) => expert === verdict).length
    const both = rows.filter(({ ours, expert }) => ours === verdict && expert === verdict).length
    const precision = said === 0 ? 0 : both / said
    const recall = count === 0 ? 0 : both / count
    const f1 = both === 0 ? 0 : (2 * precision * recall) / (precision + recall)
    return { verdict, precision, recall, f1, count }
  })
  const clear = rows.filter(
    ({ label, ours }) => label.criterion_type === 'exclusion' && ours === 'met',
  )
  return {
    count: rows.length,
    accuracy: rows.filter(({ ours, expert }) => ours === expert).length / Math.max(1, rows.length),
    macroF1: own.reduce((sum, { f1 }) => sum + f1, 0) / own.length,
    wrongExclusions: rows.filter(({ ours, expert }) => ours === 'not met' && expert !== 'not met')
      .length,
    clear: clear.length,
    wronglyClear: clear.filter(({ expert }) => expert !== 'met').length,
    classes: own,
  }
}

/** Patients sorted by id, every second one held out: rules were written looking at the others only. */
export function isHeldOut(label: Label, labels: readonly Label[]): boolean {
  const patients = [...new Set(labels.map((one) => one.patient_id))].toSorted()
  return patients.indexOf(label.patient_id) % 2 === 1
}
