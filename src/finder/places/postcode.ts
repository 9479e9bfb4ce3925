import { countryCodes } from './countries.ts'
import type { Gazetteer } from './gazetteer.ts'
import { compactCode, shapeOf } from './postcode-shapes.ts'
import type { PostcodeArea } from './gazetteer-types.ts'

/** A postcode found in one country. */
export interface FoundCode extends PostcodeArea {
  readonly code: string
  /** The table has this very code, not only the beginning it shares with its neighbours. */
  readonly exact: boolean
}

/** The areas a text may mean as a postcode, in each country where it can be one; the likeliest first. */
export function findPostcode(gazetteer: Gazetteer, text: string, country?: string): FoundCode[] {
  if (!codeText.test(text)) return []
  const compact = compactCode(text)
  // Only noughts mean "unknown"; no country has such a code.
  const isShort = compact.length < 3 && !/^[A-Z]\d$/.test(compact)
  if (isShort || compact.length > 12 || !/\d/.test(compact) || /^0+$/.test(compact)) return []
  const found = new Map<string, FoundCode>()
  for (const reading of readings(gazetteer, compact)) {
    if (country !== undefined && !reading.countries.has(country)) continue
    for (const code of areasFor(gazetteer, reading))
      if (country === undefined || code.country === country)
        if (!found.has(code.country)) found.set(code.country, code)
  }
  return [...found.values()].sort((a, b) => b.weight - a.weight)
}

/** Two signs are half a postcode of Britain: "E8". */
const codeText = /^(?:[A-Za-z]\d|[A-Za-z0-9 -]{3,40})\.?$/

interface Reading {
  readonly code: string
  readonly countries: ReadonlySet<string>
}

/** Full codes of which the table has the first part only, or that people write with more or less than it has. */
const longForms: readonly { pattern: RegExp; countries: ReadonlySet<string> }[] = [
  { pattern: /^([A-Z]{1,2}\d[A-Z\d]?)\d[A-Z]{2}$/, countries: new Set(['GB', 'GG', 'IM', 'JE']) },
  { pattern: /^([A-Z]\d[A-Z])\d[A-Z]\d$/, countries: new Set(['CA']) },
  { pattern: /^(\d{4})[A-Z]{2}$/, countries: new Set(['NL']) },
  { pattern: /^([A-Z]\d[\dW])[A-Z\d]{4}$/, countries: new Set(['IE']) },
  { pattern: /^(\d{5})\d{4}$/, countries: new Set(['US', 'PR', 'VI', 'GU', 'AS', 'MP']) },
  { pattern: /^(\d{5})\d{3}$/, countries: new Set(['BR']) },
  { pattern: /^[A-Z](\d{4})[A-Z]{3}$/, countries: new Set(['AR']) },
  { pattern: /^([A-Z]{3})\d{4}$/, countries: new Set(['MT']) },
  { pattern: /^(\d{4})$/, countries: new Set(['PT']) },
]

/** Letters on European envelopes before the code, where they are not ISO codes. */
const envelopeLetters: Readonly<Record<string, string>> = {
  A: 'AT',
  B: 'BE',
  D: 'DE',
  E: 'ES',
  F: 'FR',
  FIN: 'FI',
  H: 'HU',
  I: 'IT',
  L: 'LU',
  N: 'NO',
  P: 'PT',
  S: 'SE',
}

function readings(gazetteer: Gazetteer, compact: string): Reading[] {
  const list: Reading[] = []
  const [, letters = '', digits = ''] = /^([A-Z]{1,3})(\d{3,})$/.exec(compact) ?? []
  const named = countryCodes.includes(letters) ? letters : envelopeLetters[letters]
  if (named !== undefined && gazetteer.countriesWithShape(shapeOf(digits)).has(named))
    list.push({ code: digits, countries: new Set([named]) })
  list.push({ code: compact, countries: gazetteer.countriesWithShape(shapeOf(compact)) })
  for (const { pattern, countries } of longForms) {
    const code = pattern.exec(compact)?.[1]
    if (code !== undefined) list.push({ code, countries })
  }
  return list
}

/** In each country the longest beginning of the code that is an area: the table is thinned to beginnings. */
function areasFor(gazetteer: Gazetteer, { code, countries }: Reading): FoundCode[] {
  if (countries.size === 0) return []
  const beginnings = Array.from({ length: code.length }, (_, index) => code.slice(0, index + 1))
  const longest = new Map<string, PostcodeArea>()
  for (const area of gazetteer.postcodeAreas(beginnings)) {
    if (!countries.has(area.country)) continue
    const known = longest.get(area.country)?.beginning.length ?? 0
    if (area.beginning.length > known) longest.set(area.country, area)
  }
  const areas = [...longest.values()]
  if (areas.length === 0 && countries.has('PT')) areas.push(...goingOn(gazetteer, code, 'PT'))
  return areas.map((area) => ({ ...area, code, exact: area.beginning === code }))
}

/** Portuguese codes of seven digits are often cut to four. */
function goingOn(gazetteer: Gazetteer, code: string, country: string): PostcodeArea[] {
  const areas = gazetteer.postcodesBeginning(code, 200).filter((area) => area.country === country)
  return areas.slice(0, 1)
}
