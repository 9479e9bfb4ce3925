import { openName } from '../model/name.ts'
import type { Records } from '../../records/model/records.ts'
import { personColumns, personOf } from '../../records/persons.ts'
import type { Claim } from './claim.ts'

/** A claim as an operator reads it. */
export interface ShownClaim extends Claim {
  readonly address: string
  /** Of the account; undefined where the claim was not proved. */
  readonly name: string | undefined
}

/** The claims that wait for an operator, the oldest first. */
export function waitingClaims(records: Records): Promise<readonly ShownClaim[]> {
  return claimsIn(records, ['waiting'])
}

/** The claims that were decided last, by themselves or by an operator, the newest first. */
export function decidedClaims(records: Records): Promise<readonly ShownClaim[]> {
  return claimsIn(records, ['granted', 'refused', 'undone'])
}

const mostShown = 200

async function claimsIn(
  { db, keys }: Records,
  states: readonly Claim['state'][],
): Promise<ShownClaim[]> {
  const isWaiting = states.includes('waiting')
  const rows = await db
    .selectFrom('claim')
    .innerJoin('person', 'person.id', 'claim.person_id')
    .leftJoin('account', 'account.person_id', 'claim.person_id')
    .selectAll('claim')
    .select(personColumns.filter((column) => column !== 'person.id'))
    .select(['account.id as account_id', 'account.name_sealed'])
    .where('claim.state', 'in', states)
    .orderBy(isWaiting ? 'claim.proved_at' : 'claim.decided_at', isWaiting ? 'asc' : 'desc')
    .limit(mostShown)
    .execute()
  return rows.map(({ account_id, name_sealed, ...row }) => {
    const person = personOf({ ...row, id: row.person_id }, keys)
    const name =
      account_id && name_sealed ? openName(person.key, account_id, name_sealed) : undefined
    return { ...claimOnly(row), address: person.address(), name }
  })
}

function claimOnly(row: Claim): Claim {
  const { id, person_id, study, site, contact_lookup, asked_at, proved_at } = row
  const { state, reason, decided_at, decided_by } = row
  return {
    id,
    person_id,
    study,
    site,
    contact_lookup,
    asked_at,
    proved_at,
    state,
    reason,
    decided_at,
    decided_by,
  }
}
