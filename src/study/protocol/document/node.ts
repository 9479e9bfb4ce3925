/** Words for people in both languages, written in the document itself. Without `fr` the English is shown. */
export interface Wording {
  readonly en: string
  readonly fr?: string
}

/** Where a document's words come from: a registry record, a paper, a protocol in PDF. */
export interface SourceDocument {
  readonly id: string
  readonly title: string
  /** The day the text was published, processed or printed. */
  readonly date?: string
  readonly link?: string
  /** What the text may be used for, and who is to be named. */
  readonly credit?: string
}

/** The source's own words, unchanged, and the place where they stand. */
export interface SourceWords {
  /** A `SourceDocument`'s id. */
  readonly source: string
  readonly place: string
  /** Verbatim. */
  readonly text: string
}

/**
 * `stated`: the source says so. `inferred`: it does not, and this reading of it is ours, with the reason.
 * `silent`: the source says nothing; the engine asks a person and never fills in.
 */
export type NodeStatus = 'stated' | 'inferred' | 'silent'

/** What each standard calls this thing: a section of ICH M11, a class of USDM, ODM, FHIR or SDTM. */
export type StandardsMap = Partial<Record<'m11' | 'usdm' | 'odm' | 'fhir' | 'sdtm', string>>

/** What every node of a protocol carries. */
export interface ProtocolNode {
  /** Unique in the document. */
  readonly id: string
  readonly title: Wording
  readonly status: NodeStatus
  /** Needed where the status is `inferred`: why it is read so. */
  readonly reason?: Wording
  /** Needed where the status is `silent` and the answer matters: what a person is asked. */
  readonly question?: Wording
  /** One passage or several; none only where the source is silent. */
  readonly words?: readonly SourceWords[]
  readonly standards?: StandardsMap
  /** Worth showing beside it; nothing is worked out from a note. */
  readonly notes?: readonly Wording[]
}
