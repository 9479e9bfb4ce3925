import { remembering } from '../../base/lru.ts'
import { countryCode } from './countries.ts'
import { departments, isDepartment } from './departments.ts'
import type { Point } from './distance.ts'
import type { Gazetteer } from './gazetteer.ts'
import { nameKey } from './name-key.ts'
import { nearestTown } from './nearest-town.ts'
import type { SiteAddress } from './place.ts'

/**
 * A country, a region of one, or a department, as a path of codes: `FR`, `FR/11`, `FR/11/94`. A site is in an area
 * when its own path is the area's or goes on from it.
 */
export type AreaPath = string

/** Whether a path is that of an area or of a part of it. */
export function isInArea(path: AreaPath, area: AreaPath): boolean {
  return path === area || path.startsWith(`${area}/`)
}

const remembered = 50_000
const mostCharacters = 200

/** Makes the function that says in which area a site is; undefined where its country is not known. */
export function areaFinder(
  gazetteer: Gazetteer,
): (site: SiteAddress, point: Point | undefined) => AreaPath | undefined {
  const find = remembering(
    remembered,
    ([site, point]: Asked) =>
      [site.country, site.state, point?.lat, point?.lon].map(String).join('\t'),
    ([site, point]: Asked) => areaOf(gazetteer, site, point),
  )
  return (site, point) => find([site, point])
}

type Asked = readonly [site: SiteAddress, point: Point | undefined]

/** The record's own country and state count; the rest is told by the town around its point. */
function areaOf(
  gazetteer: Gazetteer,
  { country, state }: SiteAddress,
  point: Point | undefined,
): AreaPath | undefined {
  const code = country === undefined ? undefined : countryCode(country)
  if (code === undefined) return undefined
  const town = point && nearestTown(point, (km) => gazetteer.townsAround(point, code, km))
  const region = regionOf(gazetteer, state, code) ?? town?.admin1
  if (region === undefined || region === '') return code
  const isKnown = code === 'FR' && town?.admin1 === region && departments.has(town.admin2)
  return isKnown ? `${code}/${region}/${town.admin2}` : `${code}/${region}`
}

function regionOf(
  gazetteer: Gazetteer,
  state: string | undefined,
  country: string,
): string | undefined {
  if (state === undefined || state.length > mostCharacters) return undefined
  return gazetteer
    .regionsNamed(nameKey(state))
    .find((region) => region.country === country && !isDepartment(region.admin1))?.admin1
}
