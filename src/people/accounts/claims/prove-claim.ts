import type { Study } from '../../../finder/registry/study.ts'
import { siteOf } from '../../../finder/registry/site-id.ts'
import { audit, holdTrail } from '../../audit/append.ts'
import type { PeopleBase } from '../../asks/people-base.ts'
import { readMailAddress } from '../../records/address.ts'
import { type Person, personById } from '../../records/persons.ts'
import type { Reader, Records, Tx } from '../../records/model/records.ts'
import { type AccountLink, readAccountLink, takeAccountLink } from '../account-links.ts'
import { giveRole, makeAccount } from '../accounts.ts'
import { startSession } from '../sessions.ts'
import { markConfirmed } from '../sign-in.ts'
import { type Claim, claimById, roleOfClaim, type WaitReason } from './claim.ts'
import { namedContacts } from './named-contacts.ts'

/** What the link in the mail of a claim leads to. */
export type ClaimByLink =
  | { readonly kind: 'open'; readonly claim: Claim; readonly address: string }
  | Exclude<AccountLink, { readonly kind: 'open' }>

/** Looks, and proves nothing: scanners of mail follow links. */
export function readClaimByLink(records: Records, link: string, now: Date): Promise<ClaimByLink> {
  return claimOf(records.db, records, link, now)
}

/** What proving a claim came to. */
export type ProvedClaim =
  | { readonly kind: 'granted'; readonly cookie: string }
  | { readonly kind: 'waiting'; readonly reason: WaitReason }

/** A press of the button that the link of a claim leads to. */
export interface ClaimProof {
  readonly link: string
  /** What they are called by their colleagues. */
  readonly name: string
  /** The record as the catalogue has it now; undefined where it has none. */
  readonly study: Study | undefined
  /** The cookie of who was signed in until now in the same browser. */
  readonly before?: string | undefined
}

/**
 * The owner of the mailbox says that the listing is theirs: they have it at once and are signed in, or, where something
 * speaks against it, they have it when an operator agrees.
 */
export function proveClaim(
  base: PeopleBase,
  proof: ClaimProof,
  now: Date,
): Promise<ProvedClaim | ClaimByLink> {
  const { records } = base
  return records.write(async (tx) => {
    await holdTrail(tx)
    const read = await claimOf(tx, records, proof.link, now)
    if (read.kind !== 'open') return read
    await takeAccountLink(tx, 'claim', proof.link, now)
    const { claim } = read
    const person = await personById(tx, records.keys, claim.person_id)
    const address = person && readMailAddress(person.address())
    if (!person || !address) return { kind: 'unknown' }
    await markConfirmed(tx, person, now)
    await tx
      .updateTable('claim')
      .set({ proved_at: now.toISOString() })
      .where('id', '=', claim.id)
      .execute()
    const given = { by: `claim/${claim.id}`, now } as const
    const account = { address, name: proof.name, language: person.language }
    const { accountId } = await makeAccount(tx, base, account, given)
    const reason = await reasonToWait(tx, records, { claim, person, study: proof.study })
    if (reason !== undefined) {
      await settle(tx, claim, { state: 'waiting', reason, by: accountId }, now)
      return { kind: 'waiting', reason }
    }
    await giveRole(tx, base, { accountId, ...roleOfClaim(claim) }, given)
    await settle(tx, claim, { state: 'granted', reason: null, by: accountId }, now)
    const { before } = proof
    const { cookie } = await startSession(tx, base, { accountId, method: 'link', before }, now)
    return { kind: 'granted', cookie }
  })
}

async function claimOf(
  db: Reader | Tx,
  { keys }: Records,
  link: string,
  now: Date,
): Promise<ClaimByLink> {
  const read = await readAccountLink(db, 'claim', link, now)
  if (read.kind !== 'open') return read
  const person = await personById(db, keys, read.personId)
  const claim = await claimById(db, claimIdOf(read.details))
  if (!person || !claim) return { kind: 'unknown' }
  if (claim.state !== 'asked') return { kind: 'done' }
  return { kind: 'open', claim, address: person.address() }
}

function claimIdOf(details: unknown): string {
  if (typeof details !== 'object' || details === null || !('claimId' in details)) return ''
  return String(details.claimId)
}

/** What speaks against it; undefined where nothing does. */
async function reasonToWait(
  tx: Tx,
  { keys }: Records,
  given: { readonly claim: Claim; readonly person: Person; readonly study: Study | undefined },
): Promise<WaitReason | undefined> {
  const { claim, study, person } = given
  const { site } = claim
  if (!study || (site !== null && !siteOf(study.protocolSection, site))) return 'listing-gone'
  const named = namedContacts(study, site).map(({ address }) => keys.lookupOf(address.key))
  if (!named.includes(claim.contact_lookup)) return 'former-contact'
  if (await isHeldByOther(tx, claim, person)) return 'held'
  return (await isClaimedByOther(tx, claim)) ? 'two-claims' : undefined
}

/** Whether somebody else has this very listing: who has the whole study leaves room for those at its sites. */
async function isHeldByOther(tx: Tx, claim: Claim, person: Person): Promise<boolean> {
  const row = await tx
    .selectFrom('account_role')
    .innerJoin('account', 'account.id', 'account_role.account_id')
    .select('account.id')
    .where('account_role.study', '=', claim.study)
    .where('account_role.site', claim.site === null ? 'is' : '=', claim.site)
    .where('account_role.ended_at', 'is', null)
    .where('account.closed_at', 'is', null)
    .where('account.person_id', '<>', person.id)
    .limit(1)
    .executeTakeFirst()
  return row !== undefined
}

/**
 * Whether somebody else proved a claim to it, too, and waits for the operator. Who only asked is nobody: anybody may type
 * the address of another whom the record names.
 */
async function isClaimedByOther(tx: Tx, claim: Claim): Promise<boolean> {
  const row = await tx
    .selectFrom('claim')
    .select('id')
    .where('study', '=', claim.study)
    .where('site', claim.site === null ? 'is' : '=', claim.site)
    .where('person_id', '<>', claim.person_id)
    .where('state', '=', 'waiting')
    .where('proved_at', 'is not', null)
    .limit(1)
    .executeTakeFirst()
  return row !== undefined
}

async function settle(
  tx: Tx,
  claim: Claim,
  {
    state,
    reason,
    by,
  }: {
    readonly state: 'waiting' | 'granted'
    readonly reason: WaitReason | null
    readonly by: string
  },
  now: Date,
): Promise<void> {
  const decided = state === 'granted' ? { decided_at: now.toISOString(), decided_by: 'system' } : {}
  await tx
    .updateTable('claim')
    .set({ state, reason, ...decided })
    .where('id', '=', claim.id)
    .execute()
  await audit(tx, {
    at: now,
    actor: 'person',
    action: state === 'granted' ? 'claim.granted' : 'claim.waits',
    subject: `claim/${claim.id}`,
    details: {
      by: `account/${by}`,
      before: { state: claim.state },
      after: { state, study: claim.study, site: claim.site },
      ...(reason !== null && { why: reason }),
    },
  })
}
