import type { Selectable } from 'kysely'
import type { Reader, Tx } from '../../../people/records/model/records.ts'
import type { Tables } from '../../../people/records/model/tables.ts'
import {
  openQueryWords,
  type QueryEventKind,
  type QueryState,
  type QueryWords,
} from '../derived/query-rows.ts'
import type { Participant } from '../model/participant.ts'

/** A question about what was recorded of a participant, that somebody asked or the engine did. */
export interface DataQuery {
  readonly id: string
  readonly study: string
  readonly site: string
  readonly participantId: string
  /** What it is about: one value, an item, a visit, or where none is named the participant. */
  readonly factId: string | null
  readonly item: string | null
  readonly visit: string | null
  /** Of the engine's question; null where a person asked. */
  readonly rule: string | null
  readonly state: QueryState
  readonly openedAt: string
  /** The id of an account; null where the engine asked. */
  readonly openedBy: string | null
  readonly openedRole: string
  /** Who changes it says which one they saw. */
  readonly version: number
}

/** One thing that was done with a query, and what was written with it. */
export interface QueryEvent {
  readonly seq: number
  readonly at: string
  readonly kind: QueryEventKind
  readonly accountId: string | null
  readonly role: string
  readonly words: QueryWords | undefined
}

/** A query with all that was done with it, the oldest first. */
export interface QueryThread {
  readonly query: DataQuery
  readonly events: readonly QueryEvent[]
}

/** A query from its row. */
export function dataQueryOf(row: Selectable<Tables['query']>): DataQuery {
  return {
    id: row.id,
    study: row.study,
    site: row.site,
    participantId: row.participant_id,
    factId: row.fact_id,
    item: row.item,
    visit: row.visit,
    rule: row.rule,
    state: row.state,
    openedAt: row.opened_at,
    openedBy: row.opened_by,
    openedRole: row.opened_role,
    version: Number(row.version),
  }
}

/** A query of a participant; undefined where they have none with this id. Throws as `unseal` does. */
export async function readDataQuery(
  db: Reader | Tx,
  participant: Pick<Participant, 'id' | 'key'>,
  id: string,
): Promise<QueryThread | undefined> {
  const row = await db
    .selectFrom('query')
    .selectAll()
    .where('id', '=', id)
    .where('participant_id', '=', participant.id)
    .executeTakeFirst()
  return row && { query: dataQueryOf(row), events: await eventsOfQuery(db, participant, id) }
}

/** All queries of a participant, those that wait for somebody first, then by when they were opened. */
export async function queriesOf(
  db: Reader | Tx,
  participant: Pick<Participant, 'id' | 'key'>,
): Promise<readonly QueryThread[]> {
  const rows = await db
    .selectFrom('query')
    .selectAll()
    .where('participant_id', '=', participant.id)
    .orderBy('opened_at')
    .orderBy('id')
    .execute()
  const threads: QueryThread[] = []
  for (const row of rows)
    threads.push({ query: dataQueryOf(row), events: await eventsOfQuery(db, participant, row.id) })
  return threads.toSorted((one, other) => order[one.query.state] - order[other.query.state])
}

/** How many questions of people about a participant wait: for an answer, or for who asked to close them. One read. */
export async function waitingQueries(
  db: Reader | Tx,
  participantId: string,
): Promise<{ readonly open: number; readonly answered: number }> {
  const rows = await db
    .selectFrom('query')
    .select('state')
    .where('participant_id', '=', participantId)
    .where('rule', 'is', null)
    .where('state', 'in', ['open', 'answered'])
    .execute()
  const open = rows.filter(({ state }) => state === 'open').length
  return { open, answered: rows.length - open }
}

const order: Readonly<Record<QueryState, number>> = {
  open: 0,
  answered: 1,
  candidate: 2,
  closed: 3,
  resolved: 4,
  cancelled: 5,
}

async function eventsOfQuery(
  db: Reader | Tx,
  participant: Pick<Participant, 'id' | 'key'>,
  id: string,
): Promise<readonly QueryEvent[]> {
  const rows = await db
    .selectFrom('query_event')
    .selectAll()
    .where('query_id', '=', id)
    .orderBy('seq')
    .execute()
  return rows.map((row) => ({
    seq: Number(row.seq),
    at: row.at,
    kind: row.kind as QueryEventKind,
    accountId: row.account_id,
    role: row.role,
    words: openQueryWords(participant, id, row),
  }))
}
