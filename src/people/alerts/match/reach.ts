import { boundingBox, distanceKm, type Point } from '../../../finder/places/distance.ts'
import type { StudyChange } from '../../../finder/catalogue/model/changes.ts'
import { bitset, hasBit, setBit } from '../../../base/bitset.ts'

/**
 * Which changed studies have a site within a circle: any site, one that people can join (of a study that takes nobody any
 * counts), and one that is new and can be joined.
 */
export interface Reached {
  readonly any: Uint32Array
  readonly joinable: Uint32Array
  readonly fresh: Uint32Array
  /** The studies of `any`, in order. */
  readonly studies: readonly number[]
}

/**
 * Answers, for a place and a distance, which of the changed studies are within reach, by the same points
 * and the same formula as the search. Sites are kept in cells of one degree, so that only those nearby are
 * measured; people of one town share one answer.
 */
export function openReach(studies: readonly Sites[]): (place: Point, withinKm: number) => Reached {
  const cells = cellsOf(studies)
  const nothing: Reached = {
    any: bitset(studies.length),
    joinable: bitset(studies.length),
    fresh: bitset(studies.length),
    studies: [],
  }
  const known = new Map<string, Reached>()
  return (place, withinKm) => {
    const key = `${place.lat} ${place.lon} ${withinKm}`
    const before = known.get(key)
    if (before) return before
    const reached = measure(cells, nothing, place, withinKm)
    if (known.size >= mostKnown) known.clear()
    known.set(key, reached)
    return reached
  }
}

const mostKnown = 20_000

interface Site {
  readonly study: number
  readonly point: Point
  readonly isNew: boolean
  readonly isClosed: boolean
}

type Cells = ReadonlyMap<number, readonly Site[]>

type Sites = Pick<StudyChange, 'sites' | 'newSites' | 'closedSites'>

function cellsOf(studies: readonly Sites[]): Cells {
  const cells = new Map<number, Site[]>()
  studies.forEach(({ sites, newSites, closedSites = [] }, study) => {
    const fresh = new Set(newSites)
    const closed = new Set(closedSites)
    sites.forEach((site, index) => {
      if (!site) return
      const point = { lat: site[0] / 100, lon: site[1] / 100 }
      const cell = cellOf(Math.floor(point.lat), Math.floor(point.lon))
      const there = cells.get(cell)
      const isClosed = closed.has(index)
      const one = { study, point, isNew: fresh.has(index) && !isClosed, isClosed }
      if (there) there.push(one)
      else cells.set(cell, [one])
    })
  })
  return cells
}

function measure(cells: Cells, nothing: Reached, place: Point, withinKm: number): Reached {
  // Many places have nothing within reach: they share one answer.
  let { any, joinable, fresh } = nothing
  const studies: number[] = []
  const box = boundingBox(place, withinKm)
  for (let lat = Math.floor(box.south); lat <= Math.floor(box.north); lat++)
    for (const [west, east] of box.lons)
      for (let lon = Math.floor(west); lon <= Math.floor(east); lon++)
        for (const { study, point, isNew, isClosed } of cells.get(cellOf(lat, lon)) ?? []) {
          if (distanceKm(place, point) > withinKm) continue
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
