import { hostOf, type PeopleBase } from '../asks/people-base.ts'
import type { Letter } from '../mail/outbox/letter.ts'
import type { MailToQueue } from '../mail/outbox/queue.ts'
import type { Stream } from '../mail/outbox/streams.ts'
import type { MailAddress } from '../records/address.ts'
import type { Person } from '../records/persons.ts'

/** A letter about signing in, and whose it is. */
export interface AccountMail {
  readonly address: MailAddress
  readonly person: Person
  readonly stream: Stream
  readonly letter: Letter
}

/** The mail as the outbox takes it: never the same as one before. */
export function accountMail(
  base: PeopleBase,
  { address, person, stream, letter }: AccountMail,
  now: Date,
): MailToQueue {
  const id = base.newId()
  const messageId = `<${id}@${hostOf(base)}>`
  return { id, person, domain: address.domain, stream, messageId, letter, now }
}
