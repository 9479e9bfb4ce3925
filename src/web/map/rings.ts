import { bearingDegrees } from '../../finder/places/bearing.ts'
import { distanceKm, type Point } from '../../finder/places/distance.ts'

/** Distances (kilometres or miles alike) at which rings are drawn, the smallest set first that holds every dot. */
const ringSets: readonly (readonly [number, number, number])[] = [
  [1, 2, 5],
  [2, 5, 10],
  [5, 15, 30],
  [10, 25, 50],
  [20, 50, 100],
  [50, 100, 200],
  [100, 200, 500],
  [200, 500, 1000],
]
/** Farther than this (kilometres or miles) nobody goes by the day: it is on no picture of rings. */
export const farthestRing = 1000

/** The width and height of the picture, and where on it the outermost ring is. */
export const ringsSize = 352
const middle = ringsSize / 2
const outermost = 146.4
/** The place itself has a mark, which no other may hide. */
const leastFromMiddle = 21

/** A picture of rings: at which distances they are, and where on it a point is. */
export interface Rings {
  readonly rings: readonly { readonly distance: number; readonly radius: number }[]
  readonly at: (point: Point) => { readonly x: number; readonly y: number }
}

/**
 * Rings round a place that hold all of some points (each within `farthestRing`): up is north, the direction is that in
 * which the shortest way sets out, and distances grow as their square root, so that what is near has room. Right at the
 * date line and at the poles, because nothing is cut open. `unitKm` is a kilometre or a mile in kilometres.
 */
export function ringsAround(here: Point, points: readonly Point[], unitKm: number): Rings {
  const farOf = (point: Point): number => distanceKm(here, point) / unitKm
  const farthest = Math.max(0, ...points.map(farOf))
  const set = ringSets.find(([, , outer]) => outer >= farthest) ?? ringSets.at(-1)
  const outer = set?.[2] ?? farthestRing
  const radiusOf = (distance: number): number => outermost * Math.sqrt(distance / outer)
  return {
    rings: (set ?? []).map((distance) => ({ distance, radius: radiusOf(distance) })),
    at: (point) => {
      const far = farOf(point)
      // What is at the place itself stands below it.
      const degrees = far < 0.05 ? 180 : bearingDegrees(here, point)
      const radius = Math.max(leastFromMiddle, radiusOf(far))
      const turn = (degrees * Math.PI) / 180
      return { x: middle + radius * Math.sin(turn), y: middle - radius * Math.cos(turn) }
    },
  }
}
