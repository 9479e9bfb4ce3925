import { closeSync, openSync, readSync, rmSync } from 'node:fs'
import { basename } from 'node:path'
import { ByteWriter } from '../../../base/bytes.ts'
import { writeBytes } from '../../../base/durable-files.ts'

/** A term with what was gathered of it, of so many studies; the bytes are valid until the next term. */
export interface GatheredTerm {
  readonly term: string
  readonly documents: number
  readonly bytes: Uint8Array
}

const chunkSize = 64 * 1024

/**
 * Where a segment that is being written puts the terms gathered so far, so that they take no memory. The file has no name once it
 * is open: whatever becomes of the import, the system takes its room back.
 */
export class TermRunFile {
  readonly #name: string
  readonly #handle: number
  #length = 0

  constructor(file: string) {
    this.#name = basename(file)
    this.#handle = openSync(file, 'w+')
    rmSync(file)
  }

  /** Writes terms, which are in their order; answers the same, to be read again from the file. */
  write(terms: Iterable<GatheredTerm>): Iterable<GatheredTerm> {
    const at = this.#length
    const chunk = new ByteWriter(chunkSize * 2)
    for (const { term, documents, bytes } of terms) {
      writeText(chunk, term)
      chunk.number(documents)
      chunk.number(bytes.length)
      chunk.append(bytes)
      if (chunk.length >= chunkSize) this.#flush(chunk)
    }
    this.#flush(chunk)
    const end = this.#length
    return { [Symbol.iterator]: () => this.#terms(at, end) }
  }

  close(): void {
    closeSync(this.#handle)
  }

  *#terms(at: number, end: number): Generator<GatheredTerm> {
    const reader = new ChunkReader((to, from) => this.#read(to, from), at, end)
    while (!reader.isDone) {
      const term = reader.text()
      const documents = reader.number()
      yield { term, documents, bytes: reader.bytes(reader.number()) }
    }
  }

  #flush(chunk: ByteWriter): void {
    this.#length += writeBytes(this.#handle, chunk.view())
    chunk.clear()
  }

  #read(to: Uint8Array, from: number): void {
    if (readSync(this.#handle, to, 0, to.length, from) !== to.length)
      throw new Error(`what was written to ${this.#name} cannot be read again`)
  }
}

/**
 * Terms of several runs, each in its order, as one: for each term what the runs have of it, in the order of the runs.
 * Valid until the next.
 */
export function* mergedTerms(
  runs: readonly Iterable<GatheredTerm>[],
): Generator<readonly GatheredTerm[]> {
  const sources = runs.map((run) => run[Symbol.iterator]())
  const heads = sources.map((source) => nextOf(source))
  const alike: GatheredTerm[] = []
  for (;;) {
    let first: string | undefined
    for (const head of heads)
      if (head && (first === undefined || head.term < first)) first = head.term
    if (first === undefined) return
    alike.length = 0
    for (const head of heads) if (head?.term === first) alike.push(head)
    yield alike
    for (let index = 0; index < heads.length; index++)
      if (heads[index]?.term === first)
        heads[index] = nextOf(sources[index] as Iterator<GatheredTerm>)
  }
}

function nextOf(source: Iterator<GatheredTerm>): GatheredTerm | undefined {
  const next = source.next()
  return next.done ? undefined : next.value
}

/** One byte a character where that holds them all, else two: half a surrogate pair stays what it is. */
function writeText(bytes: ByteWriter, text: string): void {
  const isWide = wide.test(text)
  const encoded = Buffer.from(text, isWide ? 'utf16le' : 'latin1')
  bytes.number(encoded.length * 2 + (isWide ? 1 : 0))
  bytes.append(encoded)
}

const wide = /[^\0-\xff]/

/** Reads a part of a file in chunks. */
class ChunkReader {
  readonly #fill: (to: Uint8Array, from: number) => void
  #chunk = Buffer.allocUnsafeSlow(chunkSize)
  /** What of the chunk is read and not yet given. */
  #at = 0
  #filled = 0
  #next: number
  readonly #end: number

  constructor(fill: (to: Uint8Array, from: number) => void, at: number, end: number) {
    this.#fill = fill
    this.#next = at
    this.#end = end
  }

  get isDone(): boolean {
    return this.#at === this.#filled && this.#next === this.#end
  }

  number(): number {
    let value = 0
    for (let shift = 0; ; shift += 7) {
      if (this.#at === this.#filled) this.#need(1)
      const byte = this.#chunk[this.#at++] as number
      value |= (byte & 127) << shift
      if (byte < 128) return value >>> 0
    }
  }

  text(): string {
    const written = this.number()
    const length = written >>> 1
    this.#need(length)
    const encoding = (written & 1) === 1 ? 'utf16le' : 'latin1'
    return this.#chunk.toString(encoding, this.#at, (this.#at += length))
  }

  /** Valid until the next call. */
  bytes(length: number): Uint8Array {
    this.#need(length)
    return this.#chunk.subarray(this.#at, (this.#at += length))
  }

  #need(length: number): void {
    const left = this.#filled - this.#at
    if (left >= length) return
    const before = this.#chunk
    if (length > before.length) this.#chunk = Buffer.allocUnsafeSlow(length * 2)
    before.copy(this.#chunk, 0, this.#at, this.#filled)
    const more = Math.min(this.#chunk.length - left, this.#end - this.#next)
    this.#fill(this.#chunk.subarray(left, left + more), this.#next)
    this.#next += more
    this.#at = 0
    this.#filled = left + more
  }
}
