import type { Actor } from '../../accounts/model/actor.ts'
import { can } from '../../accounts/model/can.ts'
import type { PeopleBase } from '../../asks/people-base.ts'
import type { Tx } from '../../records/model/records.ts'
import { appendEvent, changeHeld } from '../model/change.ts'
import type { Enquiry } from '../model/enquiry.ts'
import { auditEnquiry } from './acting.ts'
import { type DeskAsk, decideOn, type Decided } from './decide.ts'
import { accountsAt } from '../../accounts/accounts.ts'

/** Why an enquiry cannot be given: nobody of that account works at its desk, or who gives it may not. */
export type AssignProblem = 'person' | 'not-yours'

/**
 * Lets somebody take an enquiry, give it back (`to` is null) or, who may assign, give it to a colleague of the same desk. Throws what the records throw.
 */
export function assignEnquiry(
  base: PeopleBase,
  actor: Actor,
  { to, ...ask }: DeskAsk & { readonly to: string | null },
  now: Date,
): Promise<Decided<AssignProblem>> {
  return decideOn<AssignProblem>(base, actor, ask, {
    isSame: ({ kind, details }) =>
      to === null ? kind === 'released' : kind === 'taken' && details['to'] === to,
    act: async (tx, enquiry) => {
      const problem = await problemOf(tx, actor, enquiry, to)
      if (problem) return problem
      const event = {
        actor: 'site',
        accountId: actor.accountId,
        kind: to === null ? 'released' : 'taken',
        ...(to !== null && { details: { to } }),
      } as const
      const told = await appendEvent(tx, enquiry, event, now)
      const after = await changeHeld(tx, told, { takenBy: to }, now)
      await auditEnquiry(tx, { actor, now }, enquiry, {
        action: 'enquiry.assigned',
        before: enquiry.takenBy && `account/${enquiry.takenBy}`,
        after: to && `account/${to}`,
      })
      return after
    },
  })
}

async function problemOf(
  tx: Tx,
  actor: Actor,
  enquiry: Enquiry,
  to: string | null,
): Promise<AssignProblem | undefined> {
  if (to === actor.accountId) return undefined
  const isOwn = to === null && enquiry.takenBy === actor.accountId
  if (!isOwn && !can.assign(actor, enquiry)) return 'not-yours'
  if (to === null) return undefined
  const people = await accountsAt({ db: tx }, enquiry)
  return people.some(({ accountId }) => accountId === to) ? undefined : 'person'
}
