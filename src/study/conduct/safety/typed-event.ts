import type { FactProblemCode, TypedMoment } from '../record/typed-fact.ts'

/** Why an event is serious (ICH E2A), the worst first. */
export const seriousnessCriteria = [
  'death',
  'lifeThreatening',
  'hospitalisation',
  'disability',
  'congenital',
  'medicallyImportant',
] as const

/** Why an event is serious. */
export type SeriousnessCriterion = (typeof seriousnessCriteria)[number]

/** What was done with the drug. */
export const drugActions = [
  'notChanged',
  'reduced',
  'increased',
  'interrupted',
  'withdrawn',
  'notApplicable',
  'unknown',
] as const

/** What became of an event. */
export const eventOutcomes = [
  'recovered',
  'recovering',
  'notRecovered',
  'sequelae',
  'fatal',
  'unknown',
] as const

/** How severe an event is; it says nothing of whether it is serious. */
export const severityGrades = ['1', '2', '3', '4', '5'] as const

/** A question of a form that is answered with yes or no, or not yet. */
export type YesOrNoYet = 'yes' | 'no' | ''

/** An adverse event as a site typed it. What is empty is not known yet. */
export interface TypedEvent {
  /** What happened, in the words of who saw it. */
  readonly what: string
  readonly onset: TypedMoment
  readonly end: TypedMoment
  readonly serious: string
  readonly criteria: readonly string[]
  readonly grade: string
  /** Taken from an investigator alone. */
  readonly related: string
  readonly action: string
  readonly outcome: string
  /** When the site learned of this. */
  readonly siteAware: TypedMoment
  readonly words: string
}

/** What is said of an event later. */
export interface TypedFollowUp {
  /** The id of any fact of the event. */
  readonly event: string
  readonly typed: TypedEvent
  readonly change: string
  readonly reason: string
}

/** What the sponsor says of an event, by the sponsor's clocks. */
export interface TypedJudgement {
  readonly event: string
  /** Whether the reference safety information names it. */
  readonly expected: string
  /** Which one, and where in it. */
  readonly reference: string
  readonly sponsorAware: TypedMoment
  /** When the authority was told, once more. */
  readonly reported: TypedMoment
  readonly reason: string
}

/** Why what was typed of an event is not recorded. */
export type EventProblemCode =
  | FactProblemCode
  | 'noWhat'
  | 'noChoice'
  | 'notAGrade'
  | 'noCriterion'
  | 'criterionOfNotSerious'
  | 'endBeforeOnset'
  | 'beforeOnset'
  | 'beforeAware'
  | 'noEvent'
  | 'changed'

/** Something that is wrong with what was typed, at its field. */
export interface EventProblem {
  readonly field: string
  readonly code: EventProblemCode
  /** Offsets of which one is to be chosen, where the clocks showed a time twice. */
  readonly offsets?: readonly string[]
  /** The day that was typed, read with the day first. */
  readonly given?: string
}

/** How long free words of an event may be, in characters. */
export const longestEventWords = 5000
