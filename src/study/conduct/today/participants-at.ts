import { type RawBuilder, type SqlBool, sql } from 'kysely'
import type { DeskPlace } from '../../../people/accounts/model/actor.ts'

/**
 * The rows of a table that are of participants of some studies and sites: a site that is null is every site of its study. None
 * where there are none.
 */
export function areAt(
  table: 'participant' | 'outlook',
  places: readonly DeskPlace[],
): RawBuilder<SqlBool> {
  const [study, site] = [sql.ref(`${table}.study`), sql.ref(`${table}.site`)]
  const parts = [...Map.groupBy(places, (place) => place.study)].map(([one, some]) => {
    const sites = some.flatMap((place) => place.site ?? [])
    if (some.some((place) => place.site === null)) return sql<SqlBool>`${study} = ${one}`
    return sql<SqlBool>`(${study} = ${one} and ${site} in (${sql.join(sites)}))`
  })
  return parts.length === 0 ? sql<SqlBool>`1 = 0` : sql<SqlBool>`(${sql.join(parts, sql` or `)})`
}

/** Of the places of an actor, those within a study and a site that were asked for. */
export function narrowedTo(
  places: readonly DeskPlace[],
  { study, site }: { readonly study?: string; readonly site?: string },
): readonly DeskPlace[] {
  return places.flatMap((place) => {
    if (study !== undefined && place.study !== study) return []
    if (site === undefined || place.site === site) return [place]
    return place.site === null ? [{ study: place.study, site }] : []
  })
}
