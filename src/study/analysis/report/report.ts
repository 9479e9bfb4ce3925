import type { Wording } from '../../protocol/document/node.ts'
import type { ReportCell } from './cells.ts'

/**
 * The report of a study by one named version, as plain data: the same facts and the same version give the same
 * report, byte for byte. Words are in both languages; numbers are numbers.
 */
export interface StudyReport {
  /** The shape of this report: 1. */
  readonly format: 1
  readonly study: string
  readonly title: Wording
  readonly version: ReportVersion
  /** Another version that the same facts are read by, to stand beside it. */
  readonly beside?: ReportVersion
  /** Up to when facts count; by default the last moment that the file itself names. */
  readonly cutoff: { readonly at: string; readonly by: 'given' | 'last fact' }
  readonly facts: {
    readonly participants: number
    readonly facts: number
    /** Of the bytes of the file. */
    readonly sha256?: string
  }
  /** Said on every page: that the people are invented. */
  readonly mark?: Wording
  readonly notes: readonly Wording[]
  readonly sections: readonly ReportSection[]
}

/** A version that a report is made by. */
export interface ReportVersion {
  readonly version: string
  readonly title: Wording
  readonly date?: string
  /** Of the document, where it is known. */
  readonly sha256?: string
}

/** A part of the report with a heading of its own. */
export interface ReportSection {
  readonly id: string
  readonly title: Wording
  readonly parts: readonly ReportPart[]
}

/** What stands in a section. */
export type ReportPart =
  | { readonly type: 'table'; readonly table: ReportTable }
  | { readonly type: 'figure'; readonly figure: ReportFigure }

/** A table: its columns, its rows, what is said under it. */
export interface ReportTable {
  /** Names its file and its place in the page. */
  readonly id: string
  readonly title: Wording
  /** A listing has one row for each record; other tables count. */
  readonly kind: 'summary' | 'listing'
  /** The first column is the rows' labels and is not among these. */
  readonly labelTitle: Wording
  readonly columns: readonly ReportColumn[]
  readonly rows: readonly ReportRow[]
  readonly footnotes: readonly Wording[]
}

/** A column. `of` is how many participants it is about, where it is about some. */
export interface ReportColumn {
  readonly id: string
  readonly title: Wording
  readonly of?: number
}

/** A row: a cell for each column. A heading has none. */
export interface ReportRow {
  /** Unique in the table. */
  readonly id: string
  readonly label: Wording
  /** How far it is moved in: 0, 1 or 2. */
  readonly depth: 0 | 1 | 2
  readonly heading?: boolean
  readonly cells: readonly ReportCell[]
}

/** A picture and the table it is drawn from. */
export interface ReportFigure {
  readonly id: string
  readonly title: Wording
  readonly picture: SurvivalPicture | PairsPicture
  readonly table: ReportTable
  readonly footnotes: readonly Wording[]
}

/** Survival curves, and under the axis how many are still watched. */
export interface SurvivalPicture {
  readonly type: 'survival'
  readonly across: Wording
  readonly up: Wording
  readonly ticks: readonly number[]
  readonly curves: readonly PictureCurve[]
}

/** One curve: it falls at each time to the share beside it. */
export interface PictureCurve {
  readonly title: Wording
  readonly time: readonly number[]
  readonly share: readonly number[]
  /** When people left without the event. */
  readonly censored: readonly number[]
  readonly end: number
  /** How many are watched at each tick. */
  readonly atRisk: readonly number[]
}

/** A line for each participant from a value before to one after. */
export interface PairsPicture {
  readonly type: 'pairs'
  readonly up: Wording
  readonly before: Wording
  readonly after: Wording
  readonly pairs: readonly {
    readonly participant: string
    readonly before: number
    readonly after: number
  }[]
}
