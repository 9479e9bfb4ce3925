import { sql } from 'kysely'
import type { Records, Tx } from '../../records/records.ts'

/** How long a mail is held by the sender that took it; it is renewed while mails wait their turn. */
export const leaseMs = 60_000
/** How long a mail is left alone after its hold ran out; longer than any attempt takes. */
export const graceMs = 60_000

/** Holds mails on, if they are still ours. */
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

/** Gives back mails that were not tried, or for which the attempt does not count. */
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
