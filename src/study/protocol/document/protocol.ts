import type { ProtocolCriterion } from './criteria.ts'
import type { Regimen } from './dosing.ts'
import type { AnalysisSet, ProtocolEndpoint } from './endpoints.ts'
import type { TruthExpression } from './expressions.ts'
import type { Wording, ProtocolNode, SourceDocument, StandardsMap } from './node.ts'
import type { PlannedVisit, ProtocolAnchor } from './schedule.ts'

/**
 * One version of a protocol. Immutable: a change is a new document that names the one it takes the place of.
 * Everything the engine does, it does from here.
 */
export interface Protocol {
  /** The shape of this document: 1. */
  readonly format: 1
  /** The study's number: `NCT02390596`. */
  readonly study: string
  /** Unique for the study: `listing`, `record-2020`. */
  readonly version: string
  readonly title: Wording
  readonly date?: string
  /** The version it takes the place of. */
  readonly supersedes?: string
  /** Since when each site works by it; `*` is every site. */
  readonly effective: readonly SiteDate[]
  /** What it asks of those already in; without it, a person is asked. */
  readonly amendment?: AmendmentImpact
  readonly sources: readonly SourceDocument[]
  readonly items: readonly ProtocolItem[]
  readonly definitions: readonly Definition[]
  readonly anchors: readonly ProtocolAnchor[]
  readonly eligibility: readonly ProtocolCriterion[]
  readonly visits: readonly PlannedVisit[]
  readonly regimens: readonly Regimen[]
  readonly endpoints: readonly ProtocolEndpoint[]
  readonly sets: readonly AnalysisSet[]
  /** Worth saying of the whole: known contradictions of the source, what it does not publish. */
  readonly notes?: readonly Wording[]
}

/** Since when a site works by a version. */
export interface SiteDate {
  readonly site: string
  /** `yyyy-MM-dd` */
  readonly from: string
  /** The zone of its clocks: `Europe/Paris`. Without it a day is that of the offset written with each time. */
  readonly zone?: string
}

/** What a version asks of participants enrolled under the one before. */
export interface AmendmentImpact extends ProtocolNode {
  readonly appliesTo?: 'new participants' | 'everybody'
  readonly reconsent?: boolean
}

/** What kind of value an item has. An `event` happens at its moment; its value is free words. */
export type ItemType = 'quantity' | 'yes-no' | 'code' | 'date' | 'text' | 'event'

/** What an item means to the engine, whatever a study calls it. At most one item has each. */
export type ItemRole =
  | 'birth date'
  | 'sex'
  | 'consent'
  | 'withdrawal'
  | 'adverse event'
  | 'version effective'
  | 'allocation'
  | 'visit'

/** Something that is recorded of a participant. */
export interface ProtocolItem {
  readonly id: string
  readonly title: Wording
  readonly type: ItemType
  /** UCUM; readings in another unit of the same kind are converted exactly. */
  readonly unit?: string
  /** The codes of a coded item. */
  readonly codes?: readonly string[]
  /** Body sites at which it may be taken; without it the source is silent and any counts. */
  readonly sites?: readonly string[]
  /** What its codes, body sites and details are called; without it they are shown as they are. */
  readonly labels?: Readonly<Record<string, Wording>>
  /** `once`: two values that differ contradict one another. Otherwise each reading is one of a series. */
  readonly repeats: 'once' | 'series'
  /** Values outside are asked about, never used: a weight of 140 kg in a baby. */
  readonly plausible?: { readonly from: string; readonly to: string }
  /** `none` may be recorded: it was looked for and there is none. */
  readonly mayBeNone?: boolean
  readonly role?: ItemRole
  readonly standards?: StandardsMap
}

/** A named test, used by its name: what this study calls fever. */
export interface Definition extends ProtocolNode {
  /** Missing where the source uses the word and does not define it; then `by` judges it as the item of the same name. */
  readonly expression?: TruthExpression
  readonly by?: string
}
