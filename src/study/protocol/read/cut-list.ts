import { FactBytes, type FactCutter, type FactText } from './fact-text.ts'

/** A list of facts, `[{…}, {…}]`, on one line or many: cut by counting brackets outside strings. */
export function cutList(first: number): FactCutter {
  return new ListCutter(first)
}

const newline = 10
const quote = 34
const comma = 44
const openList = 91
const backslash = 92
const closeList = 93
const openObject = 123
const closeObject = 125

/** What may stand next between the facts of the list. */
type Expected = 'list' | 'fact or end' | 'fact' | 'comma or end' | 'nothing'

class ListCutter implements FactCutter {
  readonly #bytes = new FactBytes()
  #expected: Expected = 'list'
  #line: number
  #factLine = 0
  /** How many brackets of the fact are open; 0 between facts. */
  #depth = 0
  #inString = false
  #escaped = false

  constructor(first: number) {
    this.#line = first
  }

  push(chunk: Uint8Array): readonly FactText[] {
    const found: FactText[] = []
    let from = 0
    for (let at = 0; at < chunk.length; at++) {
      const byte = chunk[at] ?? 0
      if (byte === newline) this.#line++
      if (this.#depth > 0) {
        if (!this.#endsFact(byte)) continue
        this.#bytes.add(chunk, from, at + 1)
        found.push(this.#bytes.take(this.#factLine))
        this.#expected = 'comma or end'
      } else if (byte > 32 && !this.#between(byte)) {
        const kind = this.#expected === 'nothing' ? 'text after the end' : 'not JSON'
        const sign = Buffer.from(chunk.subarray(at, at + 20)).toString('latin1')
        const fault = { kind, line: this.#line, column: 1, found: sign } as const
        return [...found, { line: this.#line, fault, isLast: true }]
      } else if (byte === openObject) from = at
    }
    if (this.#depth > 0) this.#bytes.add(chunk, from, chunk.length)
    return found
  }

  end(): readonly FactText[] {
    if (this.#expected === 'nothing') return []
    const line = this.#depth > 0 ? this.#factLine : this.#line
    return [{ line, fault: { kind: 'cut off', line, column: 1 }, isLast: true }]
  }

  /** Takes a sign between facts; false where it may not stand there. */
  #between(byte: number): boolean {
    const { expected, next } = this.#step(byte)
    if (!expected) return false
    this.#expected = next
    if (byte === openObject) {
      this.#depth = 1
      this.#factLine = this.#line
    }
    return true
  }

  #step(byte: number): { expected: boolean; next: Expected } {
    const now = this.#expected
    if (byte === openList) return { expected: now === 'list', next: 'fact or end' }
    if (byte === openObject)
      return { expected: now === 'fact' || now === 'fact or end', next: 'comma or end' }
    if (byte === comma) return { expected: now === 'comma or end', next: 'fact' }
    const mayEnd = now === 'comma or end' || now === 'fact or end'
    return { expected: byte === closeList && mayEnd, next: 'nothing' }
  }

  /** Takes a sign inside a fact; true where it is the last. */
  #endsFact(byte: number): boolean {
    if (this.#inString) {
      if (this.#escaped) this.#escaped = false
      else if (byte === backslash) this.#escaped = true
      else if (byte === quote) this.#inString = false
    } else if (byte === quote) this.#inString = true
    else if (byte === openObject || byte === openList) this.#depth++
    else if (byte === closeObject || byte === closeList) this.#depth--
    return this.#depth === 0
  }
}
