import type { Reader, Tx } from '../../records/model/records.ts'
import { domainPauseMs, relayPauseMs } from './backoff.ts'
import { freshPace, type PaceState } from './pace.ts'

/** The row of our own mail server among the domains. */
const relayKey = 'relay'

/** The pace of our own mail server. */
export async function readRelayPace(db: Reader | Tx): Promise<PaceState> {
  return (await readPaces(db, [relayKey])).get(relayKey) ?? freshPace
}

/** The pace of some domains, by their keys; most are not there. */
export async function readPaces(
  db: Reader | Tx,
  keys: readonly string[],
): Promise<ReadonlyMap<string, PaceState>> {
  if (keys.length === 0) return new Map()
  const rows = await db
    .selectFrom('mail_pace')
    .selectAll()
    .where('key', 'in', [...keys])
    .execute()
  return new Map(
    rows.map(({ key, next_at, failures, down_until }) => [
      key,
      {
        nextAt: Date.parse(next_at),
        failures,
        downUntil: down_until === null ? 0 : Date.parse(down_until),
      },
    ]),
  )
}

/** Makes every other sender wait until this transaction, which gives out slots, is over. */
export async function lockPaces(tx: Tx, now: Date): Promise<void> {
  await tx
    .insertInto('mail_pace')
    .values({ key: relayKey, next_at: now.toISOString(), failures: 0, down_until: null })
    .onConflict((conflict) =>
      conflict.column('key').doUpdateSet((row) => ({ key: row.ref('excluded.key') })),
    )
    .execute()
}

/** Writes down the first slots that are free now. */
export async function writeNextSlots(
  tx: Tx,
  slots: { readonly relayNextAt: number; readonly nextAt: ReadonlyMap<string, number> },
): Promise<void> {
  const all = [...slots.nextAt, [relayKey, slots.relayNextAt] as const]
  await tx
    .insertInto('mail_pace')
    .values(
      all.map(([key, at]) => ({
        key,
        next_at: new Date(at).toISOString(),
        failures: 0,
        down_until: null,
      })),
    )
    .onConflict((conflict) =>
      conflict.column('key').doUpdateSet((row) => ({ next_at: row.ref('excluded.next_at') })),
    )
    .execute()
}

/** Our own mail server failed: nothing goes out for a while, longer each time. Answers until when. */
export function noteRelayFailure(tx: Tx, now: Date): Promise<Date> {
  return failed(tx, relayKey, now, relayPauseMs)
}

/** A domain timed out or hung up: after the second time in a row it is paused. Answers until when. */
export function noteDomainFailure(tx: Tx, key: string, now: Date): Promise<Date> {
  return failed(tx, key, now, domainPauseMs)
}

/** Our own mail server answers. */
export function noteRelayAnswer(tx: Tx): Promise<void> {
  return noteDomainAnswer(tx, [relayKey])
}

/** The domains of these keys answer, and get mail as others do. */
export async function noteDomainAnswer(tx: Tx, keys: readonly string[]): Promise<void> {
  await tx
    .updateTable('mail_pace')
    .set({ failures: 0, down_until: null })
    .where('key', 'in', [...keys])
    .where('failures', '>', 0)
    .execute()
}

/** No other sender tries our own mail server while one does, to see whether it answers again. */
export async function claimRelayProbe(tx: Tx, now: Date, { failures }: PaceState): Promise<void> {
  const until = new Date(now.getTime() + Math.max(relayPauseMs(failures), probeMs))
  await tx
    .updateTable('mail_pace')
    .set({ down_until: until.toISOString() })
    .where('key', '=', relayKey)
    .execute()
}

async function failed(
  tx: Tx,
  key: string,
  now: Date,
  pauseMs: (failures: number) => number,
): Promise<Date> {
  const at = now.toISOString()
  const { failures } = await tx
    .insertInto('mail_pace')
    .values({ key, next_at: at, failures: 1, down_until: null })
    .onConflict((conflict) =>
      conflict.column('key').doUpdateSet(({ eb }) => ({
        failures: eb('mail_pace.failures', '+', 1),
      })),
    )
    .returning('failures')
    .executeTakeFirstOrThrow()
  const until = new Date(now.getTime() + pauseMs(failures))
  await tx
    .updateTable('mail_pace')
    .set({ down_until: until.toISOString() })
    .where('key', '=', key)
    .execute()
  return until
}

/** At least as long as an attempt may take. */
const probeMs = 60_000
