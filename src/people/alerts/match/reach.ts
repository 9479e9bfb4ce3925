import { type AreaPath, isInArea } from '../../../finder/places/areas.ts'
import {
  boundingBox,
  distanceKm,
  earthRadiusKm,
  type Point,
} from '../../../finder/places/distance.ts'
import type { StudyChange } from '../../../finder/catalogue/model/changes.ts'

/**
 * Which changed studies have a site within a circle or an area: any site, one that people can join (of a study that takes nobody any
 * counts), and one that is new and can be joined.
 */
export interface Reached {
  /** The studies with any, in order. */
  readonly studies: readonly number[]
  /** Of each of them bits of `siteMark`. */
  readonly marks: readonly number[]
}

/** What is told of the sites of a study within reach; 0 is none. */
export const siteMark = { any: 1, joinable: 2, fresh: 4 } as const

/** The marks of one study: 0 where it has no site within reach. */
export function siteMarkOf({ studies, marks }: Reached, study: number): number {
  let [from, to] = [0, studies.length]
  while (from < to) {
    const middle = (from + to) >> 1
    if ((studies[middle] as number) < study) from = middle + 1
    else to = middle
  }
  return studies[from] === study ? (marks[from] as number) : 0
}

/** Which of the changed studies are within reach of a place, and which are in an area (`FR/11/94`). */
export interface Reach {
  around(place: Point, withinKm: number): Reached
  inside(area: AreaPath): Reached
}

/**
 * Answers, for a place and a distance or for an area, which of the changed studies are within reach, by the same points,
 * areas and formula as the search. Sites are kept in cells of one degree, so that only those nearby are
 * measured; people of one town share one answer.
 */
export function openReach(studies: readonly Sites[]): Reach {
  const cells = cellsOf(studies)
  const marks = new Uint8Array(studies.length)
  const areas = new Map<AreaPath, Reached>()
  const around = rememberedByPlace((place, withinKm) => {
    for (const point of pointsAround(cells, place, withinKm)) markAll(marks, point.sites)
    return takenFrom(marks)
  })
  return {
    around,
    inside: (area) => {
      const known = areas.get(area)
      if (known) return known
      markAll(marks, sitesInside(studies, area))
      const reached = takenFrom(marks)
      if (areas.size >= mostKnown) areas.clear()
      areas.set(area, reached)
      return reached
    },
  }
}

const mostKnown = 20_000

/** Numbers are looked up one by one: to write them as a text takes longer than all else. */
function rememberedByPlace(find: Reach['around']): Reach['around'] {
  let [count, known] = [0, new Map<number, Map<number, Map<number, Reached>>>()]
  return (place, withinKm) => {
    const before = known.get(withinKm)?.get(place.lat)?.get(place.lon)
    if (before) return before
    if (count++ >= mostKnown) [count, known] = [1, new Map()]
    const reached = find(place, withinKm)
    entryOf(entryOf(known, withinKm), place.lat).set(place.lon, reached)
    return reached
  }
}

function entryOf<Value>(map: Map<number, Map<number, Value>>, key: number): Map<number, Value> {
  const there = map.get(key) ?? new Map<number, Value>()
  map.set(key, there)
  return there
}

/** A site, or several of one study at one point, by what is told of them. */
interface Site {
  readonly study: number
  readonly mark: number
}

/** The sites at one point, which is mostly that of a town: they are measured together. */
interface PlacedSites {
  readonly point: Point
  /** The same as a vector of length 1. */
  readonly x: number
  readonly y: number
  readonly z: number
  readonly sites: Site[]
}

type Cells = ReadonlyMap<number, readonly PlacedSites[]>

type Sites = Pick<StudyChange, 'sites' | 'areas' | 'newSites' | 'closedSites'>

function cellsOf(studies: readonly Sites[]): Cells {
  const points = new Map<string, PlacedSites>()
  const cells = new Map<number, PlacedSites[]>()
  studies.forEach((change, study) => {
    const markAt = marksOf(change)
    change.sites.forEach((site, index) => {
      if (!site) return
      const key = site.join()
      const there = points.get(key) ?? placed(site)
      there.sites.push({ study, mark: markAt(index) })
      if (points.has(key)) return
      points.set(key, there)
      const cell = cellOf(Math.floor(there.point.lat), Math.floor(there.point.lon))
      const others = cells.get(cell)
      if (others) others.push(there)
      else cells.set(cell, [there])
    })
  })
  return cells
}

function placed([lat, lon]: readonly [number, number]): PlacedSites {
  const point = { lat: lat / 100, lon: lon / 100 }
  return { point, ...vectorOf(point), sites: [] }
}

function vectorOf({ lat, lon }: Point): {
  readonly x: number
  readonly y: number
  readonly z: number
} {
  const [north, east] = [lat * radians, lon * radians]
  const level = Math.cos(north)
  return { x: level * Math.cos(east), y: level * Math.sin(east), z: Math.sin(north) }
}

const radians = Math.PI / 180

/** The marks of a study's sites, by their place in it. */
function marksOf({ newSites, closedSites = [] }: Sites): (index: number) => number {
  const fresh = new Set(newSites)
  const closed = new Set(closedSites)
  return (index) => {
    if (closed.has(index)) return siteMark.any
    return siteMark.any | siteMark.joinable | (fresh.has(index) ? siteMark.fresh : 0)
  }
}

function* sitesInside(studies: readonly Sites[], area: AreaPath): Generator<Site> {
  for (const [study, change] of studies.entries()) {
    const markAt = marksOf(change)
    for (const [index, path] of (change.areas ?? []).entries())
      if (path !== null && isInArea(path, area)) yield { study, mark: markAt(index) }
  }
}

function pointsAround(cells: Cells, place: Point, withinKm: number): readonly PlacedSites[] {
  const box = boundingBox(place, withinKm)
  const isWithin = withinOf(place, withinKm)
  const found: PlacedSites[] = []
  for (let lat = Math.floor(box.south); lat <= Math.floor(box.north); lat++)
    for (const [west, east] of box.lons)
      for (let lon = Math.floor(west); lon <= Math.floor(east); lon++)
        for (const point of cells.get(cellOf(lat, lon)) ?? [])
          if (isWithin(point)) found.push(point)
  return found
}

/** What three products leave in doubt is measured by the formula of the search, which takes ten times as long. */
function withinOf(place: Point, withinKm: number): (point: PlacedSites) => boolean {
  const { x, y, z } = vectorOf(place)
  const half = Math.sin(Math.min(Math.max(withinKm, 0) / (2 * earthRadiusKm), Math.PI / 2))
  const most = half * half
  return (point) => {
    const beyond = (1 - x * point.x - y * point.y - z * point.z) / 2 - most
    if (Math.abs(beyond) > doubt) return beyond < 0
    return distanceKm(place, point.point) <= withinKm
  }
}

/** Of half the versed sine of an angle: a thousand times what rounding can make of it. */
const doubt = 1e-12

function markAll(marks: Uint8Array, sites: Iterable<Site>): void {
  for (const { study, mark } of sites) marks[study] = (marks[study] as number) | mark
}

/** What was marked, in order; the marks are free again. */
function takenFrom(all: Uint8Array): Reached {
  const [studies, marks]: [number[], number[]] = [[], []]
  for (let study = 0; study < all.length; study++) {
    const mark = all[study] as number
    if (mark === 0) continue
    studies.push(study)
    marks.push(mark)
    all[study] = 0
  }
  return studies.length === 0 ? nothing : { studies, marks }
}

/** Many places have nothing within reach: they share one answer. */
const nothing: Reached = { studies: [], marks: [] }

/** 180° is the meridian of -180°: both ways of writing it are in the box of a place near it. */
function cellOf(lat: number, lon: number): number {
  return (lat + 90) * 400 + lon + 180
}
