import type { Study } from './study.ts'

/** One record as it lies in a source, not yet parsed: cheap to pass between processes. */
export interface RawRecord {
  /** Where it was found, for messages: `bulk.zip:NCT02390596.json`, `studies.ndjson.gz:812`. */
  readonly place: string
  readonly format: 'json' | 'xml'
  readonly bytes: Uint8Array
}

/** Something in a source that could not become a study: said in the import's summary, never dropped. */
export interface Problem {
  readonly place: string
  /** What is wrong, in words an operator can act on. */
  readonly reason: string
}

/** A record read: the study, the day its registry processed it if it says so, and what was odd but kept. */
export interface ReadStudy {
  readonly study: Study
  /** `yyyy-MM-dd` of the registry's processing (versionHolder, or the XML's download_date). */
  readonly processed?: string
  /** Values outside the known enumerations, repaired text and the like. The study is kept. */
  readonly warnings: readonly string[]
}
