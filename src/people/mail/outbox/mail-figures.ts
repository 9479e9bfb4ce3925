import type { Reader } from '../../records/model/records.ts'
import { slotGiven } from './take-due.ts'
import { allStreams, type Stream, type SuppressionReason } from './streams.ts'

/** How the outbox is: numbers and times, that tell of no person. */
export interface MailFigures {
  /** Waiting for their first attempt, by the name of their stream. */
  readonly queued: Readonly<Record<string, number>>
  /** When the oldest of all that wait was queued. */
  readonly oldestAt: string | undefined
  /** Of these, what any visitor can cause and waits for its slot, and when the last of it may go. */
  readonly heldBack: { readonly mails: number; readonly until: string | undefined }
  readonly sending: number
  /** Tried, and to be tried again. */
  readonly retrying: number
  readonly sentLastDay: number
  /** Given up in the last seven days, by the outcome of the last attempt. */
  readonly failed: Readonly<Record<string, number>>
  readonly suppressions: Readonly<Record<SuppressionReason, number>>
  readonly relay: RelayState
  /** How many domains do not answer, and are left alone for a while. */
  readonly restingDomains: number
}

/** Whether our own mail server answers. */
export type RelayState =
  | { readonly state: 'good' }
  | {
      readonly state: 'down'
      /** When it is tried again. */
      readonly until: string
      readonly failures: number
      /** What the machine or the server said, such as `ECONNREFUSED` or `535 5.7.8`. */
      readonly code: string | undefined
    }

/** Counts the outbox. Of each stream, it is said how many wait, even where none do. */
export async function mailFigures(
  db: Reader,
  now: Date,
  streams: readonly Stream[] = allStreams,
): Promise<MailFigures> {
  const names = streams.map(({ name }) => name)
  const [waiting, heldBack, sentLastDay, failed, suppressions, relay, restingDomains] =
    await Promise.all([
      countWaiting(db, names),
      countHeldBack(db, streams, now),
      countSent(db, names, daysBefore(now, 1)),
      countFailed(db, names, daysBefore(now, 7)),
      countSuppressions(db),
      relayState(db),
      countResting(db, now),
    ])
  return { ...waiting, heldBack, sentLastDay, failed, suppressions, relay, restingDomains }
}

async function countWaiting(
  db: Reader,
  names: readonly string[],
): Promise<Pick<MailFigures, 'queued' | 'oldestAt' | 'sending' | 'retrying'>> {
  const rows = await db
    .selectFrom('mail')
    .select(['state', 'stream'])
    .select((query) => [
      query.fn.countAll<number | string>().as('count'),
      query.fn.min('created_at').as('oldest'),
      query.case().when('attempts', '>', 0).then(1).else(0).end().as('tried'),
    ])
    .where('state', 'in', ['queued', 'sending'])
    .groupBy(['state', 'stream', 'tried'])
    .execute()
  const sum = (keep: (row: (typeof rows)[number]) => boolean): number =>
    rows.filter(keep).reduce((total, { count }) => total + Number(count), 0)
  const isNew = (row: (typeof rows)[number]): boolean => row.state === 'queued' && row.tried === 0
  // What waits in a stream that is not known any more is shown as well.
  const all = new Set([...names, ...rows.filter(isNew).map(({ stream }) => stream)])
  return {
    queued: Object.fromEntries(
      [...all].map((name) => [name, sum((row) => isNew(row) && row.stream === name)]),
    ),
    oldestAt: rows.map(({ oldest }) => oldest).toSorted()[0],
    sending: sum((row) => row.state === 'sending'),
    retrying: sum((row) => row.state === 'queued' && row.tried === 1),
  }
}

async function countHeldBack(
  db: Reader,
  streams: readonly Stream[],
  now: Date,
): Promise<MailFigures['heldBack']> {
  const names = streams.filter(({ askedShare }) => askedShare !== undefined)
  if (names.length === 0) return { mails: 0, until: undefined }
  const { count, until } = await db
    .selectFrom('mail')
    .select((query) => [
      query.fn.countAll<number | string>().as('count'),
      query.fn.max('due_at').as('until'),
    ])
    .where('state', '=', 'queued')
    .where(
      'stream',
      'in',
      names.map(({ name }) => name),
    )
    .where('outcome', '=', slotGiven)
    .where('due_at', '>', now.toISOString())
    .executeTakeFirstOrThrow()
  return { mails: Number(count), until: until ?? undefined }
}

/** A mail that is done with has the moment of that as its `due_at`, which the index can be asked for. */
async function countSent(db: Reader, names: readonly string[], since: string): Promise<number> {
  const { count } = await db
    .selectFrom('mail')
    .select((query) => query.fn.countAll<number | string>().as('count'))
    .where('state', '=', 'sent')
    .where('stream', 'in', [...names])
    .where('due_at', '>', since)
    .executeTakeFirstOrThrow()
  return Number(count)
}

async function countFailed(
  db: Reader,
  names: readonly string[],
  since: string,
): Promise<Record<string, number>> {
  const rows = await db
    .selectFrom('mail')
    .select((query) => ['outcome', query.fn.countAll<number | string>().as('count')])
    .where('state', '=', 'failed')
    .where('stream', 'in', [...names])
    .where('due_at', '>', since)
    .groupBy('outcome')
    .orderBy('outcome')
    .execute()
  return Object.fromEntries(rows.map(({ outcome, count }) => [outcome ?? 'unknown', Number(count)]))
}

async function countSuppressions(db: Reader): Promise<Record<SuppressionReason, number>> {
  const rows = await db
    .selectFrom('suppression')
    // Who stopped one kind of mail gets the others.
    .where('stream', '=', 'all')
    .select((query) => ['reason', query.fn.countAll<number | string>().as('count')])
    .groupBy('reason')
    .execute()
  const counts = Object.fromEntries(rows.map(({ reason, count }) => [reason, Number(count)]))
  return { bounce: 0, complaint: 0, operator: 0, ...counts }
}

async function relayState(db: Reader): Promise<RelayState> {
  const row = await db
    .selectFrom('mail_pace')
    .select(['failures', 'down_until'])
    .where('key', '=', 'relay')
    .executeTakeFirst()
  if (!row || row.failures === 0 || row.down_until === null) return { state: 'good' }
  const last = await db
    .selectFrom('mail')
    .select('outcome_code')
    .where('state', '=', 'queued')
    .where('outcome', '=', 'relay-down')
    .limit(1)
    .executeTakeFirst()
  return {
    state: 'down',
    until: row.down_until,
    failures: row.failures,
    code: last?.outcome_code ?? undefined,
  }
}

async function countResting(db: Reader, now: Date): Promise<number> {
  const { count } = await db
    .selectFrom('mail_pace')
    .select((query) => query.fn.countAll<number | string>().as('count'))
    .where('key', '!=', 'relay')
    .where('down_until', '>', now.toISOString())
    .executeTakeFirstOrThrow()
  return Number(count)
}

function daysBefore(now: Date, days: number): string {
  return new Date(now.getTime() - days * 86_400_000).toISOString()
}
