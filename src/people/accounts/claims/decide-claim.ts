import { audit, holdTrail } from '../../audit/append.ts'
import { pageUrl, type PeopleBase } from '../../asks/people-base.ts'
import { queueLetter } from '../../mail/outbox/queue.ts'
import { streams } from '../../mail/outbox/streams.ts'
import { readMailAddress } from '../../records/address.ts'
import { personById } from '../../records/persons.ts'
import type { Tx } from '../../records/model/records.ts'
import { accountMail } from '../account-mail.ts'
import { closeAccount, giveRole } from '../accounts.ts'
import { heldRolesOf } from '../list.ts'
import { type Claim, claimById, roleOfClaim } from './claim.ts'
import { decidedLetter } from './letters.ts'
import { takeBack } from './take-back.ts'

/** What an operator decides on a claim. */
export interface ClaimDecision {
  readonly claimId: string
  readonly decision: 'grant' | 'refuse' | 'undo'
  /** `account/<id>` of the operator, or `operator` at the terminal. */
  readonly by: `account/${string}` | 'operator'
}

/** Each decision, from which state it leads to which. */
const decisions = {
  grant: { before: 'waiting', after: 'granted', action: 'claim.granted' },
  refuse: { before: 'waiting', after: 'refused', action: 'claim.refused' },
  undo: { before: 'granted', after: 'undone', action: 'claim.undone' },
} as const

/**
 * Decides on a claim that waits, or undoes one that was granted: then every role that came from it ends, with the
 * sessions of who held them. Who claimed is told by mail. `gone` where somebody else decided meanwhile, or it was erased.
 */
export function decideClaim(
  base: PeopleBase,
  { claimId, decision, by }: ClaimDecision,
  now: Date,
): Promise<'done' | 'gone'> {
  const { before, after, action } = decisions[decision]
  return base.records.write(async (tx) => {
    await holdTrail(tx)
    const claim = await claimById(tx, claimId)
    if (!claim || claim.state !== before) return 'gone'
    const accountId = await accountOf(tx, claim)
    if (accountId === undefined) return 'gone'
    await tx
      .updateTable('claim')
      .set({ state: after, decided_at: now.toISOString(), decided_by: by })
      .where('id', '=', claim.id)
      .execute()
    await audit(tx, {
      at: now,
      actor: 'operator',
      action,
      subject: `claim/${claim.id}`,
      details: {
        by,
        role: 'operator',
        before: { state: before },
        after: { state: after, study: claim.study, site: claim.site },
        ...(claim.reason !== null && { why: claim.reason }),
      },
    })
    if (decision === 'grant') {
      const given = { by: `claim/${claim.id}`, now } as const
      await giveRole(tx, base, { accountId, ...roleOfClaim(claim) }, given)
    } else {
      if (decision === 'undo') await takeBack(tx, { claim, accountId, by }, now)
      if ((await heldRolesOf(tx, accountId)).length === 0)
        await closeAccount(tx, accountId, { by, now })
    }
    await tell(tx, base, { claim, after }, now)
    return 'done'
  })
}

async function accountOf(tx: Tx, claim: Claim): Promise<string | undefined> {
  const row = await tx
    .selectFrom('account')
    .select('id')
    .where('person_id', '=', claim.person_id)
    .where('closed_at', 'is', null)
    .executeTakeFirst()
  return row?.id
}

async function tell(
  tx: Tx,
  base: PeopleBase,
  { claim, after }: { readonly claim: Claim; readonly after: 'granted' | 'refused' | 'undone' },
  now: Date,
): Promise<void> {
  const { keys } = base.records
  const person = await personById(tx, keys, claim.person_id)
  const address = person && readMailAddress(person.address())
  if (!person || !address) return
  const path = after === 'granted' ? '/sign-in' : `/studies/${claim.study}`
  const url = pageUrl(base, person.language, path)
  const letter = decidedLetter(person.language, { decision: after, label: claim.study }, url)
  const mail = { address, person, stream: streams.confirmation, letter }
  await queueLetter(tx, keys, accountMail(base, mail, now))
}
