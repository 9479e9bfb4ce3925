import type { FactFault } from './fact-fault.ts'
import { cutLines } from './cut-lines.ts'
import { cutList } from './cut-list.ts'
import type { FactCutter, FactText } from './fact-text.ts'
import { looksBinary, looksUtf16 } from './kind-of-bytes.ts'

/**
 * Cuts a file of facts into its facts: one JSON object a line, or a list of objects. Holds one fact and one chunk at
 * a time, however long the file is. After a fault that `isLast` nothing is read.
 */
export async function* splitFacts(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<FactText> {
  const start = new StartOfFile()
  for await (const chunk of chunks)
    for (const found of start.push(chunk)) {
      yield found
      if (found.isLast) return
    }
  yield* start.end()
}

/** Knows from the first sign whether a file is a list or lines. */
class StartOfFile {
  #head: Uint8Array = new Uint8Array(0)
  #line = 1
  #isLooked = false
  #cutter: FactCutter | undefined

  push(chunk: Uint8Array): readonly FactText[] {
    if (this.#cutter) return this.#cutter.push(chunk)
    this.#head = Buffer.concat([this.#head, chunk])
    return this.#head.length < longestMark ? [] : this.#begin()
  }

  end(): readonly FactText[] {
    const begun = this.#cutter ? [] : this.#begin()
    return [...begun, ...(this.#cutter?.end() ?? [])]
  }

  #begin(): readonly FactText[] {
    if (!this.#isLooked) {
      const fault = faultOfHead(this.#head)
      if (fault) return [{ line: 1, fault, isLast: true }]
      if (isByteOrderMark(this.#head)) this.#head = this.#head.subarray(3)
      this.#isLooked = true
    }
    const from = this.#head.findIndex((byte) => byte > 32)
    const blanks = from < 0 ? this.#head : this.#head.subarray(0, from)
    for (const byte of blanks) if (byte === newline) this.#line++
    const rest = this.#head.subarray(blanks.length)
    this.#head = new Uint8Array(0)
    if (rest.length === 0) return []
    this.#cutter = rest[0] === openList ? cutList(this.#line) : cutLines(this.#line)
    return this.#cutter.push(rest)
  }
}

const newline = 10
const openList = 91
const longestMark = 4

function isByteOrderMark([a, b, c]: Uint8Array): boolean {
  return a === 0xef && b === 0xbb && c === 0xbf
}

function faultOfHead(head: Uint8Array): FactFault | undefined {
  if (looksUtf16(head)) return { kind: 'UTF-16' }
  return looksBinary(head) ? { kind: 'not a text file' } : undefined
}
