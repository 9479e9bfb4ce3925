import { audit } from '../audit/append.ts'
import { queueLetter } from '../mail/outbox/queue.ts'
import { streams } from '../mail/outbox/streams.ts'
import type { MailAddress } from '../records/address.ts'
import { findPerson } from '../records/persons.ts'
import { manageLetter } from './digest/confirm-letter.ts'
import { type AlertsBase, hostOf, pageUrl } from './model/links-base.ts'
import { manageLink } from './model/links.ts'

/**
 * Mails the way to their alerts to who has some: once a day at most, because any visitor can ask for it. Whether
 * the address is known is not told.
 */
export async function sendManageLink(
  base: AlertsBase,
  address: MailAddress,
  { now, today }: { readonly now: Date; readonly today: string },
): Promise<void> {
  const { records } = base
  await records.write(async (tx) => {
    const person = await findPerson(tx, records.keys, address)
    // Written for a stranger as well, so that the time it takes does not tell who is known.
    await audit(tx, { at: now, actor: 'person', action: 'link.asked', subject: 'alerts' })
    if (!person || person.confirmedAt === null) return
    const link = pageUrl(
      base,
      person.language,
      `/alerts/${manageLink(records.keys, person.id, today)}`,
    )
    await queueLetter(tx, records.keys, {
      id: base.newId(),
      person,
      domain: address.domain,
      stream: streams.confirmation,
      messageId: `<manage.${today}.${person.id}@${hostOf(base)}>`,
      letter: manageLetter(person.language, link),
      now,
    })
  })
}
