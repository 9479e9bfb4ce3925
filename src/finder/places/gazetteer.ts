import type { DatabaseSync, StatementSync } from 'node:sqlite'
import {
  type GazetteerRow,
  areaFrom,
  pointFrom,
  readRegionNames,
  readShapes,
  regionFrom,
  townFrom,
  townPointFrom,
} from './gazetteer-rows.ts'
import { isDepartment } from './departments.ts'
import { openChecked } from './open-checked.ts'
import type { Point } from './distance.ts'
import type { Place } from './place.ts'
import type { PostcodeArea, Region, Town } from './gazetteer-types.ts'
import type { TownPoint } from './towns-of-country.ts'

/** The places file, as questions: each is one query. */
export interface Gazetteer {
  /** Towns that bear a name, the best first. */
  townsNamed(key: string): readonly Town[]
  /** Towns that bear one of some names, the best first; a town comes once for each of them. */
  townsNamedAny(keys: readonly string[]): readonly Town[]
  /** Towns of one country that bear a name, the best first. */
  townsNamedIn(key: string, country: string): readonly Town[]
  /** Towns with a name that begins with `start`, the best first; a town comes once for each such name. */
  townsBeginning(start: string, most: number): readonly Town[]
  /** Folded names of one country's towns that begin with `start`. */
  namesBeginning(start: string, country: string): readonly string[]
  /** The towns of a country by their own name, the biggest first. */
  townsOf(country: string): readonly Town[]
  /** Where the towns of a country are, by latitude, then the biggest first. */
  townPoints(country: string): readonly TownPoint[]
  /** All towns within `km` of a point and some farther, of any country. */
  townsWithin(point: Point, km: number): readonly Town[]
  regionsNamed(key: string): readonly Region[]
  regionsNamedAny(keys: readonly string[]): readonly Region[]
  regionNames(country: string): ReadonlyMap<string, string>
  country(code: string): Place | undefined
  /** Of the beginnings given, those that are areas of postcodes. */
  postcodeAreas(beginnings: readonly string[]): readonly PostcodeArea[]
  /** The first areas of postcodes that go on from `start`. */
  postcodesBeginning(start: string, most: number): readonly PostcodeArea[]
  /** Countries whose postcodes have a shape such as `A99`. */
  countriesWithShape(shape: string): ReadonlySet<string>
  close(): void
}

/** Opens the file for reading; throws with words for the operator when it cannot be used. */
export function openGazetteer(file: string): Gazetteer {
  const database = openChecked(file)
  return {
    ...townQuestions(database),
    ...pointQuestions(database),
    ...areaQuestions(database),
    ...postcodeQuestions(database),
    close: () => database.close(),
  }
}

type TownQuestions =
  | 'townsNamed'
  | 'townsNamedAny'
  | 'townsNamedIn'
  | 'townsBeginning'
  | 'namesBeginning'
  | 'townsOf'
type AreaQuestions = 'regionsNamed' | 'regionsNamedAny' | 'regionNames' | 'country'
type PostcodeQuestions = 'postcodeAreas' | 'postcodesBeginning' | 'countriesWithShape'

function townQuestions(database: DatabaseSync): Pick<Gazetteer, TownQuestions> {
  const regions = readRegionNames(database)
  const town = (row: GazetteerRow): Town => townFrom(row, regions)
  const ask = (sql: string): StatementSync => database.prepare(sql)
  const columns = 't.name, t.country, t.admin1, t.admin2, t.lat, t.lon, t.population, n.weight'
  const named = ask(
    `select ${columns} from names n join towns t on t.id = n.town
     where n.name = ? order by n.weight, n.town limit 1000`,
  )
  const namedIn = ask(
    `select ${columns} from names n join towns t on t.id = n.town
     where n.name = ? and t.country = ? order by n.weight, n.town limit 100`,
  )
  const namedAny = ask(
    `select ${columns} from names n join towns t on t.id = n.town
     where n.name in (select value from json_each(?)) order by n.weight, n.town limit 100`,
  )
  const started = ask(
    `select ${columns} from starts n join towns t on t.id = n.town
     where n.start = ? order by n.weight, n.town limit ?`,
  )
  const begun = ask(
    `select ${columns} from (select * from names where name >= ? and name < ?
     order by weight, town limit ?) n join towns t on t.id = n.town order by n.weight, n.town`,
  )
  const namesBegun = ask(
    `select distinct n.name from names n join towns t on t.id = n.town
     where n.name >= ? and n.name < ? and t.country = ?`,
  )
  const ofCountry = ask(
    `select t.*, -t.population as weight from towns t where t.country = ? order by t.id`,
  )
  return {
    townsNamed: (key) => named.all(key).map(town),
    townsNamedAny: (keys) => namedAny.all(JSON.stringify(keys)).map(town),
    townsNamedIn: (key, code) => namedIn.all(key, code).map(town),
    townsBeginning(start, most) {
      const ready = started.all(start, most)
      return (ready.length > 0 ? ready : begun.all(start, after(start), most)).map(town)
    },
    namesBeginning: (start, code) =>
      namesBegun.all(start, after(start), code).map((row) => String(row['name'])),
    townsOf: (code) => ofCountry.all(code).map(town),
  }
}

/** A degree of latitude is nowhere shorter. */
const kmOfDegree = 110

function pointQuestions(database: DatabaseSync): Pick<Gazetteer, 'townPoints' | 'townsWithin'> {
  const regions = readRegionNames(database)
  const town = (row: GazetteerRow): Town => townFrom(row, regions)
  const points = database.prepare(
    `select lat, lon, admin1, admin2 from towns where country = ? order by lat, id`,
  )
  const within = database.prepare(
    `select t.*, -t.population as weight from towns t
     where t.lat between ? and ? and t.lon between ? and ?`,
  )
  return {
    townsWithin({ lat, lon }, km) {
      const { high, wide } = reachOf(lat, km)
      return within.all(lat - high, lat + high, lon - wide, lon + wide).map(town)
    },
    townPoints: (country) => points.all(country).map(townPointFrom),
  }
}

/** Degrees of latitude and of longitude that are no fewer kilometres. */
function reachOf(lat: number, km: number): { readonly high: number; readonly wide: number } {
  const high = km / kmOfDegree
  return { high, wide: high / Math.max(0.1, Math.cos((lat * Math.PI) / 180)) }
}

function areaQuestions(database: DatabaseSync): Pick<Gazetteer, AreaQuestions> {
  const names = readRegionNames(database)
  const region = (row: GazetteerRow): Region => regionFrom(row, names)
  const named = database.prepare(
    `select r.* from region_names n join regions r using (country, admin1)
     where n.name = ? order by r.population desc`,
  )
  const namedAny = database.prepare(
    `select distinct r.* from region_names n join regions r using (country, admin1)
     where n.name in (select value from json_each(?)) order by r.population desc`,
  )
  const country = database.prepare(`select * from countries where code = ?`)
  return {
    regionsNamed: (key) => named.all(key).map(region),
    regionsNamedAny: (keys) => namedAny.all(JSON.stringify(keys)).map(region),
    regionNames: (code) => wholeRegions(names.get(code) ?? new Map()),
    country(code) {
      const row = country.get(code)
      return row && { name: code, kind: 'country', country: code, area: code, ...pointFrom(row) }
    },
  }
}

/** Without departments. */
function wholeRegions(names: ReadonlyMap<string, string>): ReadonlyMap<string, string> {
  return new Map([...names].filter(([admin1]) => !isDepartment(admin1)))
}

function postcodeQuestions(database: DatabaseSync): Pick<Gazetteer, PostcodeQuestions> {
  const shapes = readShapes(database)
  const areas = database.prepare(
    `select * from postcodes where code in (select value from json_each(?))`,
  )
  const begun = database.prepare(
    `select * from postcodes where code >= ? and code < ? order by weight limit ?`,
  )
  return {
    postcodeAreas: (beginnings) => areas.all(JSON.stringify(beginnings)).map(areaFrom),
    postcodesBeginning: (start, most) => begun.all(start, after(start), most).map(areaFrom),
    countriesWithShape: (shape) => shapes.get(shape) ?? new Set(),
  }
}

/** The first text after all that begin with `start`. */
function after(start: string): string {
  return `${start}\u{10FFFF}`
}
