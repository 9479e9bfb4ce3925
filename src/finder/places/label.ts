import { fold } from '../vocabulary/fold.ts'
import { countryName } from './countries.ts'
import type { Place } from './place.ts'

/** A place as people write it, enough to tell it from its namesakes: "Paris, Texas, United States". */
export function labelOf(place: Place, language: 'en' | 'fr'): string {
  const { kind, name, country } = place
  if (kind === 'point') return name
  if (kind === 'country') return countryLabel(country ?? '', language)
  const first = firstPart(place, language)
  const inCountry = country === undefined ? undefined : countryName(country, language)
  const said = new Set([name, inCountry ?? ''].map(fold))
  const region = said.has(fold(place.region ?? '')) ? undefined : place.region
  return [first, region, inCountry].filter((part) => part !== undefined).join(', ')
}

/** Countries with the name of a region elsewhere that is as big: the state of Georgia has more people than Georgia. */
const namesakes: ReadonlySet<string> = new Set(['GE'])

function countryLabel(code: string, language: 'en' | 'fr'): string {
  const name = countryName(code, language)
  return namesakes.has(code) ? `${name} (${kinds[language][2]})` : name
}

/** A region is wide, and many bear the name of their capital: it says that it is one. */
function firstPart({ kind, name, postcode, area }: Place, language: 'en' | 'fr'): string {
  const isPart = area?.split('/').length === 3
  if (kind === 'region') return `${name} (${kinds[language][isPart ? 1 : 0]})`
  return postcode === undefined ? name : `${postcode} ${name}`
}

const kinds = {
  en: ['region', 'department', 'country'],
  fr: ['région', 'département', 'pays'],
} as const
