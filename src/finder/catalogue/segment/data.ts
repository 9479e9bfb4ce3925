import { createHash } from 'node:crypto'
import { closeSync, createReadStream, fstatSync, openSync, readSync } from 'node:fs'
import { syncHandle, writeBytes } from '../../../base/durable-files.ts'

/**
 * The long pieces of a segment (records, postings, positions), one after the other in a file of their own
 * beside the SQLite file that says where each is: pages of a database would leave a quarter of it empty.
 */
export function dataFile(segmentFile: string): string {
  return segmentFile.replace(/\.sqlite$/, '.data')
}

const chunkSize = 1024 * 1024

/** Writes the data file of a segment, piece after piece. */
export class DataWriter {
  readonly #handle: number
  readonly #hash = createHash('sha256')
  readonly #chunk = Buffer.allocUnsafeSlow(chunkSize)
  #waiting = 0
  #length = 0

  constructor(file: string) {
    this.#handle = openSync(file, 'w')
  }

  /** Writes a piece, which may be used again at once; gives the place where it begins. */
  append(bytes: Uint8Array): number {
    const at = this.#length
    this.#length += bytes.length
    if (this.#waiting + bytes.length > chunkSize) this.#flush()
    if (bytes.length > chunkSize) this.#write(bytes)
    else {
      this.#chunk.set(bytes, this.#waiting)
      this.#waiting += bytes.length
    }
    return at
  }

  /** Makes the file durable; gives the hash of all of it. */
  finish(): string {
    this.#flush()
    syncHandle(this.#handle)
    closeSync(this.#handle)
    return this.#hash.digest('hex')
  }

  #flush(): void {
    this.#write(this.#chunk.subarray(0, this.#waiting))
    this.#waiting = 0
  }

  #write(bytes: Uint8Array): void {
    this.#hash.update(bytes)
    writeBytes(this.#handle, bytes)
  }
}

/** Reads the data file of a segment by place and length, in bytes. */
export class DataReader {
  readonly #handle: number
  readonly #length: number

  constructor(file: string) {
    this.#handle = openSync(file, 'r')
    this.#length = fstatSync(this.#handle).size
  }

  /** Throws when the file ends too early: it was cut off. */
  read(at: number, length: number): Uint8Array {
    const bytes = Buffer.allocUnsafeSlow(length)
    if (at + length > this.#length || readSync(this.#handle, bytes, 0, length, at) !== length)
      throw new Error('the data file of a segment is shorter than it should be')
    return bytes
  }

  close(): void {
    closeSync(this.#handle)
  }
}

/** The hash of a whole file, to be held against the one noted when it was written. */
export async function hashOfFile(file: string): Promise<string> {
  const hash = createHash('sha256')
  for await (const chunk of createReadStream(file)) hash.update(chunk as Uint8Array)
  return hash.digest('hex')
}
