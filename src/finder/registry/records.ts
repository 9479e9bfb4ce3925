import type { Study } from './study.ts'

/** One record as it lies in a source, not yet parsed: cheap to pass between processes. */
export interface RawRecord {
  /** Where it was found, for messages: `bulk.zip: NCT02390596.json`, `studies.ndjson.gz:812`. */
  readonly place: string
  readonly format: 'json' | 'xml'
  /** UTF-8 (whatever the source was in), in memory of its own, so it may be transferred to a worker. */
  readonly bytes: Uint8Array<ArrayBuffer>
}

/** Something in a source that could not become a study: said in the import's summary, never dropped. */
export interface RecordProblem {
  readonly place: string
  /** What is wrong, in words an operator can act on. */
  readonly reason: string
  /** A file or page, or the source itself, is broken (cut off, refused, unreadable): what came before is good, but it is not whole. */
  readonly fatal?: true
  /** A registry refused the question itself (400 or 404), so that to ask the same again is of no use. */
  readonly refused?: true
}

/** True for what could not be read; false for a record or a study. */
export function isProblem(found: object): found is RecordProblem {
  return 'reason' in found
}

/** A record read: the study, the day its registry processed it if it says so, and what was odd but kept. */
export interface ReadStudy {
  readonly study: Study
  /** `yyyy-MM-dd` of the registry's processing (versionHolder, or the XML's download_date). */
  readonly processed?: string
  /** Values outside the known enumerations, repaired text and the like. The study is kept. */
  readonly warnings: readonly string[]
}
