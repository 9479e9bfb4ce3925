import type { ToldPlace } from '../../../finder/question/told-place.ts'
import type { ToldUnderstood } from '../../../finder/question/told-understood.ts'
import type { Hit, NearestSite, Query, Results } from '../../../finder/catalogue/model/query.ts'

/**
 * The results as other programs read them; `counts` holds how many there are whatever their status, how many of them can be
 * joined now or soon, and how many of those surely. The shape is a promise (DESIGN.md, "Addresses"). `excluded` is there
 * where studies name what was asked for only to leave it out. `incomplete` is there, and
 * true, only while part of the catalogue is damaged; `place` only where one was asked for, `understood` only where words were.
 */
export function listJson(
  query: Query,
  results: Results,
  place: ToldPlace | null,
  understood: ToldUnderstood | null,
): object {
  const { total, counts, page, pageSize, corrections, facets, excluded, isIncomplete } = results
  return {
    total,
    counts,
    page,
    pageSize,
    query,
    ...(place && { place }),
    ...(understood && { understood }),
    corrections,
    facets,
    hits: results.hits.map(hitJson),
    ...(excluded && { excluded }),
    ...(isIncomplete && { incomplete: true }),
  }
}

function hitJson(study: Hit): object {
  const { nctId, briefTitle, overallStatus, conditions, nearestSite, joinableSite, why } = study
  return {
    nctId,
    briefTitle,
    overallStatus,
    conditions,
    nearestSite: nearestSite ? siteJson(nearestSite) : null,
    ...(joinableSite && { joinableSite: siteJson(joinableSite) }),
    why,
  }
}

function siteJson({
  facility = null,
  city = null,
  country = null,
  km = null,
  status = null,
}: Partial<Record<keyof NearestSite, unknown>>): object {
  return { facility, city, country, km, status }
}
