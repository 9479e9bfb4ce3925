import type { Problem, RawRecord } from '../../registry/records.ts'
import type { Outcome } from './segment-importer.ts'

/** What an importing worker is told at its start. */
export interface WorkerStart {
  readonly folder: string
  readonly placesFile: string
  /** The beginning of the names of the segments it writes. */
  readonly name: string
  readonly studiesASegment: number
  readonly today: string
}

export type ToWorker =
  | { readonly kind: 'records'; readonly records: readonly RawRecord[] }
  /** Write the studies of small or half-empty segments anew, into one. */
  | { readonly kind: 'fold'; readonly segments: readonly string[] }
  | { readonly kind: 'finish' }

export type Outcomes = Readonly<Record<Outcome, number>>

export type FromWorker =
  | {
      readonly kind: 'took'
      readonly outcomes: Outcomes
      readonly problems: readonly Problem[]
      readonly warnings: readonly Problem[]
    }
  | { readonly kind: 'folded' }
  | {
      readonly kind: 'finished'
      readonly segments: readonly string[]
      readonly folded: readonly string[]
      /** The file of what it found new or changed; undefined when that is nothing. */
      readonly changes: string | undefined
    }
