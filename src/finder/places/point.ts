import type { Place } from './place.ts'

/** `lat,lon` in degrees with a point for decimals. Anything else of digits, points and commas is no place at all. */
export function readPoint(text: string): Place | 'wrong' | undefined {
  const [, lat, lon] = pointPattern.exec(text) ?? []
  if (lat === undefined || lon === undefined) return looksLikePoint.test(text) ? 'wrong' : undefined
  return placeAt(Number(lat), Number(lon)) ?? 'wrong'
}

/** Plain ASCII digits: no exponent, no hexadecimal, no digits of other scripts. */
const pointPattern = /^([+-]?\d{1,3}(?:\.\d{1,100})?) *, *([+-]?\d{1,3}(?:\.\d{1,100})?)$/
const looksLikePoint = /^[-+\d.,;\s]*[.,;][-+\d.,;\s]*$/

function placeAt(latitude: number, longitude: number): Place | undefined {
  if (Math.abs(latitude) > 90 || Math.abs(longitude) > 180) return undefined
  const lat = rounded(latitude)
  // One meridian, two ways to write it.
  const lon = rounded(longitude) === -180 ? 180 : rounded(longitude)
  return { name: `${lat}, ${lon}`, lat, lon, kind: 'point' }
}

/** Five decimals are about a metre; `+ 0` turns -0 into 0. */
function rounded(degrees: number): number {
  return Math.round(degrees * 1e5) / 1e5 + 0
}
