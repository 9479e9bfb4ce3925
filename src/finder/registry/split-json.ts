import { Capture } from './capture.ts'
import { Findings, type Found, type Splitter } from './split.ts'

const newline = 10
const quote = 34
const comma = 44
const colon = 58
const openList = 91
const backslash = 92
const closeList = 93
const openObject = 123
const closeObject = 125

/** Studies from JSON: one study, a list of them, an API page, or a study or a page per line. */
export function splitJson(source: string): Splitter {
  return new JsonSplitter(source)
}

/**
 * Finds where records begin and end by counting brackets outside strings; nothing is parsed here.
 * A broken line loses that line alone: no valid JSON has a `{` at the start of a line unless
 * a comma, a colon or a `[` came before, so such a `{` begins the next record.
 */
class JsonSplitter implements Splitter {
  readonly #findings: Findings
  readonly #capture = new Capture()
  /** Where the record being captured begins in the present chunk; -1 when none is. */
  #from = -1
  #depth = 0
  /** The depth of the list whose elements are studies; -1 outside one. */
  #listDepth = -1
  /** A top-level object is a study until a list named "studies" shows that it is a page. */
  #mayBePage = false
  #inString = false
  #escaped = false
  /** The last name or text at depth 1 of a top-level object, to know "studies" by. */
  #key = ''
  #lastMark = 0
  #line = 1
  #valueLine = 1
  #index = 0
  #values = 0
  #lineStart = true
  #skippingLine = false
  #sawList = false

  constructor(source: string) {
    this.#findings = new Findings(source, 'json')
  }

  push(chunk: Uint8Array): Found[] {
    if (this.#from >= 0) this.#from = 0
    let at = 0
    while (at < chunk.length) {
      if (this.#skippingLine) at = this.#skipLine(chunk, at)
      else if (this.#inString) at = this.#string(chunk, at)
      else at = this.#structure(chunk, at)
    }
    if (this.#from >= 0) this.#capture.add(chunk, this.#from, chunk.length)
    return this.#findings.take()
  }

  end(): Found[] {
    if (this.#depth > 0)
      this.#findings.fatal(
        this.#values === 1 && this.#listDepth < 0 ? '' : this.#place(),
        'The source ends in the middle of a record: it is cut off.',
      )
    else if (this.#findings.count === 0 && !this.#sawList)
      this.#findings.fatal('', 'The source is empty: no study is in it.')
    return this.#findings.takeLast()
  }

  /** Reads up to and over the end of the string, or to the end of the chunk. */
  #string(chunk: Uint8Array, start: number): number {
    let at = this.#escaped && chunk[start] !== newline ? start + 1 : start
    this.#escaped = false
    for (; at < chunk.length; at++) {
      const byte = chunk[at]
      if (byte === quote) return this.#endString(chunk, start, at)
      if (byte === backslash) {
        this.#escaped = at + 1 === chunk.length
        if (chunk[at + 1] !== newline) at++
      } else if (byte === newline && this.#isBroken()) return at
    }
    if (this.#mayBePage && this.#depth === 1) this.#key += latin1(chunk, start, at)
    return at
  }

  #endString(chunk: Uint8Array, start: number, at: number): number {
    this.#inString = false
    if (this.#mayBePage && this.#depth === 1) this.#key += latin1(chunk, start, at)
    return at + 1
  }

  /** JSON allows no raw line end in a string. True if the record is given up here. */
  #isBroken(): boolean {
    const spansLines = this.#line > this.#valueLine
    if (spansLines) {
      // A document over many lines: one text lacks its end. The record fails when parsed; the next ones stand.
      this.#inString = false
      return true
    }
    if (this.#listDepth >= 0) return false
    this.#giveUp('A text in the record has no end on its line.')
    return true
  }

  /** Reads marks between strings, up to the next string or the end of the chunk. */
  #structure(chunk: Uint8Array, start: number): number {
    for (let at = start; at < chunk.length; at++) {
      const byte = chunk[at] ?? 0
      if (byte <= 32) {
        if (byte === newline) this.#endLine()
        continue
      }
      if (byte === openObject && this.#lineStart && this.#isOutOfPlace())
        this.#giveUp('The record has no end on its line.')
      this.#lineStart = false
      if (byte === openObject || byte === openList) this.#open(byte, at)
      else if (byte === closeObject || byte === closeList) this.#close(chunk, at)
      else if (byte === quote && this.#depth > 0) return this.#startString(at)
      else if (byte !== comma && byte !== colon) this.#scalar(byte)
      this.#lastMark = byte
      if (this.#skippingLine) return at
    }
    return chunk.length
  }

  #startString(at: number): number {
    if (this.#depth === this.#listDepth) this.#scalar(quote)
    this.#inString = true
    this.#key = ''
    this.#lastMark = quote
    return at + 1
  }

  #open(byte: number, at: number): void {
    if (this.#depth === 0) this.#beginValue(byte, at)
    else if (this.#depth === this.#listDepth) this.#from = at
    else if (this.#isStudyList(byte)) {
      this.#capture.drop()
      this.#from = -1
      this.#beginList(this.#depth + 1)
    }
    this.#depth++
  }

  #beginValue(byte: number, at: number): void {
    this.#values++
    this.#valueLine = this.#line
    this.#mayBePage = byte === openObject
    if (byte === openList) this.#beginList(1)
    else this.#from = at
  }

  #beginList(depth: number): void {
    this.#listDepth = depth
    this.#mayBePage = false
    this.#index = 0
    this.#sawList = true
  }

  #isStudyList(byte: number): boolean {
    if (!this.#mayBePage || this.#depth !== 1 || byte !== openList) return false
    return this.#lastMark === colon && this.#key === 'studies'
  }

  #close(chunk: Uint8Array, at: number): void {
    if (this.#depth === 0) return this.#garbage()
    this.#depth--
    const ends = this.#depth === this.#listDepth || this.#depth === 0
    if (ends && this.#from >= 0) this.#finish(chunk, at + 1)
    if (this.#depth < this.#listDepth) this.#listDepth = -1
    if (this.#depth === 0) this.#mayBePage = false
  }

  #finish(chunk: Uint8Array, end: number): void {
    this.#capture.add(chunk, this.#from, end)
    this.#from = -1
    this.#findings.record(this.#capture.take(), this.#place())
    this.#index++
  }

  /** A number, a word or a text: fine inside a record, wrong where a record should be. */
  #scalar(byte: number): void {
    if (this.#depth === 0) return this.#garbage()
    const begins = this.#lastMark === comma || this.#lastMark === openList || byte === quote
    if (this.#depth !== this.#listDepth || !begins) return
    this.#findings.problem(this.#place(), 'This is not a study: a JSON object was expected.')
    this.#index++
  }

  #garbage(): void {
    this.#values++
    this.#findings.problem(`:${this.#line}`, 'This line is not a JSON object.')
    this.#skippingLine = true
  }

  #skipLine(chunk: Uint8Array, start: number): number {
    const at = chunk.indexOf(newline, start)
    if (at < 0) return chunk.length
    this.#skippingLine = false
    return at
  }

  #endLine(): void {
    this.#line++
    this.#lineStart = true
  }

  #isOutOfPlace(): boolean {
    if (this.#depth === 0 || this.#line === this.#valueLine) return false
    return ![comma, colon, openList].includes(this.#lastMark)
  }

  #giveUp(reason: string): void {
    const place = this.#place()
    if (this.#listDepth >= 0)
      this.#findings.fatal(place, `${reason} The rest of its list is not read.`)
    else this.#findings.problem(place, reason)
    this.#capture.drop()
    this.#from = -1
    this.#depth = 0
    this.#listDepth = -1
    this.#mayBePage = false
    this.#inString = false
  }

  #place(): string {
    if (this.#listDepth < 0) return `:${this.#valueLine}`
    return this.#values > 1 ? `:${this.#valueLine}[${this.#index}]` : `[${this.#index}]`
  }
}

/** Names are short and plain; a long text at depth 1 is cut, for it is no name. */
function latin1(chunk: Uint8Array, start: number, end: number): string {
  const length = Math.min(end, chunk.length, start + 16) - start
  return Buffer.from(chunk.buffer, chunk.byteOffset + start, length).toString('latin1')
}
