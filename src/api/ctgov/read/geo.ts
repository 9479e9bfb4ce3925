import type { Where } from '../../../finder/catalogue/model/where.ts'
import { readCircle } from '../essie/radius.ts'
import { type ApiFault, badFormat } from './api-fault.ts'

/** Reads `distance(39.0035707,-77.1013313,50mi)`: any site within the radius. A radius without a unit is metres. */
export function readGeo(parameter: string, text: string): Where | ApiFault {
  const [, inside = ''] = /^\s*distance\(([^()]{1,200})\)\s*$/.exec(text) ?? []
  const circle = inside === '' ? undefined : readCircle(inside)
  if (circle) return { kind: 'near', ...circle }
  return badFormat(
    parameter,
    'it is distance(latitude,longitude,radius), such as distance(48.85,2.35,50km); a radius without km or mi is in metres and more than 0',
  )
}

/** Whether a text is a `geoDecay`. It would rank by how far a site is, and nothing here does. */
export function isGeoDecay(text: string): boolean {
  return geoDecay.test(text.trim())
}

const length = String.raw`\d{1,9}(\.\d{1,9})?(km|mi)`
const geoDecay = new RegExp(
  String.raw`^func:(gauss|exp|linear),scale:${length},offset:${length},decay:\d{1,9}(\.\d{1,9})?$`,
)
