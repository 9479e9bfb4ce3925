import { accountsAt, personsOf } from '../../accounts/accounts.ts'
import type { Keys } from '../../records/model/keys.ts'
import type { Tx } from '../../records/model/records.ts'
import type { Person } from '../../records/persons.ts'
import type { Enquiry } from '../model/enquiry.ts'

/**
 * Whom of a site a mail is for. `work`: who works the enquiry; where nobody does, everybody who works at the site; where nobody is
 * left, who looks after it. `managers`: who looks after the site. `all`: these and those.
 */
export type SiteGroup = 'work' | 'managers' | 'all'

/** The people of the site that was asked, each once, as it is now: roles that ended since it was planned count no more. */
export async function peopleOfSite(
  tx: Tx,
  keys: Keys,
  enquiry: Enquiry,
  group: SiteGroup,
): Promise<readonly Person[]> {
  const holders = await accountsAt({ db: tx }, enquiry)
  const managers = holders.filter(({ role }) => role === 'manager')
  const workers = holders.filter(({ role }) => role !== 'manager')
  const takers = holders.filter(({ accountId }) => accountId === enquiry.takenBy)
  const work = [takers, workers, managers].find((some) => some.length > 0) ?? []
  const wanted = { work, managers, all: [...work, ...managers] }[group]
  return personsOf(tx, keys, wanted)
}
