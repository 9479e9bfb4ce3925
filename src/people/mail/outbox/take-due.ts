import { sql } from 'kysely'
import { isPostgres } from '../../records/dialect.ts'
import type { Records, Tx } from '../../records/records.ts'
import { given } from '../../records/given.ts'
import { graceMs, leaseMs } from './lease.ts'
import { assignSlots, type DueMail, type Pace, type AssignedSlots, type PaceState } from './pace.ts'
import {
  lockPaces,
  writeNextSlots,
  claimRelayProbe,
  readRelayPace,
  readPaces,
} from './pace-table.ts'

/** What a sender got to do. */
export type TakeResult =
  | {
      readonly kind: 'work'
      readonly taken: AssignedSlots['taken']
      /** Others were told to come back later, so there may be more behind them. */
      readonly hasPushed: boolean
      /** When our own mail server may be used again; past, if it may be now. */
      readonly nextAt: number
      /** Our own mail server failed before, and this is one mail to see whether it answers. */
      readonly isProbe: boolean
      /** Domains that did not answer the last time. */
      readonly suspects: readonly string[]
    }
  /** Our own mail server failed, and is left alone until then. */
  | { readonly kind: 'rest'; readonly until: number }

/** Takes due mails for one sender, confirmations first; nobody else gets them while its hold lasts. */
export async function takeDue(
  records: Records,
  { holder, now, pace, room }: { holder: string; now: Date; pace: Pace; room: number },
): Promise<TakeResult> {
  return records.write(async (tx) => {
    if (isPostgres(tx)) await lockPaces(tx, now)
    const relay = await readRelayPace(tx)
    const isFar = relay.downUntil > now.getTime() + longestRestMs
    if (relay.downUntil > now.getTime() && !isFar) return { kind: 'rest', until: relay.downUntil }
    await takeBackLost(tx, now)
    const isProbe = relay.failures > 0
    const { turns, suspects } = await deal(tx, relay, { now, pace, room: isProbe ? 1 : room })
    await give(tx, turns, holder, now)
    if (isProbe && turns.taken.length > 0) await claimRelayProbe(tx, now, relay)
    return {
      kind: 'work',
      taken: turns.taken,
      hasPushed: turns.pushed.length > 0,
      nextAt: turns.relayNextAt,
      isProbe,
      suspects,
    }
  })
}

/**
 * A hold that ran out is first only declared over: from then on its sender starts nothing new. After the
 * grace, when what it had begun must have ended, the mail is free. So a clock that jumps makes no two holders.
 */
async function takeBackLost(tx: Tx, now: Date): Promise<void> {
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

async function deal(
  tx: Tx,
  relay: PaceState,
  options: { readonly now: Date; readonly pace: Pace; readonly room: number },
): Promise<{ turns: AssignedSlots; suspects: string[] }> {
  const { now, pace, room } = options
  // Looks further where many may have to be pushed back to find one that may go.
  const most = pace.perSecondPerDomain > 0 ? Math.max(room, mostSeen) : room
  const urgent = await dueOf(tx, 'confirmation', now, most)
  const others = urgent.length < most ? await dueOf(tx, 'alert', now, most - urgent.length) : []
  const mails = [...urgent, ...others]
  const domains = await readPaces(tx, [...new Set(mails.map(({ domainKey }) => domainKey))])
  const turns = assignSlots(mails, { relay, domains }, { pace, now: now.getTime(), room })
  const suspects = [...domains].filter(([, { failures }]) => failures > 0).map(([key]) => key)
  return { turns, suspects }
}

async function dueOf(
  tx: Tx,
  stream: DueMail['stream'],
  now: Date,
  most: number,
): Promise<DueMail[]> {
  const rows = await tx
    .selectFrom('mail')
    .select(['id', 'domain_key', 'due_at', 'outcome'])
    .where('state', '=', 'queued')
    .where('stream', '=', stream)
    .where('due_at', '<=', now.toISOString())
    .orderBy('due_at')
    .limit(most)
    .$if(isPostgres(tx), (query) => query.forUpdate().skipLocked())
    .execute()
  return rows.map((row) => ({
    id: row.id,
    domainKey: row.domain_key,
    stream,
    dueAt: Date.parse(row.due_at),
    hasSlot: row.outcome === turnGiven,
  }))
}

async function give(tx: Tx, turns: AssignedSlots, holder: string, now: Date): Promise<void> {
  if (turns.taken.length > 0)
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
        turns.taken.map(({ id }) => id),
      )
      .execute()
  if (turns.pushed.length > 0) await pushBack(tx, turns.pushed)
  if (turns.taken.length + turns.pushed.length > 0) await writeNextSlots(tx, turns)
}

async function pushBack(tx: Tx, pushed: AssignedSlots['pushed']): Promise<void> {
  const rows = pushed.map(({ id, at, hasSlot }) => ({
    id,
    due: new Date(at).toISOString(),
    turn: hasSlot ? turnGiven : null,
  }))
  await sql`
    update mail
    set due_at = given.value ->> 'due',
      outcome = coalesce(given.value ->> 'turn', outcome)
    from ${given(tx, rows)}
    where mail.id = given.value ->> 'id'
  `.execute(tx)
}

/** Stands where the outcome of an attempt would: this mail waits for its turn. */
const turnGiven = 'turn-given'
const mostSeen = 500
/** Our own mail server never rests longer: if it seems to, the clock was set back. */
const longestRestMs = 20 * 60_000
