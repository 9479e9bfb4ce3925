import type { Keys } from '../../records/keys.ts'
import { type PersonRow, personColumns, personOf } from '../../records/persons.ts'
import type { Reader } from '../../records/records.ts'
import { unseal } from '../../records/seal.ts'
import { type Letter, placeOfLetter, unpackLetter } from './letter.ts'

/** A mail that one sender has taken, still sealed. */
export interface TakenMail {
  readonly id: string
  readonly stream: 'confirmation' | 'alert'
  readonly domainKey: string
  readonly attempts: number
  readonly createdAt: Date
  /** Not before this moment. */
  readonly at: number
  /** Opens it; throws when it does not open. */
  open(keys: Keys): OutgoingMail
}

/** Reads the mails that were taken, with the people they go to. */
export async function readTakenMails(
  db: Reader,
  taken: readonly { readonly id: string; readonly at: number }[],
): Promise<readonly TakenMail[]> {
  if (taken.length === 0) return []
  const rows = await db
    .selectFrom('mail')
    .innerJoin('person', 'person.id', 'mail.person_id')
    .select(personColumns)
    .select([
      'mail.id as mail_id',
      'mail.stream',
      'mail.message_id',
      'mail.domain_key',
      'mail.letter_sealed',
      'mail.attempts',
      'mail.created_at',
    ])
    .where(
      'mail.id',
      'in',
      taken.map(({ id }) => id),
    )
    .execute()
  const found = new Map(rows.map((row) => [row.mail_id, row]))
  return taken.flatMap(({ id, at }) => {
    const row = found.get(id)
    return row ? [workOf(row, at)] : []
  })
}

interface WorkRow extends PersonRow {
  readonly mail_id: string
  readonly stream: 'confirmation' | 'alert'
  readonly message_id: string
  readonly domain_key: string
  readonly letter_sealed: Uint8Array | null
  readonly attempts: number
  readonly created_at: string
}

function workOf(row: WorkRow, at: number): TakenMail {
  const createdAt = new Date(row.created_at)
  return {
    id: row.mail_id,
    stream: row.stream,
    domainKey: row.domain_key,
    attempts: row.attempts,
    createdAt,
    at,
    open: (keys) => {
      if (row.letter_sealed === null) throw new Error('a mail that is due has no letter')
      const person = personOf(row, keys)
      const packed = unseal(person.key, placeOfLetter(row.mail_id), row.letter_sealed)
      return {
        id: row.mail_id,
        to: person.address(),
        messageId: row.message_id,
        createdAt,
        letter: unpackLetter(packed),
      }
    },
  }
}

/** One mail, ready to be written out. */
export interface OutgoingMail {
  readonly id: string
  readonly to: string
  /** With its angle brackets. */
  readonly messageId: string
  /** When it was queued: a repeat is the same, byte for byte. */
  readonly createdAt: Date
  readonly letter: Letter
}
