import { fold } from '../vocabulary/fold.ts'
import { otherSpellings } from './country-spellings.ts'

/**
 * Codes that Intl can name but that are no country of today in ISO 3166-1: withdrawn codes, codes held
 * back for other uses, and groupings. Kosovo (XK) stays: it has no ISO code, and registries name it.
 */
const notCountries = new Set(
  'AC AN BU CP CQ CS DD DG DY EA EU EZ FX HV IC NH NT QO RH SU TA TP UK UN VD XA XB YD YU ZR ZZ'.split(
    ' ',
  ),
)

const names = {
  en: new Intl.DisplayNames('en', { type: 'region', fallback: 'none' }),
  fr: new Intl.DisplayNames('fr', { type: 'region', fallback: 'none' }),
}
const shortNames = {
  en: new Intl.DisplayNames('en', { type: 'region', style: 'short', fallback: 'none' }),
  fr: new Intl.DisplayNames('fr', { type: 'region', style: 'short', fallback: 'none' }),
}
/** Their long names carry a political rider that registries do not use. */
const shownShort = new Set(['HK', 'MO'])

/** Every country's ISO 3166-1 alpha-2 code, and XK for Kosovo, in alphabetical order. */
export const countryCodes: readonly string[] = allCodes()
const known: ReadonlySet<string> = new Set(countryCodes)
const codes: ReadonlyMap<string, string> = allSpellings()

/** The ISO 3166-1 alpha-2 code of a country as a registry or a person writes it, in English or French. */
export function countryCode(name: string): string | undefined {
  return name.length > 100 ? undefined : codes.get(spellingKey(name))
}

/** A country's name for people; an unknown code is shown as it is. */
export function countryName(code: string, language: 'en' | 'fr'): string {
  if (!known.has(code)) return code
  const kind = shownShort.has(code) ? shortNames : names
  return kind[language].of(code) ?? code
}

function allCodes(): string[] {
  const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ'.split('')
  return letters
    .flatMap((first) => letters.map((second) => first + second))
    .filter((code) => !notCountries.has(code) && names.en.of(code))
}

function allSpellings(): Map<string, string> {
  const spellings = new Map<string, string>()
  for (const [code, others] of Object.entries(otherSpellings))
    for (const other of others.split('|')) spellings.set(spellingKey(other), code)
  for (const code of countryCodes)
    for (const kind of [names, shortNames])
      for (const language of ['en', 'fr'] as const)
        spellings.set(spellingKey(kind[language].of(code) ?? code), code)
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
