import { sql } from 'kysely'
import { isPostgres } from '../../records/model/dialect.ts'
import { given } from '../../records/model/given.ts'
import type { Reader, Records, Tx } from '../../records/model/records.ts'
import { askedPaceKey, type LetThrough, letThrough } from './asked-pace.ts'
import { graceMs, leaseMs } from './lease.ts'
import {
  type AssignedSlots,
  assignSlots,
  type DueMail,
  horizonMs,
  type Pace,
  type PaceState,
} from './pace.ts'
import {
  claimRelayProbe,
  lockPaces,
  readPaces,
  readRelayPace,
  writeNextSlots,
} from './pace-table.ts'
import type { Stream } from './streams.ts'

/** What a sender may do now. */
export type TakeResult =
  | {
      readonly kind: 'taken'
      readonly mails: AssignedSlots['taken']
      /** Others were told to come back later, so there may be more behind them. */
      readonly hasPostponed: boolean
      /** When the next mail may go that is due, in milliseconds since 1970; past, if it may be now. */
      readonly nextAt: number
      /** Our own mail server failed before, and this is one mail to see whether it answers. */
      readonly isProbe: boolean
      /** Keys of domains that did not answer the last time. */
      readonly failingDomains: readonly string[]
    }
  /** Our own mail server failed, and is left alone until then. */
  | { readonly kind: 'relay-down'; readonly until: number }

/** Who takes mails, and how many at most. */
export interface TakeOptions {
  readonly holder: string
  readonly now: Date
  readonly pace: Pace
  readonly room: number
  readonly streams: readonly Stream[]
}

/** Takes due mails for one sender, the most urgent first; no other gets them while its lease lasts. */
export async function takeDue(records: Records, options: TakeOptions): Promise<TakeResult> {
  const { holder, now, room } = options
  return records.write(async (tx) => {
    if (isPostgres(tx)) await lockPaces(tx, now)
    const relay = await readRelayPace(tx)
    const isFar = relay.downUntil > now.getTime() + longestPauseMs
    if (relay.downUntil > now.getTime() && !isFar)
      return { kind: 'relay-down', until: relay.downUntil }
    await endLostLeases(tx, now)
    const isProbe = relay.failures > 0
    const { slots, failing, blockedUntil } = await findSlots(tx, relay, {
      ...options,
      room: isProbe ? 1 : room,
    })
    await writeSlots(tx, slots, holder, now)
    if (isProbe && slots.taken.length > 0) await claimRelayProbe(tx, now, relay)
    return {
      kind: 'taken',
      mails: slots.taken,
      hasPostponed: slots.postponed.length > 0,
      nextAt: Math.max(slots.relayNextAt, blockedUntil),
      isProbe,
      failingDomains: failing,
    }
  })
}

/** When the first of all mails that wait is due, in milliseconds since 1970; `undefined` where none waits. */
export async function firstDueAt(
  db: Reader,
  streams: readonly Stream[],
): Promise<number | undefined> {
  const rows = await Promise.all(
    streams.map(({ name }) =>
      db
        .selectFrom('mail')
        .select('due_at')
        .where('state', '=', 'queued')
        .where('stream', '=', name)
        .orderBy('due_at')
        .limit(1)
        .executeTakeFirst(),
    ),
  )
  const times = rows.flatMap((row) => (row ? [Date.parse(row.due_at)] : []))
  return times.length > 0 ? Math.min(...times) : undefined
}

/**
 * A lease that ran out is first only declared over: from then on its sender starts nothing new. After the
 * grace, when what it had begun must have ended, the mail is free. So a clock that jumps makes no two holders.
 */
async function endLostLeases(tx: Tx, now: Date): Promise<void> {
  const at = now.toISOString()
  const over = tx.updateTable('mail').where('state', '=', 'sending').where('lease_until', '<=', at)
  await over
    .set({ state: 'queued', due_at: at, lease_holder: null, lease_until: null })
    .where('lease_holder', 'like', '!%')
    .execute()
  await over
    .set({
      lease_holder: sql<string>`'!' || lease_holder`,
      lease_until: new Date(now.getTime() + graceMs).toISOString(),
    })
    .where('lease_holder', 'not like', '!%')
    .execute()
}

async function findSlots(
  tx: Tx,
  relay: PaceState,
  { now, pace, room, streams }: TakeOptions,
): Promise<{ slots: AssignedSlots; failing: string[]; blockedUntil: number }> {
  // Looks further where many may have to be postponed to find one that may go.
  const most = pace.perSecondPerDomain > 0 ? Math.max(room, mostSeen) : room
  const mails: DueMail[] = []
  // Then none goes now, and no slot is given away for nothing.
  const isRelayFull = relay.nextAt > now.getTime() + horizonMs
  const held: LetThrough[] = []
  for (const stream of streams.toSorted((one, other) => one.urgency - other.urgency)) {
    if (mails.length >= most) break
    const found = await dueOf(tx, stream, now, most - mails.length)
    const options = { stream, pace, now: now.getTime() }
    const passed = isRelayFull ? allOf(found) : await passOwnPace(tx, found, options)
    mails.push(...passed.mails)
    held.push(passed)
  }
  const domains = await readPaces(tx, [...new Set(mails.map(({ domainKey }) => domainKey))])
  const slots = assignSlots(mails, { relay, domains }, { pace, now: now.getTime(), room })
  const failing = [...domains].filter(([, { failures }]) => failures > 0).map(([key]) => key)
  const blocked = held.flatMap(({ blockedUntil }) => blockedUntil ?? [])
  return {
    slots: {
      ...slots,
      postponed: [...slots.postponed, ...held.flatMap(({ postponed }) => postponed)],
      nextAt: new Map([...slots.nextAt, ...held.flatMap(({ nextAt }) => [...nextAt])]),
    },
    failing,
    blockedUntil: blocked.length > 0 ? Math.min(...blocked) : 0,
  }
}

/** What any visitor can cause has a pace of its own, so that it holds up nothing else. */
async function passOwnPace(
  tx: Tx,
  found: readonly DueMail[],
  options: { readonly stream: Stream; readonly pace: Pace; readonly now: number },
): Promise<LetThrough> {
  const { stream, pace } = options
  if (stream.askedShare === undefined || pace.asked === undefined || found.length === 0)
    return allOf(found)
  const domains = new Set(found.map(({ domainKey }) => domainKey))
  const keys = [...domains].map((domainKey) => askedPaceKey(stream, domainKey))
  return letThrough(found, await readPaces(tx, [askedPaceKey(stream), ...keys]), options)
}

function allOf(mails: readonly DueMail[]): LetThrough {
  return { mails, postponed: [], nextAt: new Map() }
}

async function dueOf(
  tx: Tx,
  { name, urgency, askedShare }: Stream,
  now: Date,
  most: number,
): Promise<DueMail[]> {
  const rows = await tx
    .selectFrom('mail')
    .select(['id', 'domain_key', 'due_at', 'outcome'])
    .where('state', '=', 'queued')
    .where('stream', '=', name)
    .where('due_at', '<=', now.toISOString())
    .orderBy('due_at')
    .limit(most)
    .$if(isPostgres(tx), (query) => query.forUpdate().skipLocked())
    .execute()
  return rows.map((row) => ({
    id: row.id,
    domainKey: row.domain_key,
    isUrgent: urgency === 0 || askedShare !== undefined,
    dueAt: Date.parse(row.due_at),
    hasSlot: row.outcome === slotGiven,
  }))
}

async function writeSlots(tx: Tx, slots: AssignedSlots, holder: string, now: Date): Promise<void> {
  const { taken, postponed } = slots
  if (taken.length > 0)
    await tx
      .updateTable('mail')
      .set({
        state: 'sending',
        attempts: sql<number>`attempts + 1`,
        lease_holder: holder,
        lease_until: new Date(now.getTime() + leaseMs).toISOString(),
      })
      .where(
        'id',
        'in',
        taken.map(({ id }) => id),
      )
      .execute()
  if (postponed.length > 0) await postpone(tx, postponed)
  if (taken.length + postponed.length > 0) await writeNextSlots(tx, slots)
}

async function postpone(tx: Tx, postponed: AssignedSlots['postponed']): Promise<void> {
  const rows = postponed.map(({ id, at, hasSlot }) => ({
    id,
    due: new Date(at).toISOString(),
    slot: hasSlot ? slotGiven : null,
  }))
  await sql`
    update mail
    set due_at = given.value ->> 'due',
      outcome = coalesce(given.value ->> 'slot', outcome)
    from ${given(tx, rows)}
    where mail.id = given.value ->> 'id'
  `.execute(tx)
}

/** In the place of an attempt's outcome: this mail waits for its slot. */
export const slotGiven = 'slot-given'
const mostSeen = 500
/** Our own mail server is never left alone for longer: if it seems to be, the clock was set back. */
const longestPauseMs = 20 * 60_000
