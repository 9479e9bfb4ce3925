import { audit } from '../audit/append.ts'
import { pageUrl, type PeopleBase } from '../asks/people-base.ts'
import { queueAskedLetter } from '../mail/outbox/asked-mail.ts'
import { streams } from '../mail/outbox/streams.ts'
import { type MailAddress, readMailAddress } from '../records/address.ts'
import type { Records, Reader, Tx } from '../records/model/records.ts'
import { findOrMakePerson, personById } from '../records/persons.ts'
import { z } from 'zod'
import {
  type AccountLink,
  makeAccountLink,
  readAccountLink,
  takeAccountLink,
} from './account-links.ts'
import { accountMail } from './account-mail.ts'
import { giveRole, makeAccount } from './accounts.ts'
import { invitationLetter } from './letters.ts'
import { heldRolesOf } from './list.ts'
import { type Actor, houseRoles, type Role, studyRoles } from './model/actor.ts'
import { can } from './model/can.ts'
import { openName } from './model/name.ts'
import { startSession } from './sessions.ts'
import { markConfirmed, openAccountOf } from './sign-in.ts'

/** In days: so long somebody may take an invitation up. */
const invitationDays = 7

/** Somebody is to have a role. */
export interface Invitation {
  readonly address: MailAddress
  readonly role: Role
  readonly language: 'en' | 'fr'
}

/**
 * Mails an invitation to a role, of one who may give it. `refused` where they may not; `enough` where the mailbox had
 * the same within a day, or too much mail.
 */
export async function invite(
  base: PeopleBase,
  actor: Pick<Actor, 'accountId' | 'name' | 'roles'>,
  { address, role, language }: Invitation,
  now: Date,
): Promise<'invited' | 'enough' | 'refused'> {
  if (!can.giveRole(actor, role)) return 'refused'
  const { records, newId } = base
  const { keys } = records
  return records.write(async (tx) => {
    const person = await findOrMakePerson(tx, keys, address, { language, now, newId })
    const by = `account/${actor.accountId}`
    const what = ['invitation', role.role, role.study, role.site].join(' ')
    const queued = await queueAskedLetter(tx, keys, { address, person, what, now }, async () => {
      const link = await makeAccountLink(
        tx,
        base,
        {
          personId: person.id,
          purpose: 'invitation',
          details: { ...role, by: actor.accountId },
          minutes: invitationDays * 24 * 60,
        },
        now,
      )
      const url = pageUrl(base, language, `/invitations/${link}`)
      const letter = invitationLetter(language, actor.name, url)
      const stream = streams.confirmation
      return accountMail(base, { address, person, stream, letter }, now)
    })
    if (queued === 'enough') return 'enough'
    const [action, subject] = ['invitation.sent', by] as const
    await audit(tx, {
      at: now,
      actor: 'person',
      action,
      subject,
      details: { by, after: { ...role } },
    })
    return 'invited'
  })
}

/** What a mailed invitation leads to. `withdrawn`: who invited may not give that role any more. */
export type InvitationByLink =
  | {
      readonly kind: 'open'
      readonly role: Role
      /** Who invited. */
      readonly from: string
      /** The name of the account that the address has already. */
      readonly name: string | undefined
    }
  | { readonly kind: 'withdrawn' }
  | Exclude<AccountLink, { readonly kind: 'open' }>

/** Looks, and changes nothing: scanners of mail follow links. */
export async function readInvitation(
  records: Records,
  link: string,
  now: Date,
): Promise<InvitationByLink> {
  const read = await readAccountLink(records.db, 'invitation', link, now)
  return read.kind === 'open' ? offered(records.db, records, read) : read
}

/** Takes an invitation up and signs in: the owner of the mailbox it came to, once. `name` is for who has no account yet. */
export async function takeInvitation(
  base: PeopleBase,
  link: string,
  taken: { readonly name: string; readonly before: string | undefined },
  now: Date,
): Promise<{ readonly kind: 'taken'; readonly cookie: string } | InvitationByLink> {
  const { records } = base
  return records.write(async (tx) => {
    const read = await takeAccountLink(tx, 'invitation', link, now)
    if (read.kind !== 'open') return read
    const offer = await offered(tx, records, read)
    const person = await personById(tx, records.keys, read.personId)
    const address = person && readMailAddress(person.address())
    if (offer.kind !== 'open' || !person || !address)
      return offer.kind === 'open' ? { kind: 'unknown' } : offer
    const details = invitationDetails.parse(read.details)
    const given = { by: `account/${details.by}`, now } as const
    await markConfirmed(tx, person, now)
    const asked = { address, name: taken.name, language: person.language }
    const { accountId } = await makeAccount(tx, base, asked, given)
    await giveRole(tx, base, { accountId, ...offer.role }, given)
    const started = { accountId, method: 'link', before: taken.before } as const
    const { cookie } = await startSession(tx, base, started, now)
    return { kind: 'taken', cookie }
  })
}

/** Who invited is asked again whether they may: their role may have ended since. */
async function offered(
  db: Reader | Tx,
  { keys }: Pick<Records, 'keys'>,
  read: Extract<AccountLink, { kind: 'open' }>,
): Promise<InvitationByLink> {
  const { by, ...role } = invitationDetails.parse(read.details)
  const from = await db
    .selectFrom('account')
    .select(['id', 'person_id', 'name_sealed'])
    .where('id', '=', by)
    .where('closed_at', 'is', null)
    .executeTakeFirst()
  const inviter = from && (await personById(db, keys, from.person_id))
  if (!from || !inviter || !can.giveRole({ roles: await heldRolesOf(db, by) }, role))
    return { kind: 'withdrawn' }
  const person = await personById(db, keys, read.personId)
  if (!person) return { kind: 'unknown' }
  const account = await openAccountOf(db, person)
  return {
    kind: 'open',
    role,
    from: openName(inviter.key, from.id, from.name_sealed),
    name: account?.name,
  }
}

/** What the row of an invitation says, as `invite` wrote it. */
const invitationDetails = z.object({
  role: z.enum([...studyRoles, ...houseRoles]),
  study: z.string().nullable(),
  site: z.string().nullable(),
  by: z.string(),
})
