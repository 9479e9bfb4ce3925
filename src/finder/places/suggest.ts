import { cleaned } from './find.ts'
import { countryName } from './countries.ts'
import type { Gazetteer } from './gazetteer.ts'
import { nameKey, typedKey } from './name-key.ts'
import { plainPlace, postcodePlace } from './plain-place.ts'
import { findPostcode } from './postcode.ts'
import { compactCode, shapeOf } from './postcode-shapes.ts'
import type { Place } from './place.ts'
import type { Town } from './gazetteer-types.ts'

const mostSuggestions = 50

/** Towns or postcodes that begin with what was typed so far, the biggest first. */
export function suggestPlaces(gazetteer: Gazetteer, typed: string, limit: number): Place[] {
  const most = Math.min(mostSuggestions, Math.max(0, Math.floor(limit) || 0))
  const text = cleaned(typed)
  if (text === '' || most === 0) return []
  const places = /\d/.test(text)
    ? suggestPostcodes(gazetteer, text, most)
    : suggestTowns(gazetteer, text, /\s$/.test(typed), most)
  return places.slice(0, most).map(plainPlace)
}

function suggestTowns(
  gazetteer: Gazetteer,
  text: string,
  isWordDone: boolean,
  most: number,
): Place[] {
  const [name = '', hint] = text.split(',')
  if (hint !== undefined) return townsIn(gazetteer, nameKey(name), nameKey(hint))
  const start = typedKey(isWordDone ? `${text} ` : text)
  if (start === '') return []
  // A town comes once for each of its names: some are read in vain.
  const towns = gazetteer.townsBeginning(start, most * 12)
  return [...new Map(towns.map((town) => [identity(town), town])).values()]
}

function identity(town: Town): string {
  return `${town.name} ${town.lat} ${town.lon}`
}

/** "Paris, Te": towns of the name whose region or country begins with the rest. */
function townsIn(gazetteer: Gazetteer, key: string, hint: string): Place[] {
  return gazetteer.townsNamed(key).filter((town) => {
    const around = [
      town.region ?? '',
      countryName(town.country, 'en'),
      countryName(town.country, 'fr'),
    ]
    return around.some((name) => nameKey(name).startsWith(hint))
  })
}

function suggestPostcodes(gazetteer: Gazetteer, text: string, most: number): Place[] {
  const found = findPostcode(gazetteer, text)
  if (found.length > 0) return found.map(postcodePlace)
  const code = compactCode(text)
  if (code.length < 2) return []
  return gazetteer
    .postcodesBeginning(code, most)
    .filter(({ beginning, country }) => isWhole(gazetteer, beginning, country))
    .map((area) => postcodePlace({ ...area, code: area.beginning, exact: true }))
}

/** The table is thinned to beginnings: those are no postcodes to offer. */
function isWhole(gazetteer: Gazetteer, code: string, country: string): boolean {
  return gazetteer.countriesWithShape(shapeOf(code)).has(country)
}
