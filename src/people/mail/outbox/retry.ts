import { sql } from 'kysely'
import { audit } from '../../audit/append.ts'
import type { Tx } from '../../records/model/records.ts'

/** What is to be tried again. */
export interface Retry {
  /** Only these; without any, all that wait to be tried again. */
  readonly ids: readonly string[]
  /** What was given up as well, while its letter is there. */
  readonly failed: boolean
  readonly now: Date
}

/** Makes mails due now, and gives a silent mail server another chance at once. Answers how many mails. */
export async function retryMail(tx: Tx, { ids, failed, now }: Retry): Promise<number> {
  const at = now.toISOString()
  const states = failed || ids.length > 0 ? (['queued', 'failed'] as const) : (['queued'] as const)
  const due = await tx
    .updateTable('mail')
    .set({
      due_at: at,
      settled_at: null,
      // What was given up begins anew, with all its time before it.
      created_at: sql<string>`case when state = 'failed' then ${at} else created_at end`,
      attempts: sql<number>`case when state = 'failed' then 0 else attempts end`,
      outcome: sql<string>`case when state = 'failed' then null else outcome end`,
      state: 'queued',
    })
    .where('state', 'in', [...states])
    .where('letter_sealed', 'is not', null)
    .where((test) => test.or([test('due_at', '>', at), test('state', '=', 'failed')]))
    .$if(ids.length > 0, (query) => query.where('id', 'in', [...ids]))
    .returning('id')
    .execute()
  await tx.updateTable('mail_pace').set({ down_until: null }).execute()
  await audit(tx, {
    at: now,
    actor: 'operator',
    action: 'mail.retried',
    subject: 'mail',
    details: { mails: due.length, failed },
  })
  return due.length
}
