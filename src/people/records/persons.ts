import { randomBytes } from 'node:crypto'
import type { Selectable } from 'kysely'
import type { MailAddress } from './address.ts'
import { eraseEnquiries } from './erase-enquiries.ts'
import { isPostgres } from './model/dialect.ts'
import type { Keys } from './model/keys.ts'
import type { Reader, Tx } from './model/records.ts'
import { seal, unseal } from './model/seal.ts'
import type { Tables } from './model/tables.ts'

/** A person who gave an address. */
export interface Person {
  readonly id: string
  readonly language: 'en' | 'fr'
  readonly namesTopic: boolean
  readonly confirmedAt: string | null
  /** The person's own key, unwrapped; what is sealed with it goes when the person goes. */
  readonly key: Uint8Array
  address(): string
}

/** The columns that `personOf` needs. */
export const personColumns = [
  'person.id',
  'person.key_version',
  'person.wrapped_key',
  'person.address_sealed',
  'person.language',
  'person.names_topic',
  'person.confirmed_at',
] as const

/** A row as `personColumns` selects it. */
export type PersonRow = Pick<
  Selectable<Tables['person']>,
  | 'id'
  | 'key_version'
  | 'wrapped_key'
  | 'address_sealed'
  | 'language'
  | 'names_topic'
  | 'confirmed_at'
>

/** The person with an address; undefined where there is none. */
export async function findPerson(
  db: Reader | Tx,
  keys: Keys,
  address: MailAddress,
): Promise<Person | undefined> {
  const row = await db
    .selectFrom('person')
    .select(personColumns)
    .where('lookup', '=', keys.lookupOf(address.key))
    .executeTakeFirst()
  return row && personOf(row, keys)
}

/** The person with an id; undefined where there is none. */
export async function personById(
  db: Reader | Tx,
  keys: Keys,
  id: string,
): Promise<Person | undefined> {
  const row = await db
    .selectFrom('person')
    .select(personColumns)
    .where('id', '=', id)
    .executeTakeFirst()
  return row && personOf(row, keys)
}

/** The person with an address, made now if there is none; two who ask at once get the same. Throws when the row cannot be read back. */
export async function findOrMakePerson(
  tx: Tx,
  keys: Keys,
  address: MailAddress,
  given: { language: 'en' | 'fr'; now: Date; newId: () => string },
): Promise<Person> {
  const known = await findPerson(tx, keys, address)
  if (known) return known
  const id = given.newId()
  const key = new Uint8Array(randomBytes(32))
  const { version, wrapped } = keys.wrap(id, key, await leastKeyVersion(tx))
  await tx
    .insertInto('person')
    .values({
      id,
      lookup: keys.lookupOf(address.key),
      key_version: version,
      wrapped_key: wrapped,
      address_sealed: seal(key, addressPlace(id), Buffer.from(address.written)),
      language: given.language,
      names_topic: 0,
      created_at: given.now.toISOString(),
      confirmed_at: null,
    })
    .onConflict((conflict) => conflict.column('lookup').doNothing())
    .execute()
  const person = await findPerson(tx, keys, address)
  if (!person) throw new Error('a person that was just made is not there')
  return person
}

/** A person from a row that was selected with `personColumns`, for work on many. */
export function personOf(row: PersonRow, keys: Keys): Person {
  const key = keys.unwrap(row.id, row.key_version, row.wrapped_key)
  return {
    id: row.id,
    language: row.language,
    namesTopic: row.names_topic === 1,
    confirmedAt: row.confirmed_at,
    key,
    address: () =>
      Buffer.from(unseal(key, addressPlace(row.id), row.address_sealed)).toString('utf8'),
  }
}

/** Deletes the row and all that hangs on it, and with it the only key to its copies. */
export async function erasePerson(tx: Tx, id: string): Promise<void> {
  const enquiries = await tx
    .selectFrom('enquiry')
    .select('id')
    .where('person_id', '=', id)
    .execute()
  await eraseEnquiries(
    tx,
    enquiries.map((enquiry) => enquiry.id),
  )
  const lookup = tx.selectFrom('person').select('lookup').where('id', '=', id)
  for (const table of ['bounce', 'ask', 'asked_mail'] as const)
    await tx.deleteFrom(table).where('lookup', '=', lookup).execute()
  await tx.deleteFrom('person').where('id', '=', id).execute()
}

/**
 * A rotation raises this before it wraps people's keys anew, and takes the old key away when no row
 * uses it. The lock makes it wait for people who are being added meanwhile; SQLite has one writer anyway.
 */
async function leastKeyVersion(tx: Tx): Promise<number> {
  const query = tx.selectFrom('instance').select('key_version')
  const { key_version } = await (
    isPostgres(tx) ? query.forShare() : query
  ).executeTakeFirstOrThrow()
  return key_version
}

function addressPlace(id: string): string {
  return `person.address/${id}`
}
