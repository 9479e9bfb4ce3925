import { remembering } from '../../base/lru.ts'
import type { Gazetteer } from './gazetteer.ts'
import { nearestTown } from './nearest-town.ts'
import type { Place } from './place.ts'
import { plainPlace } from './plain-place.ts'

const remembered = 500

/** Makes the function that says beside which town a point is: by that people know where it is. */
export function townFinder(gazetteer: Gazetteer): (point: Place) => Place {
  return remembering(
    remembered,
    ({ lat, lon }: Place) => `${lat} ${lon}`,
    (point: Place) => besideTown(gazetteer, point),
  )
}

function besideTown(gazetteer: Gazetteer, point: Place): Place {
  const town = nearestTown(point, (km) => gazetteer.townsWithin(point, km))
  if (!town) return point
  return {
    ...point,
    ...(town.country !== undefined && { country: town.country }),
    town: plainPlace(town),
  }
}
