import { sql } from 'kysely'
import type { Records, Tx } from '../../records/model/records.ts'

/** How long, in milliseconds, a mail is leased to the sender that took it; renewed while the mail waits for its slot. */
export const leaseMs = 60_000
/** How long, in milliseconds, a mail is left alone after its lease ran out; longer than any attempt takes. */
export const graceMs = 60_000

/** Renews the leases on mails, where they are still this holder's and have not run out. */
export async function renewLeases(
  records: Records,
  holder: string,
  ids: readonly string[],
  now: Date,
): Promise<void> {
  if (ids.length === 0) return
  await records.writeLightly((tx) =>
    tx
      .updateTable('mail')
      .set({ lease_until: new Date(now.getTime() + leaseMs).toISOString() })
      .where('id', 'in', [...ids])
      .where('state', '=', 'sending')
      .where('lease_holder', '=', holder)
      .where('lease_until', '>', now.toISOString())
      .execute(),
  )
}

/** Puts mails back into the queue that were not tried, or for which the attempt does not count. */
export async function returnMails(
  tx: Tx,
  holder: string,
  ids: readonly string[],
  why: { readonly dueAt?: Date; readonly outcome?: string; readonly code?: string } = {},
): Promise<void> {
  if (ids.length === 0) return
  await tx
    .updateTable('mail')
    .set({
      state: 'queued',
      attempts: sql<number>`case when attempts > 0 then attempts - 1 else 0 end`,
      lease_holder: null,
      lease_until: null,
      ...(why.dueAt && { due_at: why.dueAt.toISOString() }),
      ...(why.outcome !== undefined && { outcome: why.outcome, outcome_code: why.code ?? null }),
    })
    .where('id', 'in', [...ids])
    .where('state', '=', 'sending')
    .where('lease_holder', 'in', [holder, `!${holder}`])
    .execute()
}

/** Leases that are renewed until they are no longer needed. */
export interface LeaseKeeper {
  stop(): void
}

/** Goes on renewing the leases on what a sender has, every 15 seconds unless it is told otherwise. */
export function keepLeases(
  records: Records,
  holder: string,
  {
    ids,
    now,
    everyMs = leaseMs / 4,
  }: {
    /** The mails that the sender has at that moment. */
    readonly ids: () => readonly string[]
    readonly now: () => Date
    readonly everyMs?: number
  },
): LeaseKeeper {
  let isRenewing = false
  const keep = async (): Promise<void> => {
    // A renewal that waits for its turn must not be overtaken: it would shorten what a later one gave.
    if (isRenewing) return
    isRenewing = true
    // A mail whose lease could not be renewed is given to another sender: nothing is lost.
    await renewLeases(records, holder, ids(), now()).catch(() => {})
    isRenewing = false
  }
  const timer = setInterval(() => void keep(), everyMs)
  return { stop: () => clearInterval(timer) }
}
