import { kmFromMiles } from '../../../finder/places/distance.ts'

/** A circle on the Earth. */
export interface Circle {
  readonly latitude: number
  readonly longitude: number
  readonly metres: number
}

/**
 * Reads `39.0035707,-77.1013313,50mi`. A radius without a unit is metres. Undefined for what is no circle: other forms, a place
 * that is not on the Earth, a radius of nothing.
 */
export function readCircle(text: string): Circle | undefined {
  const [, lat = '', lon = '', size = '', unit = ''] = circlePattern.exec(text) ?? []
  const [latitude, longitude] = [Number(lat), Number(lon)]
  const metres = metresOf(size, unit)
  if (lat === '' || Math.abs(latitude) > 90 || Math.abs(longitude) > 180) return undefined
  return metres > 0 ? { latitude, longitude, metres } : undefined
}

/** To the millimetre. */
function metresOf(size: string, unit: string): number {
  const inUnit = Number(size)
  if (unit === '') return inUnit
  const km = unit.toLowerCase() === 'mi' ? kmFromMiles(inUnit) : inUnit
  return Math.round(km * 1e6) / 1e3
}

const degrees = String.raw`\s*(-?\d{1,3}(?:\.\d{1,20})?)\s*`
const circlePattern = new RegExp(
  String.raw`^${degrees},${degrees},\s*(\d{1,9}(?:\.\d{1,20})?)\s*(km|mi)?\s*$`,
  'i',
)
