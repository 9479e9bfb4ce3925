import type { Expression, ExpressionBuilder, SqlBool } from 'kysely'
import type { DeskPlace } from '../../../people/accounts/model/actor.ts'
import type { Tables } from '../../../people/records/model/tables.ts'

/** The participants of some studies and sites: a site that is null is every site of its study. None where there are none. */
export function areAt(
  eb: ExpressionBuilder<Tables, 'participant'>,
  places: readonly DeskPlace[],
): Expression<SqlBool> {
  const whole = places.filter(({ site }) => site === null).map(({ study }) => study)
  const single = places.flatMap(({ study, site }) => (site === null ? [] : [{ study, site }]))
  return eb.or([
    ...(whole.length > 0 ? [eb('participant.study', 'in', whole)] : []),
    ...[...Map.groupBy(single, ({ study }) => study)].map(([study, some]) => {
      const sites = some.map(({ site }) => site)
      return eb.and([eb('participant.study', '=', study), eb('participant.site', 'in', sites)])
    }),
  ])
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
