import { makeAccountLink } from '../people/accounts/account-links.ts'
import { giveRole, makeAccount } from '../people/accounts/accounts.ts'
import { pageUrl, type PeopleBase } from '../people/asks/people-base.ts'
import { readMailAddress } from '../people/records/address.ts'
import type { DemoPeople } from './demo-people-file.ts'

/** Somebody of the demonstration, and the link by which they sign in. */
export interface DemoAccount {
  readonly accountId: string
  readonly name: string
  readonly role: DemoPeople['accounts'][number]['role']
  readonly url: string
}

/** Makes the accounts of the demonstration, each with a link that signs in once within a day. Throws for what is no address. */
export function makeDemoAccounts(
  base: PeopleBase,
  { people, site }: { readonly people: DemoPeople; readonly site: string },
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
      const place = at === 'site' ? { study: people.study, site } : { study: null, site: null }
      await giveRole(tx, base, { accountId, role, ...place }, given)
      const asked = {
        personId,
        purpose: 'sign-in',
        details: { path },
        minutes: dayMinutes,
      } as const
      const link = await makeAccountLink(tx, base, asked, now)
      made.push({ accountId, name, role, url: pageUrl(base, language, `/sign-in/${link}`) })
    }
    return made
  })
}

const dayMinutes = 24 * 60
