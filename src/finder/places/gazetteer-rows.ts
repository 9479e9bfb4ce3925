import type { DatabaseSync } from 'node:sqlite'
import { isDepartment } from './departments.ts'
import type { PostcodeArea, Region, Town } from './gazetteer-types.ts'
import type { TownPoint } from './towns-of-country.ts'

/** A row as node:sqlite gives it: untyped. Rows are turned into places here and nowhere else. */
export type GazetteerRow = Record<string, unknown>

/** Names of regions, by country and GeoNames' code of the region. */
export type RegionNames = ReadonlyMap<string, ReadonlyMap<string, string>>

/** The names of all regions in the places file. */
export function readRegionNames(database: DatabaseSync): RegionNames {
  const regions = new Map<string, Map<string, string>>()
  for (const row of database.prepare('select country, admin1, name from regions').all()) {
    const code = String(row['country'])
    const ofCountry = regions.get(code) ?? new Map<string, string>()
    regions.set(code, ofCountry.set(String(row['admin1']), String(row['name'])))
  }
  return regions
}

/** The countries that write postcodes in each shape, such as `99999` or `A9A 9A9`. */
export function readShapes(database: DatabaseSync): ReadonlyMap<string, ReadonlySet<string>> {
  const shapes = new Map<string, Set<string>>()
  for (const row of database.prepare('select shape, country from shapes').all()) {
    const shape = String(row['shape'])
    shapes.set(shape, (shapes.get(shape) ?? new Set<string>()).add(String(row['country'])))
  }
  return shapes
}

/** A row of the towns as a town, with the name of its region. */
export function townFrom(row: GazetteerRow, regions: RegionNames): Town {
  const country = String(row['country'])
  const admin1 = String(row['admin1'])
  const region = regions.get(country)?.get(admin1)
  return {
    name: String(row['name']),
    ...(region === undefined ? {} : { region }),
    country,
    admin1,
    admin2: String(row['admin2']),
    kind: 'town',
    ...pointFrom(row),
    weight: -Number(row['weight']),
  }
}

/** A row of the towns as no more than where it is and in which area. */
export function townPointFrom(row: GazetteerRow): TownPoint {
  return {
    lat: Number(row['lat']),
    lon: Number(row['lon']),
    admin1: String(row['admin1']),
    admin2: String(row['admin2']),
  }
}

/** A row of the regions as a region; a department with the name of the region it is in. */
export function regionFrom(row: GazetteerRow, regions: RegionNames): Region {
  const country = String(row['country'])
  const admin1 = String(row['admin1'])
  const around = isDepartment(admin1)
    ? regions.get(country)?.get(admin1.split('/')[0] ?? '')
    : undefined
  return {
    name: String(row['name']),
    ...(around !== undefined && { region: around }),
    country,
    admin1,
    area: `${country}/${admin1}`,
    kind: 'region',
    ...pointFrom(row),
    spreadKm: Number(row['spread_km']),
  }
}

/** The coordinates (degrees) and the population in a row. */
export function pointFrom(row: GazetteerRow): { lat: number; lon: number; population: number } {
  return {
    lat: Number(row['lat']),
    lon: Number(row['lon']),
    population: Number(row['population']),
  }
}

/** A row of the postcodes as an area. */
export function areaFrom(row: GazetteerRow): PostcodeArea {
  return {
    beginning: String(row['code']),
    country: String(row['country']),
    lat: Number(row['lat']),
    lon: Number(row['lon']),
    place: String(row['place']),
    weight: -Number(row['weight']),
  }
}
