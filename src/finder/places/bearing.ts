import type { Point } from './distance.ts'

const radians = Math.PI / 180

/**
 * The direction in which the shortest way from one point to another sets out, in degrees clockwise from north
 * (0 up to 360): the initial bearing of the great circle (Sinnott 1984, as the haversine of `distanceKm`). From a pole every
 * way leads south, or north; there the longitude alone tells them apart. 0 where both are one point.
 */
export function bearingDegrees(from: Point, to: Point): number {
  const turn = (to.lon - from.lon) * radians
  const [south, north] = [from.lat * radians, to.lat * radians]
  const east = Math.sin(turn) * Math.cos(north)
  const ahead =
    Math.cos(south) * Math.sin(north) - Math.sin(south) * Math.cos(north) * Math.cos(turn)
  const degrees = Math.atan2(east, ahead) / radians
  return ((degrees % 360) + 360) % 360
}
