import { type Point, distanceKm } from './distance.ts'
import { farthestKm, mostlyWithinKm } from './nearest-town.ts'

/** Of a town no more than where it is and in which region and department: there are 200,000. */
export interface TownPoint extends Point {
  readonly admin1: string
  readonly admin2: string
}

/** A degree of latitude is nowhere shorter. */
const kmOfDegree = 110

/** The towns of one country by latitude, to find the nearest to a point: an import asks for millions. */
export class TownsOfCountry {
  readonly #lats: Float64Array
  readonly #lons: Float64Array
  readonly #areas: readonly Omit<TownPoint, keyof Point>[]

  /** From towns in the order of their latitude; of two that are equally near, the one that comes first counts. */
  constructor(towns: Iterable<TownPoint>) {
    const lats: number[] = []
    const lons: number[] = []
    const areas: Omit<TownPoint, keyof Point>[] = []
    const known = new Map<string, Omit<TownPoint, keyof Point>>()
    for (const { lat, lon, admin1, admin2 } of towns) {
      const key = `${admin1}\t${admin2}`
      const area = known.get(key) ?? { admin1, admin2 }
      known.set(key, area)
      lats.push(lat)
      lons.push(lon)
      areas.push(area)
    }
    this.#lats = Float64Array.from(lats)
    this.#lons = Float64Array.from(lons)
    this.#areas = areas
  }

  /** In which region and department the nearest town is, where one is nearer than 40 km. */
  nearest(point: Point): Omit<TownPoint, keyof Point> | undefined {
    const found = this.#nearestWithin(point, mostlyWithinKm)
    return this.#areas[found < 0 ? this.#nearestWithin(point, farthestKm) : found]
  }

  #nearestWithin(point: Point, mostKm: number): number {
    const high = mostKm / kmOfDegree
    const wide = high / Math.max(0.1, Math.cos((point.lat * Math.PI) / 180))
    let [nearest, least] = [-1, mostKm]
    for (let at = this.#from(point.lat - high); at < this.#lats.length; at++) {
      const lat = this.#lats[at] as number
      if (lat > point.lat + high) break
      const lon = this.#lons[at] as number
      if (Math.abs(lon - point.lon) > wide) continue
      const km = distanceKm({ lat, lon }, point)
      if (km < least) [nearest, least] = [at, km]
    }
    return nearest
  }

  /** The first town that is no farther south. */
  #from(lat: number): number {
    let [low, high] = [0, this.#lats.length]
    while (low < high) {
      const middle = (low + high) >> 1
      if ((this.#lats[middle] as number) < lat) low = middle + 1
      else high = middle
    }
    return low
  }
}
