import type { Selectable } from 'kysely'
import type { Reader } from '../../records/model/records.ts'
import type { Tables } from '../../records/model/tables.ts'
import { type Alert, alertOf } from '../model/alert.ts'
import { alertRows } from '../model/alerts-of.ts'
import type { Round } from './periods.ts'

/** A change of one study that waits to be told to one person. */
export interface WaitingNews {
  readonly nctId: string
  readonly eventKey: string
  readonly events: number
  /** Ids of the alerts that found it. */
  readonly foundBy: readonly string[]
  readonly foundAt: string
}

/** One person with what waits for them in a round. */
export interface WaitingPerson {
  readonly row: Selectable<Tables['person']>
  readonly news: readonly WaitingNews[]
  readonly alerts: readonly Alert[]
}

/** People for whom something waits in a round, after a person's id and in order of it. */
export async function waitingPeople(
  db: Reader,
  round: Round,
  after: string,
  limit: number,
): Promise<readonly WaitingPerson[]> {
  const ids = await idsWaiting(db, round, after, limit)
  if (ids.length === 0) return []
  const [people, news, alerts] = await Promise.all([
    db.selectFrom('person').selectAll().where('id', 'in', ids).orderBy('id').execute(),
    newsOf(db, round, ids),
    alertsOf(db, ids),
  ])
  return people.map((row) => ({
    row,
    news: news.get(row.id) ?? [],
    alerts: alerts.get(row.id) ?? [],
  }))
}

/** Whether anything waits in a round. */
export async function isNewsWaiting(db: Reader, round: Round): Promise<boolean> {
  return (await idsWaiting(db, round, '', 1)).length > 0
}

async function idsWaiting(
  db: Reader,
  round: Round,
  after: string,
  limit: number,
): Promise<string[]> {
  const rows = await waiting(db, round)
    .select('news.person_id')
    .distinct()
    .where('news.person_id', '>', after)
    .orderBy('news.person_id')
    .limit(limit)
    .execute()
  return rows.map(({ person_id }) => person_id)
}

/** News that is not told yet and whose turn it is. */
function waiting(db: Reader, round: Round) {
  const query = db
    .selectFrom('news')
    .where('news.digest_id', 'is', null)
    .where('news.urgency', '=', round.urgency)
  if (round.urgency === 0) return query
  const { name, foundBefore, asOf } = round
  return query
    .$if(foundBefore !== undefined, (found) =>
      found.where((where) =>
        where.or([
          where('news.found_at', '<', foundBefore ?? ''),
          where('news.found_at', '>', asOf ?? '9'),
        ]),
      ),
    )
    .where((where) =>
      where.not(
        where.exists(
          where
            .selectFrom('digest')
            .select('digest.id')
            .whereRef('digest.person_id', '=', 'news.person_id')
            .where('digest.period', '=', name),
        ),
      ),
    )
}

async function newsOf(
  db: Reader,
  round: Round,
  ids: readonly string[],
): Promise<Map<string, WaitingNews[]>> {
  const rows = await waiting(db, round)
    .select(['news.person_id', 'news.nct_id', 'news.event_key'])
    .select(['news.events', 'news.found_by', 'news.found_at'])
    .where('news.person_id', 'in', ids)
    .orderBy('news.person_id')
    .orderBy('news.found_at')
    .execute()
  return grouped(rows, (row) => ({
    nctId: row.nct_id,
    eventKey: row.event_key,
    events: row.events,
    foundBy: row.found_by.split(' '),
    foundAt: row.found_at,
  }))
}

async function alertsOf(db: Reader, ids: readonly string[]): Promise<Map<string, Alert[]>> {
  const rows = await alertRows(db)
    .where('subscription.person_id', 'in', ids)
    .where('subscription.confirmed_at', 'is not', null)
    .where('subscription.paused_at', 'is', null)
    .execute()
  return grouped(rows, alertOf)
}

function grouped<Row extends { readonly person_id: string }, Value>(
  rows: readonly Row[],
  valueOf: (row: Row) => Value,
): Map<string, Value[]> {
  const groups = new Map<string, Value[]>()
  for (const row of rows) {
    const group = groups.get(row.person_id)
    if (group) group.push(valueOf(row))
    else groups.set(row.person_id, [valueOf(row)])
  }
  return groups
}
