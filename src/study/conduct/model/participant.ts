import { randomBytes } from 'node:crypto'
import type { Selectable } from 'kysely'
import { z } from 'zod'
import type { Keys } from '../../../people/records/model/keys.ts'
import type { Reader, Tx } from '../../../people/records/model/records.ts'
import { openValue, sealValue } from '../../../people/records/model/sealed-rows.ts'
import type { Tables } from '../../../people/records/model/tables.ts'

/** Somebody who is screened for a study or takes part: everywhere by their number, never by who they are. */
export interface Participant {
  readonly id: string
  /** An NCT id. */
  readonly study: string
  /** The id of a site (`siteId`). */
  readonly site: string
  /** The pseudonym: the number of the site and a serial, `01-003`. */
  readonly number: string
  /** Their own key; what is sealed with it opens with nothing else. */
  readonly key: Uint8Array
  /** ISO in UTC. */
  readonly enrolledAt: string
  /** `account/<id>` */
  readonly enrolledBy: string
  /** How many facts there are; who changes something says how many they saw. */
  readonly facts: number
  /** The hash of the last fact. */
  readonly head: string
  /** When what is due was last worked out, and until when that holds; null where it must be worked out anew. */
  readonly outlookAt: string | null
  readonly outlookUntil: string | null
  /** When they asked to be erased: noted, because a study must keep what it collected. */
  readonly erasureAskedAt: string | null
}

/** Who a participant is. Kept sealed; shown to who treats them, and in no export, log or mail. */
export interface ParticipantIdentity {
  readonly name: string
  readonly email?: string
  readonly phone?: string
  /** Parents or guardians, or who else is to be called. */
  readonly contact?: string
  readonly language: 'en' | 'fr'
  /** The number of the enquiry that they came from. */
  readonly enquiry?: string
  /** Made up for a demonstration. */
  readonly isMadeUp?: true
}

/** How long each part of an identity may be, in characters. */
export const longestPart = { name: 300, email: 300, phone: 300, contact: 1000 } as const

const line = z.string().max(longestPart.name)

/** The shape in which an identity is kept. */
export const identityShape: z.ZodType<ParticipantIdentity> = z.object({
  name: line.min(1),
  email: line.exactOptional(),
  phone: line.exactOptional(),
  contact: z.string().max(longestPart.contact).exactOptional(),
  language: z.enum(['en', 'fr']),
  enquiry: line.exactOptional(),
  isMadeUp: z.literal(true).exactOptional(),
})

type ParticipantRow = Selectable<Tables['participant']>

/** The participant with an id; undefined where there is none. Throws where the key cannot be opened. */
export async function readParticipant(
  db: Reader | Tx,
  keys: Keys,
  id: string,
): Promise<Participant | undefined> {
  if (!/^[0-9a-f-]{36}$/.test(id)) return undefined
  const row = await db.selectFrom('participant').selectAll().where('id', '=', id).executeTakeFirst()
  return row && participantOf(row, keys)
}

/** A participant from a row. Throws where the key cannot be opened. */
export function participantOf(row: ParticipantRow, keys: Keys): Participant {
  return {
    id: row.id,
    study: row.study,
    site: row.site,
    number: row.number,
    key: keys.unwrap(row.id, row.key_version, row.wrapped_key),
    enrolledAt: row.enrolled_at,
    enrolledBy: row.enrolled_by,
    facts: Number(row.facts),
    head: row.head,
    outlookAt: row.outlook_at,
    outlookUntil: row.outlook_until,
    erasureAskedAt: row.erasure_asked_at,
  }
}

/** Who a participant is. Throws as `unseal` does. */
export async function readIdentity(
  db: Reader | Tx,
  { id, key }: Pick<Participant, 'id' | 'key'>,
): Promise<ParticipantIdentity | undefined> {
  const row = await db
    .selectFrom('participant')
    .select('identity_sealed')
    .where('id', '=', id)
    .executeTakeFirst()
  return row && identityShape.parse(openValue(key, placeOfIdentity(id), row.identity_sealed))
}

/** Whether any of these participants was made up for a demonstration, and nothing else of who they are: one read. */
export async function anyMadeUp(
  db: Reader | Tx,
  keys: Keys,
  ids: readonly string[],
): Promise<boolean> {
  if (ids.length === 0) return false
  const rows = await db
    .selectFrom('participant')
    .select(['id', 'key_version', 'wrapped_key', 'identity_sealed'])
    .where('id', 'in', [...new Set(ids)])
    .execute()
  return rows.some(({ id, key_version, wrapped_key, identity_sealed }) => {
    const key = keys.unwrap(id, key_version, wrapped_key)
    return identityShape.parse(openValue(key, placeOfIdentity(id), identity_sealed)).isMadeUp
  })
}

/** Seals who a participant is for their row. Throws for what is no identity. */
export function sealIdentity(
  { id, key }: Pick<Participant, 'id' | 'key'>,
  identity: ParticipantIdentity,
): Uint8Array {
  return sealValue(key, placeOfIdentity(id), identityShape.parse(identity), 512)
}

/** A new participant's key. */
export function newParticipantKey(): Uint8Array {
  return new Uint8Array(randomBytes(32))
}

/** `01-003` */
export function participantNumber(siteNumber: string, serial: number): string {
  return `${siteNumber}-${String(serial).padStart(3, '0')}`
}

function placeOfIdentity(id: string): string {
  return `participant.identity/${id}`
}
