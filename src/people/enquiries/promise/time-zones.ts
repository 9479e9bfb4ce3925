import { distanceKm, type Point } from '../../../finder/places/distance.ts'
import { zoneTowns } from './zone-towns.ts'

/**
 * The time zone of a site in a country (ISO 3166 code), in IANA's name; undefined where the country is not known. Where
 * a country has several clocks it is that of the nearest town by which a zone is named; without a place the westernmost,
 * whose evening comes last: a promise is never shorter than the site's own day.
 */
export function timeZoneOf(country: string, point?: Point): string | undefined {
  const towns = townsByCountry().get(country)
  if (!towns) return new Intl.Locale('und', { region: country }).getTimeZones()?.[0]
  const cost = ({ at }: ZoneTown): number => (point ? distanceKm(at, point) : at.lon)
  return towns.reduce((best, town) => (cost(town) < cost(best) ? town : best)).zone
}

/** Whether a text names a time zone that this machine knows, such as `Europe/Paris`. */
export function isTimeZone(name: string): boolean {
  if (!/^[A-Za-z]+(?:[/_+-][A-Za-z0-9]+)*$/.test(name)) return false
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone !== ''
  } catch {
    return false
  }
}

interface ZoneTown {
  readonly zone: string
  readonly at: Point
}

let made: ReadonlyMap<string, readonly ZoneTown[]> | undefined

function townsByCountry(): ReadonlyMap<string, readonly ZoneTown[]> {
  return (made ??= readTowns())
}

function readTowns(): ReadonlyMap<string, readonly ZoneTown[]> {
  const towns = zoneTowns
    .trim()
    .split('\n')
    .map((line) => line.split(' '))
    .map(([country = '', zone = '', lat, lon]) => ({
      country,
      zone,
      at: { lat: Number(lat), lon: Number(lon) },
    }))
  return Map.groupBy(towns, ({ country }) => country)
}
