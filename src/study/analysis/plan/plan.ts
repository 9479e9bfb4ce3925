import type { Wording, NodeStatus } from '../../protocol/document/node.ts'
import type { ReadingSelect, TruthExpression } from '../../protocol/document/expressions.ts'

/**
 * What a report shows beyond what its protocol declares: which values describe the participants, times to events,
 * values before and after, and what was published of them. It is whose name stands in `by`, and is shown as theirs,
 * never as the protocol's. It belongs to a study, not to a version, so that two versions can be read by one plan.
 */
export interface AnalysisPlan {
  /** The shape of this document: 1. */
  readonly format: 1
  readonly study: string
  readonly title: Wording
  readonly by: string
  readonly on?: string
  /** Who is in a set that the version names and does not define. */
  readonly sets: readonly PlannedSet[]
  readonly baseline: readonly PlannedBaseline[]
  readonly times: readonly PlannedTime[]
  readonly pairs: readonly PlannedPair[]
  readonly published: readonly PublishedCount[]
}

/** The plan's own definition of a set; it never takes the place of one that a version states. */
export interface PlannedSet {
  readonly set: string
  readonly status: NodeStatus
  readonly reason: Wording
  readonly member: TruthExpression
}

/** A line of the table of participants: an item, or the age that its date of birth gives. */
export interface PlannedBaseline {
  readonly item: string
  /** For a date of birth: completed years, months or days on the day of the first dose. */
  readonly age?: PlannedAge
  /** Only readings with these details: who assessed. */
  readonly details?: Readonly<Record<string, string>>
  readonly title?: Wording
  readonly digits?: number
}

/** In what unit all ages of a table are told: a named one, or the finest that the youngest person needs. */
export type PlannedAge = ReportAgeUnit | 'by the youngest'

/** Completed years, months or days, as UCUM writes them. */
export type ReportAgeUnit = 'a' | 'mo' | 'd'

/** Time from the first dose until the first reading of an item for which something holds. */
export interface PlannedTime {
  readonly id: string
  readonly title: Wording
  readonly status: NodeStatus
  readonly reason?: Wording
  readonly of: Pick<ReadingSelect, 'item' | 'site' | 'method' | 'details'>
  /** What must hold of a reading: said of `this`. */
  readonly event: TruthExpression
  readonly unit: 'h' | 'd'
  /** Where on the axis numbers at risk are given. */
  readonly ticks: readonly number[]
}

/** Two named values of an endpoint: those of one participant are one pair. */
export interface PlannedPair {
  readonly id: string
  readonly title: Wording
  readonly endpoint: string
  readonly before: string
  readonly after: string
  readonly digits: number
}

/** Counts that a source printed for a row of a table. */
export interface PublishedCount {
  readonly table: string
  readonly row: string
  readonly participants: number
  readonly total?: number
  readonly events?: number
  /** A source of the protocol, and where in it. */
  readonly source: string
  readonly place: string
}
