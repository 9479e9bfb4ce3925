import { audit } from '../audit/append.ts'
import { eraseIfIdle } from '../audit/erase-if-idle.ts'
import { removeStrayMails } from '../mail/delivery/written.ts'
import { streams } from '../mail/outbox/streams.ts'
import { isPostgres } from '../records/model/dialect.ts'
import type { Records, Tx } from '../records/model/records.ts'

/**
 * What stopping came to. `erased`: nothing else of the person was here, and they are erased. `ended`: alerts ended; the person
 * stays for an account or what they asked a site. `nothing`: there is no such person.
 */
export type Stopped = 'erased' | 'ended' | 'nothing'

/**
 * Ends all alerts of a person, with what they looked for, what they were told and mail about it that waits to be sent or was
 * written to files; who has nothing else here is erased. Doing it again changes nothing.
 */
export async function stopAlerts(records: Records, personId: string, now: Date): Promise<Stopped> {
  const stopped = await records.write(async (tx) => {
    const person = await tx
      .selectFrom('person')
      .select('id')
      .where('id', '=', personId)
      .$if(isPostgres(tx), (query) => query.forUpdate())
      .executeTakeFirst()
    if (!person) return 'nothing'
    const had = await endAlerts(tx, personId)
    if (await eraseIfIdle(tx, records, personId, now)) return 'erased'
    const subject = `person/${personId}`
    if (had) await audit(tx, { at: now, actor: 'person', action: 'alerts.stopped', subject })
    return 'ended'
  })
  await removeStrayMails(records)
  await records.scrub()
  return stopped
}

/** Answers whether there were any. */
async function endAlerts(tx: Tx, personId: string): Promise<boolean> {
  const alerts = await tx
    .deleteFrom('subscription')
    .where('person_id', '=', personId)
    .returning('id')
    .execute()
  for (const table of ['finding', 'news', 'digest', 'request_link'] as const)
    await tx.deleteFrom(table).where('person_id', '=', personId).execute()
  const mails = tx
    .selectFrom('mail')
    .select('id')
    .where('person_id', '=', personId)
    .where((mail) =>
      mail.or([
        mail('stream', '=', streams.alert.name),
        mail('message_id', 'like', `${alertMark}%`),
        mail('message_id', 'like', '<manage.%'),
      ]),
    )
  await tx.deleteFrom('asked_mail').where('mail_id', 'in', mails).execute()
  await tx.deleteFrom('mail').where('id', 'in', mails).execute()
  return alerts.length > 0
}

/** How the id of a mail begins that asks to confirm an alert. */
const alertMark = '<alert.'
