import { remembering } from '../../base/lru.ts'
import { countryCode } from './countries.ts'
import { departments, isDepartment } from './departments.ts'
import type { Point } from './distance.ts'
import type { Gazetteer } from './gazetteer.ts'
import { nameKey } from './name-key.ts'
import type { SiteAddress } from './place.ts'
import { TownsOfCountry } from './towns-of-country.ts'

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
  const regionOf = remembering(
    remembered,
    ({ country, state }: Stated) => `${country}\t${state}`,
    ({ country, state }: Stated) => regionNamed(gazetteer, state, country),
  )
  const towns = new Map<string, TownsOfCountry>()
  const nearest = (point: Point, country: string): ReturnType<TownsOfCountry['nearest']> => {
    const ofCountry = towns.get(country) ?? new TownsOfCountry(gazetteer.townPoints(country))
    towns.set(country, ofCountry)
    return ofCountry.nearest(point)
  }
  return ({ country: named, state }, point) => {
    const country = named === undefined ? undefined : countryCode(named)
    if (country === undefined) return undefined
    const region = state === undefined ? undefined : regionOf({ country, state })
    return areaOf(country, region, (at) => nearest(at, country), point)
  }
}

interface Stated {
  readonly country: string
  readonly state: string
}

/** The record's own country and state count; the rest is told by the town around its point, where it says more. */
function areaOf(
  country: string,
  stated: string | undefined,
  nearest: (point: Point) => ReturnType<TownsOfCountry['nearest']>,
  point: Point | undefined,
): AreaPath {
  if (stated !== undefined && country !== 'FR') return pathOf(country, stated)
  const town = point && nearest(point)
  const region = stated ?? town?.admin1
  const hasDepartment =
    country === 'FR' && town?.admin1 === region && departments.has(town?.admin2 ?? '')
  return hasDepartment && region
    ? `${country}/${region}/${town?.admin2}`
    : pathOf(country, region ?? '')
}

function pathOf(country: string, region: string): AreaPath {
  return region === '' ? country : `${country}/${region}`
}

function regionNamed(gazetteer: Gazetteer, state: string, country: string): string | undefined {
  if (state.length > mostCharacters) return undefined
  return gazetteer
    .regionsNamed(nameKey(state))
    .find((region) => region.country === country && !isDepartment(region.admin1))?.admin1
}
