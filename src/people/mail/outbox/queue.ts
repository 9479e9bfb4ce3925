import type { Insertable } from 'kysely'
import type { Keys } from '../../records/model/keys.ts'
import type { Person } from '../../records/persons.ts'
import type { Tx } from '../../records/model/records.ts'
import { seal } from '../../records/model/seal.ts'
import type { Tables } from '../../records/model/tables.ts'
import { packLetter, placeOfLetter, type Letter } from './letter.ts'
import type { Stream } from './streams.ts'
import { isStoppedBy, type Suppression } from './suppression.ts'

/** A mail that is to go out. */
export interface MailToQueue {
  readonly id: string
  readonly person: Person
  /** Of the person's address, in ASCII. */
  readonly domain: string
  readonly stream: Stream
  /** With its angle brackets; the same for the same mail, so that it is never queued twice. */
  readonly messageId: string
  readonly letter: Letter
  /** The letter as `sealLetter` packed it, where that was done before the transaction. */
  readonly sealed?: Uint8Array
  readonly now: Date
}

/** `known`: it was queued before, and nothing changed. `suppressed`: it is written down and will not be sent. */
export type Queued = 'queued' | 'known' | 'suppressed'

/** A letter as the outbox keeps it: packing and sealing many is best done outside of a transaction. */
export function sealLetter({
  id,
  person,
  letter,
}: Pick<MailToQueue, 'id' | 'person' | 'letter'>): Uint8Array {
  return seal(person.key, placeOfLetter(id), packLetter(letter))
}

/**
 * Puts a mail into the outbox, in the transaction of what caused it. Throws when its letter has a stop link and its
 * stream has none, or the other way round.
 */
export async function queueLetter(tx: Tx, keys: Keys, mail: MailToQueue): Promise<Queued> {
  const [queued] = await queueLetters(tx, keys, [mail])
  if (!queued) throw new Error('a mail was neither queued nor refused')
  return queued
}

/** Puts many mails into the outbox at once; the answers are in their order. Throws as `queueLetter` does. */
export async function queueLetters(
  tx: Tx,
  keys: Keys,
  mails: readonly MailToQueue[],
): Promise<readonly Queued[]> {
  const queued: Queued[] = []
  for (let from = 0; from < mails.length; from += mostAtOnce)
    queued.push(...(await queueSome(tx, keys, mails.slice(from, from + mostAtOnce))))
  return queued
}

/** Fifteen values each; SQLite takes 32,766 in one statement. */
const mostAtOnce = 500

async function queueSome(tx: Tx, keys: Keys, mails: readonly MailToQueue[]): Promise<Queued[]> {
  for (const mail of mails) assertStopLink(mail)
  const suppressions = await suppressionsAmong(tx, mails)
  const isSuppressed = ({ person, stream }: MailToQueue): boolean =>
    isStoppedBy(stream, suppressions.get(person.id) ?? [])
  const added = await tx
    .insertInto('mail')
    .values(mails.map((mail) => rowOf(mail, keys, isSuppressed(mail))))
    .onConflict((conflict) => conflict.column('message_id').doNothing())
    .returning('id')
    .execute()
  const ids = new Set(added.map(({ id }) => id))
  return mails.map((mail) => {
    if (!ids.has(mail.id)) return 'known'
    return isSuppressed(mail) ? 'suppressed' : 'queued'
  })
}

/** Mail to many that cannot be stopped in one click is refused by the large providers. */
function assertStopLink({ stream, letter }: MailToQueue): void {
  if (stream.hasStopLink !== (letter.stopUrl !== undefined))
    throw new Error(
      `a letter of the stream ${stream.name} ${stream.hasStopLink ? 'has no' : 'has a'} stop link`,
    )
}

/** What is kept of the addresses of these mails' people, by the person's id. */
async function suppressionsAmong(
  tx: Tx,
  mails: readonly MailToQueue[],
): Promise<ReadonlyMap<string, readonly Suppression[]>> {
  const rows = await tx
    .selectFrom('person')
    .innerJoin('suppression', 'suppression.lookup', 'person.lookup')
    .select(['person.id', 'suppression.stream', 'suppression.reason'])
    .where('person.id', 'in', [...new Set(mails.map(({ person }) => person.id))])
    .execute()
  return Map.groupBy(rows, ({ id }) => id)
}

function rowOf(mail: MailToQueue, keys: Keys, suppressed: boolean): Insertable<Tables['mail']> {
  const at = mail.now.toISOString()
  return {
    id: mail.id,
    person_id: mail.person.id,
    stream: mail.stream.name,
    message_id: mail.messageId,
    domain_key: keys.domainKeyOf(mail.domain),
    letter_sealed: suppressed ? null : (mail.sealed ?? sealLetter(mail)),
    state: suppressed ? 'suppressed' : 'queued',
    attempts: 0,
    due_at: at,
    lease_holder: null,
    lease_until: null,
    outcome: null,
    outcome_code: null,
    created_at: at,
    settled_at: suppressed ? at : null,
  }
}
