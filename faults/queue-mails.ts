import { randomUUID } from 'node:crypto'
import { queueLetters } from '../src/people/mail/outbox/queue.ts'
import { streams } from '../src/people/mail/outbox/streams.ts'
import { readMailAddress } from '../src/people/records/address.ts'
import { findOrMakePerson } from '../src/people/records/persons.ts'
import type { Records } from '../src/people/records/model/records.ts'

/** Puts a small mail for each address into the outbox; the Message-IDs are answered in their order. */
export async function queueMails(
  records: Records,
  addresses: readonly string[],
  now = new Date(),
): Promise<readonly string[]> {
  const ids: string[] = []
  for (let from = 0; from < addresses.length; from += 1000)
    await records.write(async (tx) => {
      const mails = []
      for (const text of addresses.slice(from, from + 1000)) {
        const address = readMailAddress(text)
        if (!address) throw new Error(`${text} is no address`)
        const given = { language: 'en' as const, now, newId: randomUUID }
        const person = await findOrMakePerson(tx, records.keys, address, given)
        const id = randomUUID()
        const messageId = `<${id}@trialway.example>`
        ids.push(messageId)
        mails.push({
          id,
          person,
          domain: address.domain,
          stream: streams.alert,
          messageId,
          now,
          letter: {
            subject: 'News',
            text: `A letter to ${text}.\n`,
            html: '<p>A letter.</p>',
            language: 'en' as const,
            stopUrl: 'https://trialway.example/alerts/stop/x',
          },
        })
      }
      await queueLetters(tx, records.keys, mails)
    })
  return ids
}
