import type { CriterionKind } from '../../eligibility/headings.ts'
import type { Limits } from '../../eligibility/differs.ts'
import type { Mode } from '../../eligibility/decide.ts'
import type { Verdict } from '../../eligibility/logic.ts'
import type { Evidence, Patient } from '../patient/patient.ts'
import type { Vocabulary } from '../../vocabulary/concept.ts'

/**
 * One criterion against one person. `met`: nothing in it keeps the person out (a requirement is so, an
 * exclusion is not); `not met`: it does, and the evidence says so.
 */
export interface Judgement {
  readonly verdict: Verdict
  readonly reason: JudgedBy
  readonly evidence: readonly Evidence[]
}

/** A verdict with the rule that gives it, by this evidence. */
export function judgementOf(
  verdict: Verdict,
  reason: JudgedBy,
  evidence: readonly Evidence[] = [],
): Judgement {
  return { verdict, reason, evidence }
}

/** The rule that decided; a door puts it into words. */
export type JudgedBy =
  | 'asks nothing'
  | 'another sex'
  | 'not at this age'
  | 'pregnancy'
  | 'stated will'
  | 'stated facts'
  | 'all of it is said'
  | 'limits differ'
  | 'near what the person has'
  | 'tests not given'
  | 'only the site can tell'
  | 'presumed clear'
  | 'nothing said'

/** What a criterion is judged with. */
export interface JudgeOptions {
  readonly vocabulary: Vocabulary
  /** `self-check` presumes an exclusion clear where the record is silent (rule `presumed-clear@5`); `screening` never. */
  readonly mode: Mode
  /** The registry's own limits of the study, where the criterion is one of a study. */
  readonly limits?: Limits
  /** That the study of the criterion asks others of its people to have an illness. */
  readonly takesIll?: boolean
}

/** One criterion held against one person. */
export interface Case extends JudgeOptions {
  readonly text: string
  readonly kind: CriterionKind
  readonly patient: Patient
}
