import { giveRole, makeAccount } from '../people/accounts/accounts.ts'
import type { Actor, Role } from '../people/accounts/model/actor.ts'
import { actorOf, startSession } from '../people/accounts/sessions.ts'
import type { Records } from '../people/records/model/records.ts'
import { address, peopleBase } from './test-alerts.ts'
import { testNow } from './test-records.ts'

/** Somebody who is signed in: the `cookie` header of their browser, and what they are. */
export interface SignedIn {
  readonly cookie: string
  readonly actor: Actor
}

/** Makes an account with these roles, if there is none, and signs it in, as of `now`: the clock of the site that is visited. */
export async function signedIn(
  records: Records,
  roles: readonly Role[],
  typed = 'coordinator@example.org',
  now: Date = testNow,
): Promise<SignedIn> {
  const base = peopleBase(records)
  const given = { by: 'operator', now } as const
  const name = typed.split('@')[0] ?? typed
  const { cookie } = await records.write(async (tx) => {
    const asked = { address: address(typed), name, language: 'en' } as const
    const { accountId } = await makeAccount(tx, base, asked, given)
    for (const role of roles) await giveRole(tx, base, { accountId, ...role }, given)
    return startSession(tx, base, { accountId, method: 'link' }, now)
  })
  const actor = await actorOf(records, cookie, now)
  if (!actor) throw new Error('who was just signed in is not')
  return { cookie: `__Host-trialway=${cookie}`, actor }
}
