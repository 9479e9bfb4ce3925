import { isUtf8 } from 'node:buffer'
import type { FactFault } from './fact-fault.ts'

/** The text of one fact and the line where it begins, or what is wrong there. */
export type FactText =
  | {
      readonly line: number
      readonly text: string
      readonly fault?: undefined
      readonly isLast?: undefined
    }
  | { readonly line: number; readonly fault: FactFault; readonly isLast?: boolean }

/** Cuts the bytes of a file into facts, however they are chunked. */
export interface FactCutter {
  push(chunk: Uint8Array): readonly FactText[]
  end(): readonly FactText[]
}

/** A fact may be so long; the longest have a reason of a page. */
export const mostFactBytes = 64 * 1024

/** The bytes of one fact, gathered over chunks up to the limit; beyond it they are counted, not kept. */
export class FactBytes {
  #parts: Uint8Array[] = []
  #length = 0

  get length(): number {
    return this.#length
  }

  add(chunk: Uint8Array, from: number, to: number): void {
    if (to <= from) return
    this.#length += to - from
    if (this.#length > mostFactBytes) this.#parts = []
    // Copied: the stream may use the chunk's memory again.
    else this.#parts.push(Uint8Array.from(chunk.subarray(from, to)))
  }

  /** The fact as text; begins anew. */
  take(line: number): FactText {
    const [parts, length] = [this.#parts, this.#length]
    this.#parts = []
    this.#length = 0
    if (length > mostFactBytes)
      return { line, fault: { kind: 'too long', mostBytes: mostFactBytes } }
    return textOfBytes(parts.length === 1 && parts[0] ? parts[0] : Buffer.concat(parts), line)
  }
}

/** UTF-8 as text: bytes that are none are a fault, not a question mark in a black square. */
export function textOfBytes(bytes: Uint8Array, line: number): FactText {
  if (!isUtf8(bytes)) return { line, fault: { kind: 'not UTF-8' } }
  return { line, text: Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('utf8') }
}
