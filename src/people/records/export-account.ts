import type { Records } from './model/records.ts'
import { openValue, placeOfAccountName, placeOfPasskeyLabel } from './model/sealed-rows.ts'
import type { Person } from './persons.ts'

/** How somebody signs in and what they may do, readable; undefined where they have no account. Nothing of it lets anybody in. */
export async function exportAccount({ db }: Records, { id: personId, key }: Person) {
  const account = await db
    .selectFrom('account')
    .selectAll()
    .where('person_id', '=', personId)
    .executeTakeFirst()
  if (!account) return undefined
  const roles = await db
    .selectFrom('account_role')
    .select(['id', 'role', 'study', 'site', 'given_at', 'given_by', 'ended_at', 'ended_by'])
    .where('account_id', '=', account.id)
    .orderBy('given_at')
    .execute()
  const passkeys = await db
    .selectFrom('passkey')
    .select(['id', 'transports', 'label_sealed', 'created_at', 'used_at'])
    .where('account_id', '=', account.id)
    .orderBy('created_at')
    .execute()
  const sessions = await db
    .selectFrom('session')
    .select(['id', 'method', 'created_at', 'proved_at', 'seen_at', 'expires_at', 'ended_at'])
    .where('account_id', '=', account.id)
    .orderBy('created_at')
    .execute()
  return {
    id: account.id,
    name: openValue(key, placeOfAccountName(account.id), account.name_sealed),
    createdAt: account.created_at,
    closedAt: account.closed_at,
    roles,
    passkeys: passkeys.map(({ label_sealed, ...passkey }) => ({
      ...passkey,
      label: openValue(key, placeOfPasskeyLabel(passkey.id), label_sealed),
    })),
    sessions,
  }
}

/** Links that were mailed to sign in or to take up an invitation, without the hashes by which they are recognised. */
export function exportAccountLinks({ db }: Records, personId: string) {
  return db
    .selectFrom('account_link')
    .select(['purpose', 'details', 'created_at', 'expires_at', 'used_at'])
    .where('person_id', '=', personId)
    .orderBy('created_at')
    .execute()
}

/** Listings that a person said are theirs. */
export function exportClaims({ db }: Records, personId: string) {
  return db
    .selectFrom('claim')
    .select([
      'id',
      'study',
      'site',
      'asked_at',
      'proved_at',
      'state',
      'reason',
      'decided_at',
      'decided_by',
    ])
    .where('person_id', '=', personId)
    .orderBy('asked_at')
    .execute()
}
