import { closeSync, existsSync, fstatSync, openSync, readSync } from 'node:fs'
import { basename } from 'node:path'
import { crc32 } from 'node:zlib'
import { syncHandle, writeBytes } from '../../../base/durable-files.ts'
import { PieceDamaged } from '../model/damage.ts'

/**
 * A segment is one file of pieces, one after the other: records, postings, columns, and last the list of them. Each piece
 * begins with a checksum of its bytes and its place, so that what is not as it was written, or lies elsewhere, is never used.
 */
export interface FilePiece {
  readonly at: number
  /** With its checksum. */
  readonly length: number
}

/** Bytes of a piece before its content. */
const checksumBytes = 4

const chunkSize = 1024 * 1024

/** Writes a file of pieces, one after the other. */
export class PieceWriter {
  readonly #handle: number
  readonly #chunk = Buffer.allocUnsafeSlow(chunkSize)
  #waiting = 0
  #length = 0

  constructor(file: string) {
    this.#handle = openSync(file, 'w')
  }

  /** Where the next piece will begin. */
  get length(): number {
    return this.#length
  }

  /** Writes a piece, whose bytes may be used again at once. */
  append(bytes: Uint8Array): FilePiece {
    const at = this.#length
    const length = checksumBytes + bytes.length
    if (this.#waiting + length > chunkSize) this.#flush()
    this.#chunk.writeUInt32LE(checksumOf(bytes, at), this.#waiting)
    this.#waiting += checksumBytes
    this.#add(bytes)
    this.#length += length
    return { at, length }
  }

  /** Writes the last bytes, which are no piece, and makes the file durable. */
  finish(last: Uint8Array): void {
    this.#flush()
    writeBytes(this.#handle, last)
    syncHandle(this.#handle)
    closeSync(this.#handle)
  }

  #add(bytes: Uint8Array): void {
    if (this.#waiting + bytes.length > chunkSize) this.#flush()
    if (bytes.length > chunkSize) return void writeBytes(this.#handle, bytes)
    this.#chunk.set(bytes, this.#waiting)
    this.#waiting += bytes.length
  }

  #flush(): void {
    writeBytes(this.#handle, this.#chunk.subarray(0, this.#waiting))
    this.#waiting = 0
  }
}

/** Reads pieces by their place, each checked as it is read. */
export class PieceReader {
  readonly file: string
  readonly size: number
  readonly #handle: number

  /** Throws `PieceDamaged` where the file is missing. */
  constructor(file: string) {
    this.file = file
    if (!existsSync(file)) throw new PieceDamaged(basename(file), 'it is missing')
    this.#handle = openSync(file, 'r')
    this.size = fstatSync(this.#handle).size
  }

  /** The content of a piece, in memory of its own. Throws `PieceDamaged` where it is not as it was written. */
  read(piece: FilePiece, what: string): Uint8Array {
    const { length } = piece
    return this.#sound(
      this.#fill(piece, Buffer.allocUnsafeSlow(Math.max(0, length)), what),
      piece,
      what,
    )
  }

  /**
   * The same, valid only until the next is lent by any reader: thousands of short pieces are looked into and forgotten, and memory
   * of its own takes longer than reading each. Throws `PieceDamaged`.
   */
  lend(piece: FilePiece, what: string): Uint8Array {
    if (piece.length > lent.length) return this.read(piece, what)
    return this.#sound(
      this.#fill(piece, lent.subarray(0, Math.max(0, piece.length)), what),
      piece,
      what,
    )
  }

  /** Makes sure that a piece is as it was written, however long, with no memory for it. Throws `PieceDamaged`. */
  check({ at, length }: FilePiece, what: string): void {
    const written = this.raw(at, checksumBytes, what).readUInt32LE(0)
    let checksum = at % 2 ** 32
    for (let done = checksumBytes; done < length; done += lent.length) {
      const part = { at: at + done, length: Math.min(lent.length, length - done) }
      checksum = crc32(this.#fill(part, lent.subarray(0, part.length), what), checksum)
    }
    if (length < checksumBytes || written !== checksum)
      throw new PieceDamaged(basename(this.file), what)
  }

  /** Bytes as they lie there. Throws `PieceDamaged` when the file ends too early: it was cut off. */
  raw(at: number, length: number, what: string): Buffer {
    return this.#fill({ at, length }, Buffer.allocUnsafeSlow(Math.max(0, length)), what)
  }

  #sound(bytes: Buffer, { at }: FilePiece, what: string): Uint8Array {
    const content = bytes.subarray(checksumBytes)
    if (bytes.length < checksumBytes || bytes.readUInt32LE(0) !== checksumOf(content, at))
      throw new PieceDamaged(basename(this.file), what)
    return content
  }

  #fill({ at, length }: FilePiece, bytes: Buffer, what: string): Buffer {
    if (length < 1 || at < 0 || at + length > this.size)
      throw new PieceDamaged(basename(this.file), `${what} is cut off`)
    if (readSync(this.#handle, bytes, 0, length, at) !== length)
      throw new PieceDamaged(basename(this.file), `${what} is cut off`)
    return bytes
  }

  close(): void {
    closeSync(this.#handle)
  }
}

/** What is lent; longer pieces are few. */
const lent = Buffer.allocUnsafeSlow(64 * 1024)

function checksumOf(bytes: Uint8Array, at: number): number {
  return crc32(bytes, at % 2 ** 32)
}
