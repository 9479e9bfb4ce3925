import { remembering } from '../../base/lru.ts'
import { distanceKm } from './distance.ts'
import type { Gazetteer } from './gazetteer.ts'
import type { Town } from './gazetteer-types.ts'
import type { Place } from './place.ts'
import { plainPlace } from './plain-place.ts'

/** Farther from any town than this, a point is nowhere. */
const farthestKm = 40
const mostlyWithinKm = 8
const remembered = 500

/** Makes the function that says beside which town a point is: by that people know where it is. */
export function townFinder(gazetteer: Gazetteer): (point: Place) => Place {
  const find = remembering(
    remembered,
    ({ lat, lon }: Place) => `${lat} ${lon}`,
    (point: Place) => besideTown(gazetteer, point),
  )
  return (point) => find(point)
}

function besideTown(gazetteer: Gazetteer, point: Place): Place {
  const town = nearest(gazetteer, point, mostlyWithinKm) ?? nearest(gazetteer, point, farthestKm)
  if (!town) return point
  return {
    ...point,
    ...(town.country !== undefined && { country: town.country }),
    town: plainPlace(town),
  }
}

function nearest(gazetteer: Gazetteer, point: Place, km: number): Town | undefined {
  const near = gazetteer
    .townsWithin(point, km)
    .map((town) => ({ town, away: distanceKm(town, point) }))
    .filter(({ away }) => away <= km)
  return near.toSorted((a, b) => a.away - b.away)[0]?.town
}
