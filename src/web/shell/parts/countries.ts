import { countryCode, countryName } from '../../../finder/places/countries.ts'
import type { Location } from '../../../finder/registry/study.ts'
import type { Markup } from '../markup.ts'
import type { Page } from '../page.ts'
import { own } from './phrases.ts'

/** A country that has sites: its code when we know it, and its name in the reader's language. */
export interface SiteCountry {
  readonly key: string
  readonly name: Markup | string
}

/** The countries of some sites, each once, in the order of the record; spelt one way however it was spelt. */
export function countriesOf(page: Page, locations: readonly Location[]): SiteCountry[] {
  const found = new Map<string, SiteCountry>()
  for (const { country } of locations) {
    const known = countryOf(page, country)
    if (known && !found.has(known.key)) found.set(known.key, known)
  }
  return [...found.values()]
}

/** A country as the registry wrote it, named in the reader's language; its own words where we do not know it. */
export function countryOf(page: Page, country: string | undefined): SiteCountry | undefined {
  if (!country) return undefined
  const kept = known[page.language].get(country)
  if (kept) return kept
  const made = named(page, country)
  if (known[page.language].size < mostKnown) known[page.language].set(country, made)
  return made
}

/** A few hundred spellings are all there are; a list of names is slow to ask each time. */
const known = { en: new Map<string, SiteCountry>(), fr: new Map<string, SiteCountry>() }
const mostKnown = 2000

function named(page: Page, country: string): SiteCountry {
  const code = countryCode(country)
  return code
    ? { key: code, name: countryName(code, page.language) }
    : { key: country, name: own(page, country) }
}
