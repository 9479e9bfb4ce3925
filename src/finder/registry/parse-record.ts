import { isStudyId } from './study-id.ts'
import { isUtf8 } from 'node:buffer'
import { checkStudy, isDate, type Checked, type Signs } from './check-study.ts'
import { mostDepth } from './limits.ts'
import { parseLegacy } from './legacy/parse-legacy.ts'
import type { RecordProblem, RawRecord, ReadStudy } from './records.ts'
import { maySpellDamage } from './repair-spelling.ts'

/**
 * One record made a study, or the reason why it is none. The record is kept whole; what was
 * odd in it is told in the warnings. Pure, so it may run in any process.
 */
export function parseRecord(record: RawRecord): ReadStudy | RecordProblem {
  const { place } = record
  if (!isUtf8(record.bytes)) return { place, reason: `${badByte(record.bytes)}.` }
  const text = Buffer.from(
    record.bytes.buffer,
    record.bytes.byteOffset,
    record.bytes.length,
  ).toString()
  const parsed = record.format === 'xml' ? parseLegacy(text, mostDepth) : parseJson(text)
  if ('reason' in parsed) return { place, reason: parsed.reason }
  const checked = checkRecord(parsed.value, text, record.format)
  return 'reason' in checked ? { place, reason: checked.reason } : readStudy(checked)
}

type Parsed = { readonly value: unknown } | { readonly reason: string }

function parseJson(text: string): Parsed {
  try {
    return { value: JSON.parse(text) }
  } catch (error) {
    return { reason: `It is not JSON: ${(error as Error).message}.` }
  }
}

function checkRecord(value: unknown, text: string, format: RawRecord['format']): Checked {
  const reason = nameStudy(value)
  if (reason) return { reason }
  const checked = checkStudy(value as object, signsOf(text))
  if ('reason' in checked || !checked.unsafeNumbers || format === 'xml') return checked
  const exact = JSON.parse(text, keepDigits) as object
  return nameStudy(exact) ? checked : checkStudy(exact, signsOf(text))
}

/** Makes sure that the record says which study it is; what else it is comes later. */
function nameStudy(value: unknown): string | undefined {
  const module = fieldOf(fieldOf(value, 'protocolSection'), 'identificationModule')
  if (typeof module !== 'object' || module === null)
    return 'It is not a study: it has no protocolSection.identificationModule.'
  const identification = module as { nctId?: unknown }
  const { nctId } = identification
  const id = typeof nctId === 'string' ? nctId.trim().toUpperCase() : ''
  if (!isStudyId(id))
    return `protocolSection.identificationModule.nctId should be NCT and 8 digits, but is ${JSON.stringify(nctId)?.slice(0, 60) ?? 'missing'}.`
  identification.nctId = id
  return undefined
}

function fieldOf(value: unknown, key: string): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined
  return Object.hasOwn(value, key) ? (value as Record<string, unknown>)[key] : undefined
}

function signsOf(text: string): Signs {
  const escapes = text.includes('\\u')
  return {
    damagedSpelling: maySpellDamage(text) || (escapes && /\\u00(?:c[2-5]|e2)/i.test(text)),
    lostLetters: text.includes('\ufffd') || (escapes && /\\ufffd/i.test(text)),
    halfCharacters: escapes && /\\ud[89a-f]/i.test(text),
  }
}

/** A whole number that a double cannot hold stays the digits it was. */
function keepDigits(_key: string, value: unknown, context?: { readonly source?: string }): unknown {
  const isUnsafe =
    typeof value === 'number' && Number.isInteger(value) && !Number.isSafeInteger(value)
  return isUnsafe && context?.source ? context.source : value
}

function readStudy(checked: Exclude<Checked, { reason: string }>): ReadStudy {
  const { study, warnings } = checked
  const processed = study.derivedSection?.miscInfoModule?.versionHolder
  if (processed === undefined || !isDate(processed)) return { study, warnings }
  return { study, processed, warnings }
}

/** Says where the first byte is that is not UTF-8. */
function badByte(bytes: Uint8Array): string {
  let [good, bad] = [0, bytes.length]
  while (bad - good > 1) {
    const middle = (good + bad) >> 1
    if (isUtf8(bytes.subarray(0, middle)) || endsInside(bytes, middle)) good = middle
    else bad = middle
  }
  const byte = (bytes[good] ?? 0).toString(16).padStart(2, '0')
  return `It is not UTF-8: byte 0x${byte} at ${good} of the record spells no character`
}

/** True if the bytes before `end` are good but for a last character cut in two. */
function endsInside(bytes: Uint8Array, end: number): boolean {
  for (let cut = 1; cut <= 3 && cut <= end; cut++) {
    const lead = bytes[end - cut] ?? 0
    const length = lead >= 0xf5 || lead < 0xc2 ? 0 : lead >= 0xf0 ? 4 : lead >= 0xe0 ? 3 : 2
    const rest = bytes.subarray(end - cut + 1, end)
    if (cut < length && isUtf8(bytes.subarray(0, end - cut)))
      return rest.every((byte) => (byte & 0xc0) === 0x80)
  }
  return false
}
