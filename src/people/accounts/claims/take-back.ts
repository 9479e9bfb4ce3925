import type { Tx } from '../../records/model/records.ts'
import { endRole, type Giver } from '../accounts.ts'
import { endSession } from '../sessions.ts'
import type { Claim } from './claim.ts'

/**
 * Ends what came from a claim: the role that it gave, what who held it gave to others at this listing since, and so
 * on, each with all sessions of its account.
 */
export async function takeBack(
  tx: Tx,
  {
    claim,
    accountId,
    by,
  }: { readonly claim: Claim; readonly accountId: string; readonly by: Giver },
  now: Date,
): Promise<void> {
  const ended = new Set<string>([accountId])
  let givers: readonly string[] = [`claim/${claim.id}`, `account/${accountId}`]
  while (givers.length > 0) {
    const roles = await rolesFrom(tx, claim, givers)
    for (const { id } of roles) await endRole(tx, id, { by, now })
    const more = new Set(roles.map((role) => role.account_id).filter((id) => !ended.has(id)))
    for (const id of more) ended.add(id)
    givers = [...more].map((id) => `account/${id}`)
  }
  for (const id of ended) await endSessions(tx, id, now)
}

/** The roles at the listing of a claim that some gave since it was granted. */
function rolesFrom(tx: Tx, { study, site, decided_at }: Claim, givers: readonly string[]) {
  return tx
    .selectFrom('account_role')
    .select(['id', 'account_id'])
    .where('study', '=', study)
    .$if(site !== null, (query) => query.where('site', '=', site))
    .where('given_by', 'in', givers)
    .where('given_at', '>=', decided_at ?? '')
    .where('ended_at', 'is', null)
    .execute()
}

async function endSessions(tx: Tx, accountId: string, now: Date): Promise<void> {
  const rows = await tx
    .selectFrom('session')
    .select('id')
    .where('account_id', '=', accountId)
    .where('ended_at', 'is', null)
    .execute()
  for (const { id } of rows) await endSession(tx, { accountId, sessionId: id }, now)
}
