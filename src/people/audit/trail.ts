import type { Expression, ExpressionBuilder, SqlBool } from 'kysely'
import type { Reader } from '../records/model/records.ts'
import type { Tables } from '../records/model/tables.ts'
import type { AuditEvent } from './event.ts'

/** Which lines of the trail are asked for; all of them where nothing is said. */
export interface TrailFilter {
  /** The id of the account that did it. */
  readonly account?: string | undefined
  readonly action?: string | undefined
  /** Such as `enquiry/0190…`, or `enquiry` for all of them. */
  readonly subject?: string | undefined
  /** `yyyy-MM-dd`, in UTC. */
  readonly day?: string | undefined
}

/** Some lines of the trail, the newest first, and how many there are of the kind. */
export interface TrailPage {
  readonly lines: readonly AuditEvent[]
  readonly count: number
}

/** Lines of the trail that a filter lets through, the newest first. Reads twice. */
export async function trailPage(
  db: Reader,
  filter: TrailFilter,
  { from, most }: { readonly from: number; readonly most: number },
): Promise<TrailPage> {
  const wanted = (of: ExpressionBuilder<Tables, 'audit_event'>): Expression<SqlBool> =>
    conditionOf(of, filter)
  const [lines, counted] = await Promise.all([
    db
      .selectFrom('audit_event')
      .selectAll()
      .where(wanted)
      .orderBy('seq', 'desc')
      .offset(from)
      .limit(most)
      .execute(),
    db
      .selectFrom('audit_event')
      .select(({ fn }) => fn.countAll().as('lines'))
      .where(wanted)
      .executeTakeFirstOrThrow(),
  ])
  return { lines, count: Number(counted.lines) }
}

function conditionOf(
  of: ExpressionBuilder<Tables, 'audit_event'>,
  { account, action, subject, day }: TrailFilter,
): Expression<SqlBool> {
  return of.and([
    ...(account === undefined ? [] : [of('details', 'like', `%"by":"account/${account}"%`)]),
    ...(action === undefined ? [] : [of('action', '=', action)]),
    ...(subject === undefined ? [] : [subjectIs(of, subject)]),
    ...(day === undefined ? [] : [of('at', '>=', day), of('at', '<', `${day}U`)]),
  ])
}

/** Of one thing, or of all of a kind: between `enquiry/` and `enquiry0`, which comes right after it. */
function subjectIs(
  of: ExpressionBuilder<Tables, 'audit_event'>,
  subject: string,
): Expression<SqlBool> {
  if (subject.includes('/')) return of('subject', '=', subject)
  return of.or([
    of('subject', '=', subject),
    of.and([of('subject', '>=', `${subject}/`), of('subject', '<', `${subject}0`)]),
  ])
}
