import { countryCode, countryName } from '../../finder/places/countries.ts'
import type { Point } from '../../finder/places/distance.ts'
import type { Places } from '../../finder/places/places.ts'

/** Makes the function that says around where the people of a country live; undefined of a country that is not known. */
export function countryPoints(places: Places): (country: string) => Point | undefined {
  const known = kept.get(places) ?? new Map<string, Point | undefined>()
  kept.set(places, known)
  return (country) => {
    const code = countryCode(country) ?? country
    if (!known.has(code)) known.set(code, pointOf(places, code))
    return known.get(code)
  }
}

/** There are some two hundred countries, and they stay where they are. */
const kept = new WeakMap<Places, Map<string, Point | undefined>>()

function pointOf(places: Places, code: string): Point | undefined {
  const found = places.find(countryName(code, 'en'), { country: code, limit: 20 })
  const place =
    found.find(({ kind, country }) => kind === 'country' && country === code) ??
    found.find(({ country }) => country === code)
  return place && { lat: place.lat, lon: place.lon }
}
