import { findByName } from './find-by-name.ts'
import { findByPostcode } from './find-by-postcode.ts'
import type { Gazetteer } from './gazetteer.ts'
import { readPoint } from './point.ts'
import { plainPlace } from './plain-place.ts'
import type { FindOptions, Place } from './place.ts'

const usualLimit = 10
const mostPlaces = 100

/** The places a text may mean, best first: a point, or a postcode, or a name. */
export function findPlaces(gazetteer: Gazetteer, text: string, options: FindOptions): Place[] {
  const clean = cleaned(text)
  const point = readPoint(clean)
  if (point) return point === 'wrong' ? [] : [point]
  const found = findByPostcode(gazetteer, clean) ?? findByName(gazetteer, withoutNumbers(clean))
  const limit = Math.min(mostPlaces, Math.max(0, Math.floor(options.limit ?? usualLimit) || 0))
  return countryFirst(found, options.country).slice(0, limit).map(plainPlace)
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
