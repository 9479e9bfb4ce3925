import { type Expression, type ExpressionBuilder, type RawBuilder, type SqlBool, sql } from 'kysely'
import type { DeskPlace } from '../../accounts/model/actor.ts'
import { later } from '../../asks/hours.ts'
import type { Tables } from '../../records/model/tables.ts'
import { hasReachedSite } from '../model/reached-site.ts'
import { type DeskTab, pressingDays, statesOf } from './tabs.ts'

type Where = Expression<SqlBool>
type Of = ExpressionBuilder<Tables, 'enquiry'>

/**
 * What went to some studies and sites: a site that is null is every site of its study. None where there are none.
 */
export function isAt(eb: Of, places: readonly DeskPlace[]): Where {
  return eb.and([isOf(eb, places), hasReachedSite(eb)])
}

function isOf(eb: Of, places: readonly DeskPlace[]): Where {
  const whole = places.filter(({ site }) => site === null).map(({ study }) => study)
  const single = places.flatMap(({ study, site }) => (site === null ? [] : [{ study, site }]))
  return eb.or([
    ...(whole.length > 0 ? [eb('enquiry.study', 'in', whole)] : []),
    ...[...Map.groupBy(single, ({ study }) => study)].map(([study, some]) => {
      const sites = some.map(({ site }) => site)
      return eb.and([eb('enquiry.study', '=', study), eb('enquiry.site', 'in', sites)])
    }),
  ])
}

/** Whether an answer presses: it is owed, or of who was invited soon owed, or its owner added something. */
export function isPressed(now: Date): RawBuilder<SqlBool> {
  const soon = later(now, pressingDays * 24).toISOString()
  return sql<SqlBool>`(case when enquiry.state = 'invited'
    then enquiry.has_news = 1 or coalesce(enquiry.due_at < ${soon}, false)
    else enquiry.due_at is not null end)`
}

/** The rows of a part of the desk. */
export function isOn(eb: Of, tab: DeskTab, now: Date): Where {
  const { always, pressed, calm } = statesOf(tab)
  const press = isPressed(now)
  return eb.or([
    ...(always.length > 0 ? [eb('enquiry.state', 'in', always)] : []),
    ...(pressed.length > 0 ? [eb.and([eb('enquiry.state', 'in', pressed), press])] : []),
    ...(calm.length > 0 ? [eb.and([eb('enquiry.state', 'in', calm), eb.not(press)])] : []),
  ])
}
