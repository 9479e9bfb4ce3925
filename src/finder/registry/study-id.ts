/** True for a study's id as the registry writes it: `NCT` in capitals and eight digits, nothing around them. */
export function isStudyId(text: string): boolean {
  return /^NCT\d{8}$/.test(text)
}

/** What an address or a person asks for: a study by its number, its number written otherwise, or no number at all. */
export type AskedStudy =
  | { readonly kind: 'study'; readonly nctId: string }
  | { readonly kind: 'rewrite'; readonly nctId: string }
  | { readonly kind: 'malformed' }

/** Reads `NCT02390596`; other case, spaces and missing zeros are understood and given in the proper form. */
export function readStudyId(written: string): AskedStudy {
  const [, digits] = looseId.exec(written.slice(0, 60).replace(spaces, '')) ?? []
  if (!digits) return { kind: 'malformed' }
  const nctId = `NCT${digits.padStart(8, '0')}`
  return { kind: nctId === written ? 'study' : 'rewrite', nctId }
}

const spaces = /[\s\u00A0+_-]+/g
/** The registry's own pattern: any number of leading zeros, then up to eight digits. */
const looseId = /^nct0*([1-9]\d{0,7})$/i
