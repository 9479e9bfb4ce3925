/** A value of JSON in which every number is the text it was written as: `38.0` stays `38.0`. */
export type ExactValue =
  | null
  | boolean
  | string
  | ExactNumber
  | readonly ExactValue[]
  | { readonly [key: string]: ExactValue }

/** A number as it was written. */
export class ExactNumber {
  readonly text: string

  constructor(text: string) {
    this.text = text
  }
}

/** Why a text is not JSON, or not JSON that means one thing. Lines and columns count from 1. */
export interface JsonFault {
  readonly kind:
    | 'empty'
    | 'not JSON'
    | 'cut off'
    | 'text after the end'
    | 'key twice'
    | 'too deep'
    | 'control character'
  readonly line: number
  readonly column: number
  /** What stands there, or the key. */
  readonly found?: string
}

/** What a text says, or all that is wrong with it. */
export type ExactJson =
  | { readonly value: ExactValue; readonly faults?: undefined }
  | { readonly value?: undefined; readonly faults: readonly JsonFault[] }

/**
 * Reads JSON without changing a digit, which `JSON.parse` would: 38.0 becomes 38 there, and of two equal keys the first
 * is lost without a word. Here numbers keep their text and a key that stands twice is a fault. Throws only an error that
 * is the reader's own, never for what the text holds.
 */
export function readExactJson(text: string): ExactJson {
  const reader = new JsonReader(text)
  try {
    const value = reader.whole()
    return reader.twice.length > 0 ? { faults: reader.twice } : { value }
  } catch (error) {
    if (error instanceof NotJson) return { faults: [...reader.twice, error.fault] }
    throw error
  }
}

/** No document of ours is nested so deep. */
const mostDepth = 100

class NotJson extends Error {
  readonly fault: JsonFault

  constructor(fault: JsonFault) {
    super(fault.kind)
    this.fault = fault
  }
}

const space = /[ \t\r\n]*/y
const number = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y
/** All signs from the space on, without `"` and `\`. */
const letters = /[ !#-[\]-\uffff]*/y
const escaped = /\\(?:["\\/bfnrt]|u[\da-fA-F]{4})/y
const word = /true|false|null/y

class JsonReader {
  readonly twice: JsonFault[] = []
  readonly #text: string
  #at = 0

  constructor(text: string) {
    this.#text = text
  }

  whole(): ExactValue {
    this.#skipSpace()
    if (this.#at === this.#text.length) throw this.#fault('empty')
    const value = this.#value(0)
    this.#skipSpace()
    if (this.#at < this.#text.length) throw this.#fault('text after the end')
    return value
  }

  #value(depth: number): ExactValue {
    const mark = this.#text[this.#at]
    if (mark === '{' || mark === '[') {
      if (depth === mostDepth) throw this.#fault('too deep')
      this.#at++
      return mark === '{' ? this.#object(depth + 1) : this.#list(depth + 1)
    }
    if (mark === '"') return this.#string()
    const written = this.#take(word)
    if (written !== undefined) return written === 'null' ? null : written === 'true'
    const digits = this.#take(number)
    // 007 and 1.2.3 begin as numbers do.
    if (digits === undefined || /[\w.+-]/.test(this.#text[this.#at] ?? ''))
      throw this.#fault('not JSON')
    return new ExactNumber(digits)
  }

  #object(depth: number): ExactValue {
    const object: Record<string, ExactValue> = {}
    this.#skipSpace()
    if (this.#next('}')) return object
    for (;;) {
      const from = this.#at
      if (this.#text[from] !== '"') throw this.#fault('not JSON')
      const key = this.#string()
      if (Object.hasOwn(object, key)) this.twice.push(this.#faultAt('key twice', from, key))
      this.#skipSpace()
      if (!this.#next(':')) throw this.#fault('not JSON')
      this.#skipSpace()
      set(object, key, this.#value(depth))
      this.#skipSpace()
      if (this.#next('}')) return object
      if (!this.#next(',')) throw this.#fault('not JSON')
      this.#skipSpace()
    }
  }

  #list(depth: number): ExactValue {
    const list: ExactValue[] = []
    this.#skipSpace()
    if (this.#next(']')) return list
    for (;;) {
      list.push(this.#value(depth))
      this.#skipSpace()
      if (this.#next(']')) return list
      if (!this.#next(',')) throw this.#fault('not JSON')
      this.#skipSpace()
    }
  }

  #string(): string {
    const from = this.#at
    this.#at++
    for (let isPlain = true; ; isPlain = false) {
      this.#take(letters)
      if (this.#next('"')) {
        const written = this.#text.slice(from, this.#at)
        return isPlain ? written.slice(1, -1) : String(JSON.parse(written))
      }
      if (this.#take(escaped) === undefined) throw this.#fault(this.#isControl())
    }
  }

  #isControl(): JsonFault['kind'] {
    return (this.#text.codePointAt(this.#at) ?? 32) < 32 ? 'control character' : 'not JSON'
  }

  #take(pattern: RegExp): string | undefined {
    pattern.lastIndex = this.#at
    const found = pattern.exec(this.#text)?.[0]
    if (found !== undefined) this.#at += found.length
    return found
  }

  #next(mark: string): boolean {
    if (this.#text[this.#at] !== mark) return false
    this.#at++
    return true
  }

  #skipSpace(): void {
    // Most marks have none after them, and the pattern would cost as much as reading the value.
    if (this.#text.charCodeAt(this.#at) > 32) return
    this.#take(space)
  }

  #fault(kind: JsonFault['kind']): NotJson {
    const isOver = this.#at >= this.#text.length && kind === 'not JSON'
    const rest = this.#text.slice(this.#at, this.#at + 20)
    return new NotJson(this.#faultAt(isOver ? 'cut off' : kind, this.#at, rest))
  }

  #faultAt(kind: JsonFault['kind'], at: number, found: string): JsonFault {
    const before = this.#text.slice(0, at)
    const line = before.split('\n').length
    const column = at - before.lastIndexOf('\n')
    return { kind, line, column, ...(found !== '' && { found }) }
  }
}

/** `__proto__` is a key like any other. */
function set(object: Record<string, ExactValue>, key: string, value: ExactValue): void {
  if (key === '__proto__')
    Object.defineProperty(object, key, { value, enumerable: true, writable: true })
  else object[key] = value
}
