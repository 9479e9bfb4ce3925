import type { Selectable } from 'kysely'
import type { Reader, Tx } from '../../records/model/records.ts'
import type { Tables } from '../../records/model/tables.ts'
import type { DeskPlace, RoleName } from '../model/actor.ts'

/** Somebody who says that a listing is theirs. */
export type Claim = Selectable<Tables['claim']>

/**
 * Why a claim is not granted by itself, and an operator decides: the record does not name the address any more; the study
 * or the site is not in the catalogue any more; somebody else has the listing; somebody else proved a claim to it, too, and waits.
 */
export const waitReasons = ['former-contact', 'listing-gone', 'held', 'two-claims'] as const

/** One of them. */
export type WaitReason = (typeof waitReasons)[number]

/** Whoever the registry names for the study has all of it; whoever it names for a site has that site. */
export function roleOfClaim({ study, site }: DeskPlace): {
  readonly role: RoleName
  readonly study: string
  readonly site: string | null
} {
  return { role: site === null ? 'manager' : 'coordinator', study, site }
}

/** The claim with an id. */
export function claimById(db: Reader | Tx, id: string): Promise<Claim | undefined> {
  return db.selectFrom('claim').selectAll().where('id', '=', id).executeTakeFirst()
}
