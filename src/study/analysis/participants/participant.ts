import type { ReportAgeUnit } from '../plan/plan.ts'
import type { Quantity } from '../../protocol/quantity/quantity.ts'
import type { Fact } from '../../protocol/facts/fact.ts'
import type { SetAside } from '../../protocol/facts/reading.ts'
import type {
  EligibilityState,
  EndpointState,
  OpenQuestion,
  ProtocolDeviation,
  SetState,
  VisitState,
} from '../../protocol/state/answers.ts'

/** What one version says of one participant, as far as a report needs it, with the facts behind. */
export interface AnalysedParticipant {
  readonly id: string
  readonly site?: string
  /** The arm, where people are allocated. */
  readonly arm?: AllocatedArm
  readonly consent?: Fact
  readonly withdrawal?: Fact
  readonly eligibility: Pick<EligibilityState, 'answer' | 'by'>
  readonly doses: readonly AnalysedDose[]
  readonly visits: readonly VisitState[]
  readonly endpoints: readonly EndpointState[]
  readonly sets: readonly SetState[]
  readonly deviations: readonly ProtocolDeviation[]
  readonly questions: readonly OpenQuestion[]
  readonly events: readonly AdverseEvent[]
  /** The last value of each item before treatment, by the item's id. */
  readonly baseline: ReadonlyMap<string, BaselineValue>
  /** Times to events that the plan names, by their ids. */
  readonly times: ReadonlyMap<string, TimeToEvent>
  /** Endpoints by the version beside. */
  readonly beside?: readonly EndpointState[]
  /** Facts that nothing was worked out from. */
  readonly setAside: readonly SetAside[]
  /** Every fact that a number of the report rests on, by its id. */
  readonly facts: ReadonlyMap<string, Fact>
}

/** The arm somebody was allocated to. */
export interface AllocatedArm {
  readonly text: string
  readonly fact: string
}

/** A value before treatment. `number` is in the item's unit, where it has one. */
export interface BaselineValue {
  readonly fact: string
  readonly number?: number
  readonly text?: string
  /** An age in each unit in which it is known: a birth of a month alone has no days. */
  readonly ages?: Readonly<Partial<Record<ReportAgeUnit, number>>>
}

/** A dose that was given. */
export interface AnalysedDose {
  readonly fact: string
  readonly regimen: string
  readonly number: number
  readonly at: string
  readonly day?: string
  readonly amount?: Quantity
  /** What the version had given. */
  readonly shown?: Quantity
  /** It is not what was shown, or nothing was to be given. */
  readonly differs: boolean
  /** The level of what was shown, where that is what was given. */
  readonly level?: string
}

/** An adverse event as it was recorded. Unknown is a value. */
export interface AdverseEvent {
  readonly fact: string
  readonly term: string
  readonly at: string
  /** 1 to 5, as a person graded it. */
  readonly grade?: number
  readonly serious: 'yes' | 'no' | 'unknown'
  readonly related: 'yes' | 'no' | 'unknown'
  readonly fatal: boolean
}

/** How long one participant was watched, and whether the event came. */
export interface TimeToEvent {
  readonly time: number
  readonly event: boolean
  readonly facts: readonly string[]
}
