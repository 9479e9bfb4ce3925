import type { FoundCode } from './postcode.ts'
import { shownCode } from './postcode-shapes.ts'
import type { Place } from './place.ts'

/** Only what is said of a place to the outside. */
export function plainPlace(place: Place): Place {
  const { name, postcode, region, country, lat, lon, kind, population, area } = place
  const { isCorrected, isForArea } = place
  return {
    name,
    ...(postcode === undefined ? {} : { postcode }),
    ...(region === undefined ? {} : { region }),
    ...(country === undefined ? {} : { country }),
    lat,
    lon,
    kind,
    ...(population === undefined ? {} : { population }),
    ...(area === undefined ? {} : { area }),
    ...(isCorrected && { isCorrected }),
    ...(isForArea && { isForArea }),
  }
}

/** A postcode that was found, as a place named after its town. */
export function postcodePlace(found: FoundCode): Place {
  const { code, country, lat, lon, place } = found
  return { name: place, postcode: shownCode(country, code), country, lat, lon, kind: 'postcode' }
}
