import type { RecordProblem, RawRecord } from '../../registry/records.ts'
import type { ImportOutcome } from './segment-importer.ts'

/** What an importing worker is told when it begins. */
export interface WorkerStart {
  readonly folder: string
  readonly placesFile: string
  /** The beginning of the names of the segments it writes. */
  readonly name: string
  readonly studiesASegment: number
  readonly today: string
  /** The segments of the catalogue as it is, oldest first; undefined where there is none yet. */
  readonly segments: readonly KnownSegment[] | undefined
}

/** A segment by its file, and the documents in it whose record is damaged. */
export interface KnownSegment {
  readonly file: string
  readonly damaged: readonly number[]
}

/** What a worker of an import is told. */
export type ToWorker =
  /** Before it begins: the checksum of a whole file, or undefined where that cannot be read. */
  | { readonly kind: 'checksum'; readonly file: string }
  /** The first of the others; before it, a worker reads what it works with. */
  | { readonly kind: 'begin'; readonly start: WorkerStart }
  | { readonly kind: 'records'; readonly records: readonly RawRecord[] }
  /** Write the studies of small or half-empty segments anew, into one. */
  | { readonly kind: 'merge'; readonly segments: readonly string[] }
  | { readonly kind: 'finish' }

/** How many records had each outcome. */
export type ImportOutcomes = Readonly<Record<ImportOutcome, number>>

/** What a worker of an import answers. */
export type FromWorker =
  | {
      readonly kind: 'imported'
      readonly outcomes: ImportOutcomes
      readonly problems: readonly RecordProblem[]
      readonly warnings: readonly RecordProblem[]
      /** Records that were kept against another of the same date. */
      readonly conflicts: readonly RecordProblem[]
      /** Studies that were read again because what was kept of them is damaged. */
      readonly mended: readonly string[]
    }
  | { readonly kind: 'checked'; readonly checksum: number | undefined }
  | { readonly kind: 'merged' }
  | {
      readonly kind: 'finished'
      readonly segments: readonly string[]
      readonly merged: readonly string[]
      /** The file of what it found new or changed; undefined when that is nothing. */
      readonly changes: string | undefined
    }
