import type { Where } from '../../../finder/catalogue/model/where.ts'
import { splitAt } from './split-value.ts'

/** Metres of each unit that a distance may have. */
const units: ReadonlyMap<string, number> = new Map([
  ['', 1_000],
  ['km', 1_000],
  ['m', 1],
  ['mi', 1_609.344],
  ['[mi_i]', 1_609.344],
  ['[mi_us]', 1_609.347_2],
])

const usualKm = 50
const mostMetres = 20_100_000

/** Reads `48.85|2.35|50|km`: within so far of a point. Without a unit it is kilometres, without a distance fifty of them. */
export function readNear(text: string): { readonly where: Where } | { readonly problem: string } {
  const [latitude = '', longitude = '', distance = '', unit = '', ...more] = splitAt(text, '|').map(
    (part) => part.trim(),
  )
  const [lat, lon] = [decimal(latitude), decimal(longitude)]
  const metresEach = units.get(unit.toLowerCase())
  const far = distance === '' ? usualKm : decimal(distance)
  if (lat === undefined || lon === undefined || more.length > 0)
    return { problem: 'must be latitude|longitude|distance|unit, such as 48.85|2.35|50|km' }
  if (Math.abs(lat) > 90 || Math.abs(lon) > 180)
    return { problem: 'has a latitude beyond 90 or a longitude beyond 180 degrees' }
  if (metresEach === undefined)
    return { problem: 'has a unit that is not km, m, [mi_i] or [mi_us]' }
  if (far === undefined || far < 0) return { problem: 'has a distance that is no number from 0 up' }
  const metres = Math.min(far * metresEach, mostMetres)
  return { where: { kind: 'near', latitude: lat, longitude: lon, metres } }
}

function decimal(text: string): number | undefined {
  return /^[+-]?\d{1,9}(?:\.\d{1,15})?$/.test(text) ? Number(text) : undefined
}
