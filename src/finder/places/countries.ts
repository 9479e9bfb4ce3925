import { fold } from '../vocabulary/fold.ts'
import { otherSpellings } from './country-spellings.ts'

/** Every country's ISO 3166-1 alpha-2 code, and XK for Kosovo, in alphabetical order. */
export const countryCodes: readonly string[] = `
AD AE AF AG AI AL AM AO AQ AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL BM BN BO BQ
BR BS BT BV BW BY BZ CA CC CD CF CG CH CI CK CL CM CN CO CR CU CV CW CX CY CZ DE DJ DK DM
DO DZ EC EE EG EH ER ES ET FI FJ FK FM FO FR GA GB GD GE GF GG GH GI GL GM GN GP GQ GR GS
GT GU GW GY HK HM HN HR HT HU ID IE IL IM IN IO IQ IR IS IT JE JM JO JP KE KG KH KI KM KN
KP KR KW KY KZ LA LB LC LI LK LR LS LT LU LV LY MA MC MD ME MF MG MH MK ML MM MN MO MP MQ
MR MS MT MU MV MW MX MY MZ NA NC NE NF NG NI NL NO NP NR NU NZ OM PA PE PF PG PH PK PL PM
PN PR PS PT PW PY QA RE RO RS RU RW SA SB SC SD SE SG SH SI SJ SK SL SM SN SO SR SS ST SV
SX SY SZ TC TD TF TG TH TJ TK TL TM TN TO TR TT TV TW TZ UA UG UM US UY UZ VA VC VE VG VI
VN VU WF WS XK YE YT ZA ZM ZW`
  .trim()
  .split(/\s/)
const known: ReadonlySet<string> = new Set(countryCodes)

/** Their long names carry a political rider that registries do not use. */
const shownShort = new Set(['HK', 'MO'])

/** The ISO 3166-1 alpha-2 code of a country as a registry or a person writes it, in English or French. */
export function countryCode(name: string): string | undefined {
  return name.length > 100 ? undefined : codesBySpelling().get(spellingKey(name))
}

/** A country's name for people; an unknown code is shown as it is. */
export function countryName(code: string, language: 'en' | 'fr'): string {
  if (!known.has(code)) return code
  return namesIn(language, shownShort.has(code)).of(code) ?? code
}

/** Every way in which a country's name is known to be written; its code alone where it is none. */
export function countrySpellings(code: string): readonly string[] {
  const names = (['en', 'fr'] as const).flatMap((language) =>
    [false, true].map((isShort) => namesIn(language, isShort).of(code) ?? code),
  )
  return [...new Set([...names, ...(otherSpellings[code]?.split('|') ?? [])])]
}

// Names take a tenth of a second to make, and many processes ask for none.
const madeNames = new Map<string, Intl.DisplayNames>()
let codes: ReadonlyMap<string, string> | undefined
const codesBySpelling = (): ReadonlyMap<string, string> => (codes ??= allSpellings())

function namesIn(language: 'en' | 'fr', isShort: boolean): Intl.DisplayNames {
  const style = isShort ? 'short' : 'long'
  const key = `${language} ${style}`
  const made =
    madeNames.get(key) ??
    new Intl.DisplayNames(language, { type: 'region', style, fallback: 'none' })
  madeNames.set(key, made)
  return made
}

function allSpellings(): Map<string, string> {
  const spellings = new Map<string, string>()
  for (const [code, others] of Object.entries(otherSpellings))
    for (const other of others.split('|')) spellings.set(spellingKey(other), code)
  for (const code of countryCodes)
    for (const isShort of [false, true])
      for (const language of ['en', 'fr'] as const)
        spellings.set(spellingKey(namesIn(language, isShort).of(code) ?? code), code)
  return spellings
}

/** "The Bahamas" and "Bahamas", "Côte D'Ivoire" and "cote d’ivoire", "St. Lucia" and "Saint Lucia" are one. */
function spellingKey(name: string): string {
  return fold(name)
    .replace(/&/g, ' and ')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
    .replace(/^(?:the|la|le|les|l) /, '')
    .replace(/\bst\b/g, 'saint')
}
