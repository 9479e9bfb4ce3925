import { type Person, personColumns, personOf } from '../../records/persons.ts'
import type { NewsContent } from '../../records/model/findings.ts'
import type { Reader, Records } from '../../records/model/records.ts'
import type { Tables } from '../../records/model/tables.ts'
import type { Alert } from '../model/alert.ts'
import { alertOf } from '../model/alerts-of.ts'
import { type MarkedNews, openNews } from '../model/waiting-news.ts'
import type { Round } from './periods.ts'

/** A change of one study that waits to be told to one person. */
export interface WaitingNews extends NewsContent {
  readonly foundAt: string
}

/** The same as it is kept. */
export type KeptNews = WaitingNews & MarkedNews

/** One person with what waits for them in a round. */
export interface WaitingPerson {
  readonly person: Person
  readonly news: readonly KeptNews[]
  readonly alerts: readonly Alert[]
}

/** People for whom something waits in a round, after a person's id and in order of it. */
export async function waitingPeople(
  { db, keys }: Pick<Records, 'db' | 'keys'>,
  round: Round,
  after: string,
  limit: number,
): Promise<readonly WaitingPerson[]> {
  const ids = await idsWaiting(db, round, after, limit)
  if (ids.length === 0) return []
  const [people, news, findings, alerts] = await Promise.all([
    db.selectFrom('person').select(personColumns).where('id', 'in', ids).orderBy('id').execute(),
    newsOf(db, round, ids),
    db.selectFrom('finding').selectAll().where('person_id', 'in', ids).execute(),
    alertsOf(db, ids),
  ])
  const [newsBy, alertsBy] = [byPerson(news), byPerson(alerts)]
  const findingsBy = byPerson(findings)
  return people.map((row) => {
    const person = personOf(row, keys)
    return {
      person,
      news: keptNews(person, newsBy.get(row.id) ?? [], findingsBy.get(row.id) ?? []),
      alerts: (alertsBy.get(row.id) ?? []).map((one) => alertOf(person, one)),
    }
  })
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

function newsOf(db: Reader, round: Round, ids: readonly string[]) {
  return waiting(db, round)
    .select(['news.person_id', 'news.mark', 'news.finding_id', 'news.found_at'])
    .where('news.person_id', 'in', ids)
    .orderBy('news.person_id')
    .orderBy('news.found_at')
    .execute()
}

function keptNews(
  person: Person,
  rows: readonly Awaited<ReturnType<typeof newsOf>>[number][],
  findings: readonly Tables['finding'][],
): readonly KeptNews[] {
  return openNews(person, rows, findings).map(({ row, ...one }) => ({
    ...one,
    foundAt: row.found_at,
  }))
}

function alertsOf(db: Reader, ids: readonly string[]) {
  return db
    .selectFrom('subscription')
    .selectAll()
    .where('person_id', 'in', ids)
    .where('confirmed_at', 'is not', null)
    .where('paused_at', 'is', null)
    .execute()
}

function byPerson<Row extends { readonly person_id: string }>(
  rows: readonly Row[],
): ReadonlyMap<string, readonly Row[]> {
  return Map.groupBy(rows, ({ person_id }) => person_id)
}
