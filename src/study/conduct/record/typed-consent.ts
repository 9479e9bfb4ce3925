import type { FactProblemCode, TypedMoment } from './typed-fact.ts'

/** Who signs. */
export const consentSigners = [
  'both guardians',
  'one guardian',
  'legal guardian',
  'participant',
] as const

/** Why one guardian signs alone. */
export const soleReasons = ['sole authority', 'other died', 'other not reached', 'urgent'] as const

/** Whether the child agreed: who says no is not asked again here, and nothing is recorded as consent. */
export const assents = ['given', 'too young', 'unable'] as const

/** On what it was signed. */
export const consentMedia = ['paper', 'screen'] as const

/** Somebody who is independent of the team; who it was stands on the signed text. */
export const independentWitness = 'independent'

/** What a form says of a consent, as it was typed: codes of the lists above, or empty. */
export interface TypedConsent {
  readonly by: string
  readonly whyOne: string
  readonly assent: string
  readonly medium: string
  /** The name of the text and the language, `parents-2 fr`. */
  readonly form: string
  /** `account/<id>` of who of the team took the consent, or `independent`. */
  readonly witness: string
  readonly at: TypedMoment
}

/** What was wrongly recorded, by the id of its fact, and why another takes its place. */
export interface TypedReplacement {
  readonly fact: string
  readonly reason: string
}

/** Why a consent or a withdrawal is not recorded. Each has its sentence on the page. */
export type ConsentProblemCode =
  | Extract<
      FactProblemCode,
      | 'noMoment'
      | 'notADay'
      | 'dayFirst'
      | 'noSuchDay'
      | 'notATime'
      | 'noSuchTime'
      | 'dayForTime'
      | 'skipped'
      | 'twice'
      | 'future'
      | 'beforeBirth'
      | 'noReason'
      | 'corrected'
      | 'noItem'
    >
  | 'noTime'
  | 'by'
  | 'whyOne'
  | 'assent'
  /** Recorded as too young to be asked, from an age on at which the study asks. */
  | 'assentAge'
  | 'medium'
  | 'form'
  | 'witness'
  /** The site might take nobody in on that day: its approval had not begun, or had ended. */
  | 'siteNotApproved'
  /** No text is approved at this site on that day; the text is not; a newer one is. */
  | 'noForm'
  | 'notApproved'
  | 'olderForm'
  /** By their age that day: too young to sign alone, or too old for others to sign. */
  | 'minor'
  | 'adult'
  | 'noScope'
  | 'already'
  | 'why'

/** Something that is wrong, at which field. */
export interface ConsentProblem {
  readonly code: ConsentProblemCode
  readonly field:
    | 'by'
    | 'whyOne'
    | 'assent'
    | 'medium'
    | 'form'
    | 'witness'
    | 'day'
    | 'time'
    | 'offset'
    | 'of'
    | 'why'
    | 'reason'
  /** What the sentence names: the text that is in force. */
  readonly given?: string
  /** Offsets of which one is to be chosen, where the clocks showed a time twice. */
  readonly offsets?: readonly string[]
}
