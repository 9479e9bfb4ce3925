import type { RecordProblem, RawRecord } from '../../registry/records.ts'
import type { Vocabulary } from '../../vocabulary/concept.ts'

/** Somewhere records come from: a file, a folder, a registry's API. */
export interface Source {
  readonly name: string
  records(
    onProgress: (bytesRead: number, bytesTotal: number | undefined) => void,
  ): AsyncIterable<RawRecord | RecordProblem>
  /** Given where, once it is read to its end, everything an API said until that day (`yyyy-MM-dd`) is in the catalogue. */
  readonly reading?: { readonly address: string; readonly day: string }
  /** Called once its studies are in the catalogue, all of them: not where it broke off. */
  readonly imported?: () => void
}

/** What an import reads, where it writes, and whom it tells. */
export interface ImportOptions {
  /** The catalogue's folder; made if it is not there. */
  readonly folder: string
  readonly placesFile: string
  readonly sources: readonly Source[]
  /** The clock: asked when the import begins and when it is finished. */
  readonly now: () => Temporal.Instant
  readonly vocabulary: Vocabulary
  readonly signal?: AbortSignal
  /** At most so many; one alone until it has had `recordsOfOneWorker` studies (5,000 where not given). */
  readonly workers?: number
  readonly recordsOfOneWorker?: number
  readonly studiesASegment?: number
  /** Of a catalogue of so many studies a small change is served before its names are written (20,000 where not given). */
  readonly namesFollowFrom?: number
  /** The catalogue is being filled with older, then newer records: what this import changes is history, not news. */
  readonly filling?: boolean
  /** Called once a state is served whose names are still to be written: from then on nobody waits for this import. */
  onNamesFollow?(): void
  onProgress?(progress: ImportProgress): void
  /** Called for every rejected record, as it is met. */
  onProblem?(problem: RecordProblem): void
  /** Called for what was odd in a record that was kept. */
  onWarning?(warning: RecordProblem): void
  /** Called for a record that was kept against another of the same study and date, which it names. */
  onConflict?(conflict: RecordProblem): void
}

/** How far an import is. */
export interface ImportProgress {
  readonly phase: 'reading' | 'finishing'
  readonly source: string
  readonly read: number
  readonly bytesRead: number
  readonly bytesTotal: number | undefined
}

/** Every record of every source is in exactly one of these. */
export interface ImportSummary {
  readonly read: number
  readonly new: number
  readonly changed: number
  readonly unchanged: number
  /** Records older than the version the catalogue has: left as they are. */
  readonly older: number
  /** The same study again in this import: the newest version is the one kept. */
  readonly duplicate: number
  /** Records, and files and pages that could not be read whole. */
  readonly rejected: number
  /** Of the rejected, the files and pages: how many records were lost with each cannot be known. */
  readonly broken: number
  /** Studies in the catalogue afterwards. */
  readonly studies: number
  readonly generation: string | undefined
  /** Only where something was damaged. */
  readonly mending?: Mending
}

/** What was damaged of the catalogue that was there, and what became of it. */
export interface Mending {
  /** Studies that the sources held, and that were read again. */
  readonly mended: number
  /** Studies that no source held: their pages say that they are damaged, or they are gone. */
  readonly left: readonly string[]
  /** Files of which it cannot be known which studies they held: what of them the sources did not hold is gone. */
  readonly lost: readonly string[]
  /** The newest state was damaged, so the import went on from the one before: what came with that state is gone. */
  readonly isEarlier: boolean
}

/** Nothing of what the sources hold could be read: nothing was changed. `onProblem` was told why. */
export class NothingRead extends Error {
  override readonly name = 'NothingRead'
  readonly summary: ImportSummary

  constructor(summary: ImportSummary) {
    super('nothing of the sources could be read')
    this.summary = summary
  }
}
