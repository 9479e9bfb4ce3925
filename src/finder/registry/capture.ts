import { mostRecordBytes } from './limits.ts'

/** Bytes of one record gathered over chunks, up to the limit; beyond it they are counted, not kept. */
export class Capture {
  #parts: Uint8Array<ArrayBuffer>[] = []
  #length = 0

  add(chunk: Uint8Array, start: number, end: number): void {
    if (end <= start) return
    this.#length += end - start
    if (this.#length > mostRecordBytes) this.#parts = []
    // Copied: the chunk's memory is far larger than the part, and the stream may use it again.
    else this.#parts.push(new Uint8Array(chunk.subarray(start, end)))
  }

  get length(): number {
    return this.#length
  }

  /** The bytes in memory of their own, or undefined when there were too many. Begins anew. */
  take(): Uint8Array<ArrayBuffer> | undefined {
    const [parts, length] = [this.#parts, this.#length]
    this.drop()
    if (length > mostRecordBytes) return undefined
    const [only] = parts
    return parts.length === 1 && only ? only : join(parts, length)
  }

  drop(): void {
    this.#parts = []
    this.#length = 0
  }
}

function join(parts: readonly Uint8Array[], length: number): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(length)
  let at = 0
  for (const part of parts) {
    bytes.set(part, at)
    at += part.length
  }
  return bytes
}
