import type { SetAside } from '../facts/reading.ts'
import type {
  DoseDecision,
  DoseGiven,
  EligibilityState,
  EndpointState,
  OpenQuestion,
  ProtocolDeviation,
  SetState,
  VisitState,
} from './answers.ts'
import type { StateNote } from './question-desk.ts'
import type { StopState } from './stop-state.ts'
import type { SafetyState } from './safety-state.ts'

/**
 * Everything that a version of a protocol says of one participant at one moment: plain data, the same for the
 * same facts on any machine and in any order of arrival. It advises; people decide.
 */
export interface ParticipantState {
  readonly now: string
  readonly version: VersionInForce
  /** Since when nothing is given any more, or no visit is due, because somebody withdrew from it. */
  readonly withdrawn: { readonly treatment?: string; readonly visits?: string }
  readonly eligibility: EligibilityState
  readonly visits: readonly VisitState[]
  /** One for each regimen that applies. */
  readonly nextDoses: readonly DoseDecision[]
  readonly dosesGiven: readonly DoseGiven[]
  readonly stop: StopState
  readonly endpoints: readonly EndpointState[]
  readonly sets: readonly SetState[]
  readonly safety: readonly SafetyState[]
  readonly deviations: readonly ProtocolDeviation[]
  readonly questions: readonly OpenQuestion[]
  readonly notes: readonly StateNote[]
  /** Facts that nothing was worked out from, and why. */
  readonly setAside: readonly SetAside[]
}

/** The version a participant is on, and those that may come to apply. */
export interface VersionInForce {
  readonly study: string
  readonly version: string
  readonly because:
    | 'only version'
    | 'in force at consent'
    | 'amendment applies'
    | 'in force now'
    | 'none in force'
  /** Later versions in force at the site that do not say whether they apply to this person. */
  readonly pending: readonly { readonly version: string; readonly from: string }[]
  readonly reconsent: 'not needed' | 'due' | 'done' | 'unknown'
}
