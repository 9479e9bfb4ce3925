import type { Keys } from '../../records/model/keys.ts'
import { personColumns, personOf, type PersonRow } from '../../records/persons.ts'
import type { Reader } from '../../records/model/records.ts'
import { unseal } from '../../records/model/seal.ts'
import { placeOfLetter, unpackLetter, type Letter } from './letter.ts'
import type { Stream } from './streams.ts'

/** One mail, open and ready to be written out. */
export interface OutgoingMail {
  readonly id: string
  readonly to: string
  /** With its angle brackets. */
  readonly messageId: string
  /** When it was queued: a repeat is the same, byte for byte. */
  readonly createdAt: Date
  readonly stream: Stream
  readonly letter: Letter
}

/** A mail that one sender has taken, still sealed. */
export interface TakenMail {
  readonly id: string
  readonly stream: Stream
  readonly domainKey: string
  /** How often it was tried, with the attempt that it was taken for. */
  readonly attempts: number
  readonly createdAt: Date
  /** Not before this moment, in milliseconds since 1970. */
  readonly at: number
  /** Opens it; throws when it does not open. */
  open(keys: Keys): OutgoingMail
}

/** Reads the mails that were taken, with the people they go to. */
export async function readTakenMails(
  db: Reader,
  taken: readonly { readonly id: string; readonly at: number }[],
  streams: readonly Stream[],
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
  const named = new Map(streams.map((stream) => [stream.name, stream]))
  return taken.flatMap(({ id, at }) => {
    const row = found.get(id)
    const stream = row && named.get(row.stream)
    return stream ? [takenMail(row, stream, at)] : []
  })
}

interface TakenRow extends PersonRow {
  readonly mail_id: string
  readonly message_id: string
  readonly domain_key: string
  readonly letter_sealed: Uint8Array | null
  readonly attempts: number
  readonly created_at: string
}

function takenMail(row: TakenRow, stream: Stream, at: number): TakenMail {
  const createdAt = new Date(row.created_at)
  return {
    id: row.mail_id,
    stream,
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
        stream,
        letter: unpackLetter(packed),
      }
    },
  }
}
