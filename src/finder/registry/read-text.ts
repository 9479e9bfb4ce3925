import { isUtf16, toUtf8 } from './encoding.ts'
import { mostProblemsBeforeFirstRecord } from './limits.ts'
import { isProblem } from './records.ts'
import { splitJson } from './split-json.ts'
import { splitXml } from './split-xml.ts'
import type { Found, Splitter } from './split.ts'

const bytesToTellBy = 1024

/** The records of one text, JSON or XML in any of the shapes we know, told by what it holds. */
export async function* readText(
  place: string,
  chunks: AsyncIterable<Uint8Array>,
): AsyncGenerator<Found, void> {
  const reader = new TextReader(place)
  for await (const chunk of chunks) {
    for (const found of reader.push(chunk)) yield found
    if (reader.gaveUp) return
  }
  for (const found of reader.end()) yield found
}

/** The records of a text that lies in memory. */
export function textIn(place: string, bytes: Uint8Array): Found[] {
  const reader = new TextReader(place)
  return [...reader.push(bytes), ...(reader.gaveUp ? [] : reader.end())]
}

/** A file of one study that is cut off is one bad record: nothing else can be missing with it. */
export function asOneBadRecord(found: Found): Found {
  return isProblem(found) ? { place: found.place, reason: found.reason } : found
}

/** Holds the first bytes until they tell the format, then cuts what comes into records. */
class TextReader {
  readonly #place: string
  #head: Uint8Array | undefined = new Uint8Array(0)
  #text: { readonly push: (chunk: Uint8Array) => Found[]; readonly end: () => Found[] } | undefined
  #problems = 0
  #sawRecord = false
  gaveUp = false

  constructor(place: string) {
    this.#place = place
  }

  push(chunk: Uint8Array): Found[] {
    if (this.#text) return this.#watched(this.#text.push(chunk))
    this.#head = this.#head?.length ? Buffer.concat([this.#head, chunk]) : chunk
    return this.#head.length < bytesToTellBy ? [] : this.#begin()
  }

  end(): Found[] {
    const begun = this.#text ? [] : this.#begin()
    return this.gaveUp ? begun : [...begun, ...this.#watched(this.#text?.end() ?? [])]
  }

  #begin(): Found[] {
    const head = this.#head ?? new Uint8Array(0)
    this.#head = undefined
    const refusal = refusalOf(head)
    const decoder = refusal ? { reason: refusal } : toUtf8(head)
    if ('reason' in decoder) {
      this.gaveUp = true
      return [{ place: this.#place, reason: decoder.reason, fatal: true }]
    }
    const first = decoder.push(head)
    const splitter: Splitter = isXml(first) ? splitXml(this.#place) : splitJson(this.#place)
    this.#text = {
      push: (chunk) => splitter.push(decoder.push(chunk)),
      end: () => [...splitter.push(decoder.end()), ...splitter.end()],
    }
    return this.#watched(splitter.push(first))
  }

  /** A source with many problems and no record is something else than studies: it is not read on. */
  #watched(found: Found[]): Found[] {
    if (this.#sawRecord) return found
    for (const [index, one] of found.entries()) {
      if (!isProblem(one)) this.#sawRecord = true
      else if (!this.#sawRecord && ++this.#problems >= mostProblemsBeforeFirstRecord) {
        this.gaveUp = true
        const reason = 'This does not hold studies: nothing in its beginning could be read.'
        return [...found.slice(0, index), { place: this.#place, reason, fatal: true }]
      }
    }
    return found
  }
}

function isXml(head: Uint8Array): boolean {
  return head.find((byte) => byte > 32) === 0x3c
}

function refusalOf(head: Uint8Array): string | undefined {
  const start = Buffer.from(head.subarray(0, 300)).toString('latin1')
  if (start.startsWith('PK\x03\x04') || start.startsWith('\x1f\x8b'))
    return 'An archive inside an archive is not opened: unpack it first.'
  if (/^\s*<(?:!doctype\s+html|html)\b/i.test(start))
    return 'This is a web page, not records: what was saved may be an error of the registry.'
  if (start.startsWith('ustar', 257)) return 'A tar archive is not read: unpack it first.'
  if (start.includes('\0') && !isUtf16(head))
    return 'This is neither JSON nor XML: it holds binary data.'
  return undefined
}
