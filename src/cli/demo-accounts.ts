import { makeAccountLink } from '../people/accounts/account-links.ts'
import { giveRole, makeAccount } from '../people/accounts/accounts.ts'
import type { Actor, Role } from '../people/accounts/model/actor.ts'
import { pageUrl, type PeopleBase } from '../people/asks/people-base.ts'
import { readMailAddress } from '../people/records/address.ts'
import type { DemoPeople } from './demo-people-file.ts'

/** Somebody of the demonstration. */
export interface DemoAccount {
  readonly actor: Actor
  readonly role: Role['role']
  /** The id of a site; null for the whole study or the installation. */
  readonly site: string | null
  /** Where their link leads. */
  readonly path: string
}

/** Who works where: the people, and the ids of their sites. */
export interface DemoPlaces {
  readonly people: DemoPeople
  readonly siteAt: (place: 'site' | 'otherSite' | 'thirdSite') => string
}

/** Makes the accounts of the demonstration, as of a moment. Throws for what is no address. */
export function makeDemoAccounts(
  base: PeopleBase,
  { people, siteAt }: DemoPlaces,
  now: Date,
): Promise<readonly DemoAccount[]> {
  const given = { by: 'operator', now } as const
  return base.records.write(async (tx) => {
    const made: DemoAccount[] = []
    for (const { address, name, language, role, at, path } of people.accounts) {
      const read = readMailAddress(address)
      if (!read) throw new Error(`${address} is no address`)
      const account = { address: read, name, language }
      const { accountId, personId } = await makeAccount(tx, base, account, given)
      const study = at === 'house' ? null : people.study
      const site = at === 'house' || at === 'study' ? null : siteAt(at)
      const place = { study, site }
      const held: Role = { role, ...place }
      await giveRole(tx, base, { accountId, ...held }, given)
      const provedAt = now.toISOString()
      const actor = { accountId, personId, name, language, roles: [held], sessionId: '', provedAt }
      made.push({ actor, role, site, path })
    }
    return made
  })
}

/** The address that signs somebody in, once within a day. */
export async function demoLink(
  base: PeopleBase,
  { actor: { personId, language }, path }: DemoAccount,
  now: Date,
): Promise<string> {
  const asked = { personId, purpose: 'sign-in', details: { path }, minutes: dayMinutes } as const
  const link = await base.records.write((tx) => makeAccountLink(tx, base, asked, now))
  return pageUrl(base, language, `/sign-in/${link}`)
}

const dayMinutes = 24 * 60
