import { isUtf8 } from 'node:buffer'
import { looksBinary, looksUtf16 } from './kind-of-bytes.ts'
import { ExactNumber, type ExactValue, type JsonFault, readExactJson } from './exact-json.ts'

/** Why the bytes of a file are no JSON document. `documentFaultText` in `words` says it. */
export type DocumentFault =
  | JsonFault
  | { readonly kind: 'too large'; readonly mostBytes: number }
  | { readonly kind: 'UTF-16' | 'not a text file' }
  /** The line of the first byte that is not UTF-8. */
  | { readonly kind: 'not UTF-8'; readonly line: number }

/** The largest protocol there is has some 300 kB. */
export const mostDocumentBytes = 4 * 1024 * 1024

/**
 * The JSON document in the bytes of a file: UTF-8, with or without its mark. Whole numbers are numbers; a number with
 * a point or an exponent stays the text it was written as, so that no digit of `38.0` or `7.35` is lost.
 */
export function readDocumentBytes(
  bytes: Uint8Array,
): { readonly value: unknown } | { readonly faults: readonly DocumentFault[] } {
  if (bytes.length > mostDocumentBytes)
    return { faults: [{ kind: 'too large', mostBytes: mostDocumentBytes }] }
  const fault = faultOfBytes(bytes)
  if (fault) return { faults: [fault] }
  const json = readExactJson(new TextDecoder().decode(bytes))
  return json.faults ? { faults: json.faults } : { value: withNumbers(json.value) }
}

function faultOfBytes(bytes: Uint8Array): DocumentFault | undefined {
  if (looksUtf16(bytes)) return { kind: 'UTF-16' }
  if (looksBinary(bytes)) return { kind: 'not a text file' }
  return isUtf8(bytes) ? undefined : { kind: 'not UTF-8', line: firstBadLine(bytes) }
}

function firstBadLine(bytes: Uint8Array): number {
  let line = 1
  for (let from = 0; from < bytes.length; line++) {
    const to = bytes.indexOf(newline, from)
    const end = to < 0 ? bytes.length : to
    if (!isUtf8(bytes.subarray(from, end))) return line
    from = end + 1
  }
  return line
}

const newline = 10

/** More digits than this a number of JavaScript may not hold. */
const wholeNumber = /^-?\d{1,15}$/

function withNumbers(value: ExactValue): unknown {
  if (value instanceof ExactNumber)
    return wholeNumber.test(value.text) ? Number(value.text) : value.text
  if (Array.isArray(value)) return value.map(withNumbers)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, withNumbers(part)]))
}
