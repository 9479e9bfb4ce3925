import { audit } from '../audit/append.ts'
import { personById } from '../records/persons.ts'
import type { Records, Tx } from '../records/model/records.ts'
import type { Actor } from './model/actor.ts'
import { openName, sealName } from './model/name.ts'

/** Longer is no name. */
const longestName = 80

/** The address by which an account signs in; undefined where it was erased meanwhile. */
export async function ownAddressOf(
  { db, keys }: Records,
  { personId }: Pick<Actor, 'personId'>,
): Promise<string | undefined> {
  return (await personById(db, keys, personId))?.address()
}

/**
 * Keeps the name by which colleagues know somebody, and the language of their mails. The name is read already. Throws where there
 * is no such account.
 */
export async function changeOwnAccount(
  tx: Tx,
  { keys }: Pick<Records, 'keys'>,
  changed: {
    readonly actor: Pick<Actor, 'accountId' | 'personId'>
    readonly name: string
    readonly language: 'en' | 'fr'
  },
  now: Date,
): Promise<void> {
  const { accountId, personId } = changed.actor
  const person = await personById(tx, keys, personId)
  if (!person) return
  const { name_sealed } = await tx
    .selectFrom('account')
    .select('name_sealed')
    .where('id', '=', accountId)
    .executeTakeFirstOrThrow()
  await tx
    .updateTable('account')
    .set({ name_sealed: sealName(person.key, accountId, changed.name) })
    .where('id', '=', accountId)
    .execute()
  await tx
    .updateTable('person')
    .set({ language: changed.language })
    .where('id', '=', personId)
    .execute()
  const [action, subject] = ['account.changed', `account/${accountId}`] as const
  await audit(tx, {
    at: now,
    actor: 'person',
    action,
    subject,
    details: { by: subject, before: person.language, after: changed.language },
    sealed: {
      person,
      values: { before: openName(person.key, accountId, name_sealed), after: changed.name },
    },
  })
}

/** A name as somebody typed it, on one line; undefined where there is none, or it is too long. */
export function readName(typed: string): string | undefined {
  const name = typed
    .normalize('NFC')
    .replace(/[\p{Cc}\p{Zl}\p{Zp}\p{Bidi_Control}\s]+/gu, ' ')
    .trim()
  return name !== '' && name.length <= longestName ? name : undefined
}
