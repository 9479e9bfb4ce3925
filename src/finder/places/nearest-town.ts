import { type Point, distanceKm } from './distance.ts'
import type { Town } from './gazetteer-types.ts'

/** Farther from any town than this, a point is nowhere, and nobody can say which region it is in. */
export const farthestKm = 40
/** Mostly a town is this near, and few others have to be looked at. */
export const mostlyWithinKm = 8

/**
 * The town nearest to a point, where one is nearer than 40 km. `towns` gives all within so many kilometres; some that are
 * farther do no harm.
 */
export function nearestTown(
  point: Point,
  towns: (km: number) => readonly Town[],
): Town | undefined {
  return (
    nearestWithin(point, towns(mostlyWithinKm), mostlyWithinKm) ??
    nearestWithin(point, towns(farthestKm), farthestKm)
  )
}

function nearestWithin(point: Point, towns: readonly Town[], mostKm: number): Town | undefined {
  let nearest: Town | undefined
  let least = mostKm
  for (const town of towns) {
    const km = distanceKm(town, point)
    if (km < least) {
      nearest = town
      least = km
    }
  }
  return nearest
}
