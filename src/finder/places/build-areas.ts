import { readFileSync } from 'node:fs'
import type { DatabaseSync } from 'node:sqlite'
import { departments } from './departments.ts'
import { distanceKm, type Point } from './distance.ts'
import { nameKey } from './name-key.ts'
import type { TownRow } from './read-towns.ts'
import { shippedFile } from './shipped.ts'

/** Regions and countries, each with the place its people live around. */
export function writeAreas(database: DatabaseSync, towns: readonly TownRow[]): void {
  const byRegion = Map.groupBy(towns, (town) => `${town.country}\t${town.admin1}`)
  for (const [key, ofDepartment] of Map.groupBy(towns.filter(isInFrance), departmentCode))
    byRegion.set(`FR\t${key}`, ofDepartment)
  const insert = database.prepare('insert into regions values (?, ?, ?, ?, ?, ?, ?)')
  const insertName = database.prepare('insert or ignore into region_names values (?, ?, ?)')
  for (const region of [...readRegions(), ...departmentsIn(byRegion)]) {
    const centre = centreOf(byRegion.get(`${region.country}\t${region.admin1}`) ?? [])
    if (!centre) continue
    const { lat, lon, spreadKm, population } = centre
    insert.run(region.country, region.admin1, region.name, lat, lon, spreadKm, population)
    for (const name of region.names) insertName.run(nameKey(name), region.country, region.admin1)
  }
  writeCountries(database, towns)
}

function writeCountries(database: DatabaseSync, towns: readonly TownRow[]): void {
  const insert = database.prepare('insert into countries values (?, ?, ?, ?)')
  for (const [country, ofCountry] of Map.groupBy(towns, (town) => town.country)) {
    const centre = centreOf(ofCountry)
    if (centre) insert.run(country, centre.lat, centre.lon, centre.population)
  }
}

interface Region {
  readonly country: string
  readonly admin1: string
  readonly name: string
  /** The name, its short form and its other names. */
  readonly names: readonly string[]
}

function isInFrance({ country, admin2 }: TownRow): boolean {
  return country === 'FR' && departments.has(admin2)
}

function departmentCode({ admin1, admin2 }: TownRow): string {
  return `${admin1}/${admin2}`
}

/** The departments of France, by their names and their numbers. */
function departmentsIn(byRegion: ReadonlyMap<string, unknown>): Region[] {
  return [...byRegion.keys()].flatMap((key) => {
    const [, admin1 = '', number = ''] = /^FR\t(\w+\/(\w+))$/.exec(key) ?? []
    const name = departments.get(number)
    return name === undefined ? [] : [{ country: 'FR', admin1, name, names: [name, number] }]
  })
}

function readRegions(): Region[] {
  const lines = readFileSync(shippedFile('regions.tsv'), 'utf8').trim().split('\n')
  return lines.map((line) => {
    const [country = '', admin1 = '', name = '', short = '', others = ''] = line.split('\t')
    const names = [name, short, ...others.split('|')].filter((text) => text !== '')
    return { country, admin1, name, names }
  })
}

interface Centre extends Point {
  /** How far from the centre people live, on average. */
  readonly spreadKm: number
  readonly population: number
}

/** The mean of the towns, each counted by its people, taken on the sphere so that the date line is no edge. */
function centreOf(towns: readonly TownRow[]): Centre | undefined {
  const mean = meanPoint(towns)
  if (!mean) return undefined
  let people = 0
  let peopleKm = 0
  for (const town of towns) {
    people += weightOf(town)
    peopleKm += weightOf(town) * distanceKm(town, mean)
  }
  const population = towns.reduce((sum, town) => sum + town.population, 0)
  return { ...mean, spreadKm: peopleKm / people, population }
}

function meanPoint(towns: readonly TownRow[]): Point | undefined {
  let x = 0
  let y = 0
  let z = 0
  for (const town of towns) {
    const lat = (town.lat * Math.PI) / 180
    const lon = (town.lon * Math.PI) / 180
    x += weightOf(town) * Math.cos(lat) * Math.cos(lon)
    y += weightOf(town) * Math.cos(lat) * Math.sin(lon)
    z += weightOf(town) * Math.sin(lat)
  }
  if (x === 0 && y === 0 && z === 0) return undefined
  return {
    lat: round((Math.atan2(z, Math.hypot(x, y)) * 180) / Math.PI),
    lon: round((Math.atan2(y, x) * 180) / Math.PI),
  }
}

/** GeoNames does not know everybody's population: an unknown one counts as a hamlet. */
function weightOf(town: TownRow): number {
  return Math.max(1, town.population)
}

function round(degrees: number): number {
  return Math.round(degrees * 1e5) / 1e5
}
