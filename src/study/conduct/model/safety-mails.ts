import { hash } from 'node:crypto'
import { hostOf, type PeopleBase, pageUrl } from '../../../people/asks/people-base.ts'
import type { Letter } from '../../../people/mail/outbox/letter.ts'
import { queueLetters } from '../../../people/mail/outbox/queue.ts'
import { streams } from '../../../people/mail/outbox/streams.ts'
import { readMailAddress } from '../../../people/records/address.ts'
import type { Tx } from '../../../people/records/model/records.ts'
import type { Person } from '../../../people/records/persons.ts'

/** What is mailed about safety, to each in their language. */
export interface SafetyMails {
  readonly kind: 'safety' | 'unblinded'
  /** What it is about: nobody is mailed twice of the same. Only a digest of it is in the mail, which tells nothing. */
  readonly about: string
  /** Of the page that the button leads to. */
  readonly path: string
  readonly letter: (language: Person['language'], url: string) => Letter
}

/** Puts the same into the outbox for each of some people who can be mailed. Answers for how many. Throws as `queueLetters` does. */
export async function queueSafetyMails(
  tx: Tx,
  base: PeopleBase,
  people: readonly Person[],
  { kind, about, path, letter }: SafetyMails,
  now: Date,
): Promise<number> {
  const told = hash('sha256', about).slice(0, 32)
  const mails = people.flatMap((person) => {
    const address = readMailAddress(person.address())
    if (!address) return []
    const { language } = person
    return {
      id: base.newId(),
      person,
      domain: address.domain,
      stream: streams.safety,
      messageId: `<${kind}.${told}.${person.id}@${hostOf(base)}>`,
      letter: letter(language, pageUrl(base, language, path)),
      now,
    }
  })
  await queueLetters(tx, base.records.keys, mails)
  return mails.length
}
