import { townOfArea } from './areas-by-town.ts'
import { findByName, findByNearName, scopesOf } from './find-by-name.ts'
import { findDistrict } from './find-district.ts'
import { findByPostcode } from './find-by-postcode.ts'
import type { Gazetteer } from './gazetteer.ts'
import { readPoint } from './point.ts'
import { plainPlace } from './plain-place.ts'
import type { FindOptions, Place } from './place.ts'

const usualLimit = 10
const mostPlaces = 100

/** The places a text may mean, best first: a point with the town it is beside, or a postcode, or a name. */
export function findPlaces(
  gazetteer: Gazetteer,
  besideTown: (point: Place) => Place,
  text: string,
  options: FindOptions,
): Place[] {
  const clean = cleaned(text)
  const point = readPoint(clean)
  if (point) return point === 'wrong' ? [] : [besideTown(point)]
  const limit = Math.min(mostPlaces, Math.max(0, Math.floor(options.limit ?? usualLimit) || 0))
  if (limit === 0) return []
  const found = readerFirst(
    named(gazetteer, clean, options.asWritten === true),
    options.reader ?? [],
  )
  return countryFirst(found, options.country).slice(0, limit).map(plainPlace)
}

/** As it is written; where nothing is, what is one letter away. */
function named(gazetteer: Gazetteer, text: string, asWritten: boolean): readonly Place[] {
  const found =
    findDistrict(gazetteer, text) ??
    findByPostcode(gazetteer, text) ??
    findTownOfArea(gazetteer, text) ??
    findByName(gazetteer, withoutNumbers(text), asWritten)
  return found.length > 0 || asWritten ? found : findByNearName(gazetteer, text)
}

/** Before the towns that are named so: many more people live in Kent than in any Kent. */
function findTownOfArea(gazetteer: Gazetteer, text: string): readonly Place[] | undefined {
  const [area = '', ...behind] = text.split(/[,;()]/)
  const own = townOfArea(text)
  const known = own ?? (behind.length === 0 ? undefined : townOfArea(area))
  if (known === undefined) return undefined
  // "Kent, gout": behind it are words that say no place; "Kent, Ohio" is a town.
  const isPlain = (hint: string): boolean => scopesOf(gazetteer, hint.trim()).length === 0
  if (own === undefined && !behind.every(isPlain)) return undefined
  const [town] = findByName(gazetteer, known, true)
  return town && [{ ...town, isForArea: true }, ...findByName(gazetteer, text, true)]
}

/** "00000 Paris": what has the length of a postcode and is none is passed over where a name is beside it. */
function withoutNumbers(text: string): string {
  return text.replace(/(?<!\S)\d{4,6}(?!\S)/g, ' ').trim()
}

const mostCharacters = 200

/** What is seen of a text: controls, bidirectional marks and zero-width characters are spaces. */
export function cleaned(text: string): string {
  return text
    .slice(0, mostCharacters)
    .toWellFormed()
    .replace(/[\p{Cc}\p{Cf}\p{Z}]+/gu, ' ')
    .trim()
}

function countryFirst(places: readonly Place[], country: string | undefined): readonly Place[] {
  if (country === undefined) return places
  const isThere = (place: Place): boolean => place.country === country
  return [...places.filter(isThere), ...places.filter((place) => !isThere(place))]
}

/** Of postcodes, those of the reader's countries come first, in the order of these; of names, the biggest does. */
function readerFirst(places: readonly Place[], reader: readonly string[]): readonly Place[] {
  if (places[0]?.kind !== 'postcode') return places
  const orderOf = ({ country = '' }: Place): number => {
    const at = reader.indexOf(country)
    return at === -1 ? reader.length : at
  }
  return places.toSorted((a, b) => orderOf(a) - orderOf(b))
}
