import { tooBig } from './limits.ts'
import type { RecordProblem, RawRecord } from './records.ts'

/** What a source yields. */
export type Found = RawRecord | RecordProblem

/** Cuts UTF-8 text into records, however its bytes are chunked. */
export interface Splitter {
  push(chunk: Uint8Array): Found[]
  /** What is left when the bytes are over; a record cut off in the middle is a fatal problem. */
  end(): Found[]
}

/**
 * The records of one source with their places. A source that holds a single record gives that record
 * its own name; so the first is held back until a second comes, or the end.
 */
export class Findings {
  readonly #source: string
  readonly #format: RawRecord['format']
  #found: Found[] = []
  #first: { readonly bytes: Uint8Array<ArrayBuffer>; readonly where: string } | undefined
  #count = 0

  constructor(source: string, format: RawRecord['format']) {
    this.#source = source
    this.#format = format
  }

  get count(): number {
    return this.#count
  }

  record(bytes: Uint8Array<ArrayBuffer> | undefined, where: string): void {
    if (!bytes) return this.problem(where, tooBig)
    this.#release()
    this.#count++
    if (this.#count === 1) this.#first = { bytes, where }
    else this.#push(bytes, where)
  }

  problem(where: string, reason: string): void {
    this.#release()
    this.#count++
    this.#found.push({ place: this.#source + where, reason })
  }

  fatal(where: string, reason: string): void {
    this.#release()
    this.#found.push({ place: this.#source + where, reason, fatal: true })
  }

  /** What has been found since the last time. */
  take(): Found[] {
    const found = this.#found
    this.#found = []
    return found
  }

  takeLast(): Found[] {
    if (this.#first) this.#push(this.#first.bytes, '')
    this.#first = undefined
    return this.take()
  }

  #release(): void {
    if (this.#first) this.#push(this.#first.bytes, this.#first.where)
    this.#first = undefined
  }

  #push(bytes: Uint8Array<ArrayBuffer>, where: string): void {
    this.#found.push({ place: this.#source + where, format: this.#format, bytes })
  }
}
