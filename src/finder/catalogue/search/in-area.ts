import { isInArea } from '../../places/areas.ts'
import type { LoadedSegment } from '../segment/loaded.ts'
import type { Query } from '../model/query.ts'
import { siteFlag } from '../segment/columns.ts'
import { canBeJoinedColumn } from './distances.ts'

/** Whether a study has a site in an area: any, or one with all the bits of `flags` (`siteFlag`). */
export function sitesIn(loaded: LoadedSegment, area: string, flags = 0): (doc: number) => boolean {
  const inArea = marksOf(loaded, area)
  const { siteStart, siteArea, siteFlags } = loaded.columns
  return (doc) => {
    const end = siteStart[doc + 1] as number
    for (let at = siteStart[doc] as number; at < end; at++)
      if (inArea[siteArea[at] as number] === 1 && ((siteFlags[at] as number) & flags) === flags)
        return true
    return false
  }
}

/** Whether a study has a site in an area that people can join; of one that takes nobody itself any site counts. */
export function joinableIn(loaded: LoadedSegment, area: string): (doc: number) => boolean {
  const takesPeople = canBeJoinedColumn(loaded.columns)
  const hasSite = sitesIn(loaded, area, siteFlag.canBeJoined)
  return (doc) => !takesPeople(doc) || hasSite(doc)
}

/**
 * Whether the filters of a query allow a site, by its place in the columns: it is in the area and in one of the countries
 * that are asked for. Undefined where they allow any; a site whose country is not known is allowed by none.
 */
export function allowedSites(
  { area, country = [] }: Pick<Query, 'area' | 'country'>,
  loaded: LoadedSegment,
): ((at: number) => boolean) | undefined {
  const { siteArea } = loaded.columns
  const inArea = area === undefined ? undefined : marksOf(loaded, area)
  const inCountry = country.map((code) => marksOf(loaded, code))
  if (!inArea && inCountry.length === 0) return undefined
  return (at) => {
    const number = siteArea[at] as number
    return (
      (!inArea || inArea[number] === 1) &&
      (inCountry.length === 0 || inCountry.some((marked) => marked[number] === 1))
    )
  }
}

/** The place in the record's list of the first site that may be named: an open one, one that is to open, or any. */
export function firstSite(
  { columns }: LoadedSegment,
  doc: number,
  isAllowed: (at: number) => boolean = () => true,
): number | undefined {
  const { siteStart, siteFlags } = columns
  const start = siteStart[doc] as number
  const end = siteStart[doc + 1] as number
  for (const flag of [siteFlag.open, siteFlag.canBeJoined, 0])
    for (let at = start; at < end; at++)
      if (((siteFlags[at] as number) & flag) === flag && isAllowed(at)) return at - start
  return undefined
}

const marks = new WeakMap<LoadedSegment, Map<string, Uint8Array>>()
const mostKept = 100

/** By number of an area in a segment: 1 for those that are asked for. Lists ask for the same again and again. */
function marksOf(loaded: LoadedSegment, area: string): Uint8Array {
  const kept = marks.get(loaded) ?? new Map<string, Uint8Array>()
  marks.set(loaded, kept)
  const known = kept.get(area)
  if (known) return known
  if (kept.size >= mostKept) kept.clear()
  const made = Uint8Array.from([
    0,
    ...loaded.segment.areas.map((path) => Number(isInArea(path, area))),
  ])
  kept.set(area, made)
  return made
}
