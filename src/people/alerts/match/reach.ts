import { type AreaPath, isInArea } from '../../../finder/places/areas.ts'
import { boundingBox, distanceKm, type Point } from '../../../finder/places/distance.ts'
import type { StudyChange } from '../../../finder/catalogue/model/changes.ts'
import { bitset, hasBit, setBit } from '../../../base/bitset.ts'

/**
 * Which changed studies have a site within a circle or an area: any site, one that people can join (of a study that takes nobody any
 * counts), and one that is new and can be joined.
 */
export interface Reached {
  readonly any: Uint32Array
  readonly joinable: Uint32Array
  readonly fresh: Uint32Array
  /** The studies of `any`, in order. */
  readonly studies: readonly number[]
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
  const nothing: Reached = {
    any: bitset(studies.length),
    joinable: bitset(studies.length),
    fresh: bitset(studies.length),
    studies: [],
  }
  const known = new Map<string, Reached>()
  const once = (key: string, find: () => Reached): Reached => {
    const before = known.get(key)
    if (before) return before
    const reached = find()
    if (known.size >= mostKnown) known.clear()
    known.set(key, reached)
    return reached
  }
  return {
    around: (place, withinKm) =>
      once(`${place.lat} ${place.lon} ${withinKm}`, () =>
        reachedOf(sitesAround(cells, place, withinKm), nothing),
      ),
    inside: (area) => once(area, () => reachedOf(sitesInside(studies, area), nothing)),
  }
}

const mostKnown = 20_000

interface Site {
  readonly study: number
  readonly isNew: boolean
  readonly isClosed: boolean
}

interface PlacedSite extends Site {
  readonly point: Point
}

type Cells = ReadonlyMap<number, readonly PlacedSite[]>

type Sites = Pick<StudyChange, 'sites' | 'areas' | 'newSites' | 'closedSites'>

function cellsOf(studies: readonly Sites[]): Cells {
  const cells = new Map<number, PlacedSite[]>()
  studies.forEach((change, study) => {
    const marks = marksOf(change)
    change.sites.forEach((site, index) => {
      if (!site) return
      const point = { lat: site[0] / 100, lon: site[1] / 100 }
      const cell = cellOf(Math.floor(point.lat), Math.floor(point.lon))
      const there = cells.get(cell)
      const one = { study, point, ...marks(index) }
      if (there) there.push(one)
      else cells.set(cell, [one])
    })
  })
  return cells
}

/** Whether a site of a study is new and can be joined, and whether nobody can join it. */
function marksOf({ newSites, closedSites = [] }: Sites): (index: number) => Omit<Site, 'study'> {
  const fresh = new Set(newSites)
  const closed = new Set(closedSites)
  return (index) => ({ isNew: fresh.has(index) && !closed.has(index), isClosed: closed.has(index) })
}

function* sitesInside(studies: readonly Sites[], area: AreaPath): Generator<Site> {
  for (const [study, change] of studies.entries()) {
    const marks = marksOf(change)
    for (const [index, path] of (change.areas ?? []).entries())
      if (path !== null && isInArea(path, area)) yield { study, ...marks(index) }
  }
}

function* sitesAround(cells: Cells, place: Point, withinKm: number): Generator<Site> {
  const box = boundingBox(place, withinKm)
  for (let lat = Math.floor(box.south); lat <= Math.floor(box.north); lat++)
    for (const [west, east] of box.lons)
      for (let lon = Math.floor(west); lon <= Math.floor(east); lon++)
        for (const site of cells.get(cellOf(lat, lon)) ?? [])
          if (distanceKm(place, site.point) <= withinKm) yield site
}

/** Many places have nothing within reach: they share one answer. */
function reachedOf(sites: Iterable<Site>, nothing: Reached): Reached {
  let { any, joinable, fresh } = nothing
  const studies: number[] = []
  for (const { study, isNew, isClosed } of sites) {
    if (studies.length === 0) {
      any = new Uint32Array(any.length)
      joinable = new Uint32Array(any.length)
      fresh = new Uint32Array(fresh.length)
    }
    if (!hasBit(any, study)) studies.push(study)
    setBit(any, study)
    if (!isClosed) setBit(joinable, study)
    if (isNew) setBit(fresh, study)
  }
  if (studies.length === 0) return nothing
  return { any, joinable, fresh, studies: studies.sort((a, b) => a - b) }
}

/** 180° is the meridian of -180°: both ways of writing it are in the box of a place near it. */
function cellOf(lat: number, lon: number): number {
  return (lat + 90) * 400 + lon + 180
}
