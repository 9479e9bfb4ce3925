/** True for a study's id as the registry writes it: `NCT` in capitals and eight digits, nothing around them. */
export function isStudyId(text: string): boolean {
  return /^NCT\d{8}$/.test(text)
}

/**
 * What an address or a person asks for: a study by its number here, that number written otherwise, a number of another registry
 * or of a sponsor (in the form of `otherNumbersIn`), or no number at all.
 */
export type AskedStudy =
  | { readonly kind: 'study'; readonly nctId: string }
  | { readonly kind: 'rewrite'; readonly nctId: string }
  | { readonly kind: 'number'; readonly number: string }
  | { readonly kind: 'malformed' }

/**
 * Reads `NCT02390596`; other case, spaces, missing zeros, a label before it and an address of ClinicalTrials.gov are understood.
 * Of other registries, `EudraCT 2014-002715-41`, `EUCTR2014-002715-41-FR`, `EU CT 2025-521098-14-00`, `ISRCTN 12345678`.
 */
export function readStudyId(written: string): AskedStudy {
  const text = written.slice(0, 120).normalize('NFKC')
  const nctId = nctIdIn(text)
  if (nctId !== undefined) return { kind: nctId === written ? 'study' : 'rewrite', nctId }
  if (/^\W*nct[\s_-]*\d/i.test(text)) return { kind: 'malformed' }
  const [number, ...more] = otherNumbersIn(text)
  if (number === undefined || more.length > 0) return { kind: 'malformed' }
  return { kind: 'number', number }
}

/** Whether a number is written alone, as one word after at most a label: words of a search are mostly something else. */
export function isOneNumber(written: string): boolean {
  const text = written.normalize('NFKC').trim()
  if (nctIdIn(text) !== undefined) return true
  if (/^\s*nct/i.test(text)) return false
  const bare = text.replace(labels, '')
  if (europeanNumber(bare) || isrctn.test(text)) return otherNumbersIn(text).length === 1
  return !/\s/.test(bare) && (bare.match(/\d/g)?.length ?? 0) >= 3
}

/**
 * The numbers that a record's text (a sponsor's number, a secondary id) or a person gives, each in one form: European ones
 * without country and version, all else in capitals without signs and labels. Empty where there is none.
 */
export function otherNumbersIn(text: string): readonly string[] {
  const clean = text.slice(0, 200).normalize('NFKC').toUpperCase()
  const european = Array.from(
    clean.matchAll(european12),
    ([, year, number, check]) => `EU${year}${number}${check}`,
  )
  const british = Array.from(clean.matchAll(isrctnAll), ([, digits]) => `ISRCTN${digits}`)
  const found = new Set([...european, ...british])
  if (found.size > 0) return [...found]
  const bare = clean.replace(labels, '').replace(/[^\p{L}\p{N}]+/gu, '')
  return /\d/.test(bare) && bare.length >= 3 && bare.length <= 40 ? [bare] : []
}

function nctIdIn(text: string): string | undefined {
  const [, digits] =
    looseId.exec(text.replace(spaces, '')) ??
    looseId.exec(text.replace(around, '').replace(spaces, '')) ??
    []
  return digits && `NCT${digits.padStart(8, '0')}`
}

function europeanNumber(text: string): boolean {
  return new RegExp(`^${european12.source}`, 'i').test(text)
}

const spaces = /[\s\u00A0+_-]+/g
/** The registry's own pattern: any number of leading zeros, then up to eight digits. */
const looseId = /^nct0*([1-9]\d{0,7})$/i
/** An address that ends in a number, or what people write before one. */
const around =
  /^\s*(?:https?:\/\/(?:www\.|classic\.)?clinicaltrials\.gov\/(?:[a-z0-9]+\/)*|(?:(?:clinical\s?trials?(?:\.gov)?|identifier|study|trial|number|no\.?|id|nct)[\s:#]+)+)|[?#].*$|[\s.,;)\]]+$/gi
/** 2014-002715-41, with its country or version after it; `EudraCT` and `EU CT` number alike, apart by their ranges. */
const european12 = /(?<!\d)((?:19|20)\d\d)[-\s.]?(\d{6})[-\s.]?(\d{2})(?!\d)/g
const isrctn = /\bISRCTN[\s:#-]*\d{8}(?!\d)/i
const isrctnAll = /ISRCTN[\s:#-]*(\d{8})(?!\d)/g
/** What is written before a number and is no part of it. */
const labels =
  /^(?:[\s:.#-]*(?:EUDRA[\s-]?CT|EUCTR|EU[\s-]?CT(?:R|IS)?|CTIS|UTN|WHO(?=[\s:-])|JPRN|(?:STUDY|TRIAL|PROTOCOL|PROTOCOLE|SPONSOR|REGISTRATION|NUMBER|NUM[EÉ]RO|N[°ºO]\.?|NR\.?|ID|IDENTIFIER)(?=[\s:.#-])))*[\s:.#-]*/i
