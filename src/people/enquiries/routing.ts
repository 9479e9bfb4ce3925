import { siteOf } from '../../finder/registry/site-id.ts'
import { showsContacts } from '../../finder/registry/contacts.ts'
import { siteStatus } from '../../finder/registry/status.ts'
import type { Contact, ProtocolSection } from '../../finder/registry/study.ts'
import { accountsAt, type DeskHolder } from '../accounts/accounts.ts'
import { streams } from '../mail/outbox/streams.ts'
import { isStoppedBy } from '../mail/outbox/suppression.ts'
import { type MailAddress, readMailAddress } from '../records/address.ts'
import type { Keys } from '../records/model/keys.ts'
import type { Reader, Records, Tx } from '../records/model/records.ts'

/** Whom the registry names, and for what: who is named for the study as a whole can claim that, and no site of it. */
export interface Introduced {
  readonly contact: MailAddress
  readonly claims: 'site' | 'study'
}

/** How what is asked would reach a site now. */
export type WayToSite =
  | { readonly kind: 'desk'; readonly holders: readonly DeskHolder[] }
  | ({ readonly kind: 'introduction' } & Introduced)
  | { readonly kind: 'none' }

/** What the operator chose about writing to sites that are not here. */
interface Choice {
  readonly introductions: boolean
}

/** How what is asked would reach a site of a study: on its desk, by the address that the registry names, or not at all. */
export async function routeOf(
  records: Pick<Records, 'db' | 'keys'>,
  protocol: ProtocolSection,
  site: string,
  choice: Choice,
): Promise<WayToSite['kind']> {
  return (await wayToSite(records.db, records.keys, { protocol, site }, choice)).kind
}

/** The same, with who has the desk or is written to; also within a transaction. */
export async function wayToSite(
  db: Reader | Tx,
  keys: Keys,
  { protocol, site }: { readonly protocol: ProtocolSection; readonly site: string },
  { introductions }: Choice,
): Promise<WayToSite> {
  const study = protocol.identificationModule.nctId
  const holders = await accountsAt({ db }, { study, site })
  if (holders.length > 0) return { kind: 'desk', holders }
  if (!introductions) return { kind: 'none' }
  for (const named of contactsOf(protocol, site))
    if (!(await isSuppressed(db, keys, named.contact))) return { kind: 'introduction', ...named }
  return { kind: 'none' }
}

/** The addresses that the record names for a site, then those for its study, as far as the registry would show them. */
function contactsOf(protocol: ProtocolSection, site: string): readonly Introduced[] {
  const { statusModule, contactsLocationsModule } = protocol
  const location = siteOf(protocol, site)
  if (!location || !showsContacts(statusModule?.overallStatus)) return []
  const own = showsContacts(siteStatus(location, statusModule)) ? (location.contacts ?? []) : []
  const central = contactsLocationsModule?.centralContacts ?? []
  return [...introduced(own, 'site'), ...introduced(central, 'study')]
}

function introduced(
  contacts: readonly Contact[],
  claims: Introduced['claims'],
): readonly Introduced[] {
  return contacts.flatMap(({ email }) => {
    const contact = email === undefined ? undefined : readMailAddress(email)
    return contact ? [{ contact, claims }] : []
  })
}

/** Mail to it came back, or its owner wants none. */
async function isSuppressed(db: Reader | Tx, keys: Keys, { key }: MailAddress): Promise<boolean> {
  const suppressions = await db
    .selectFrom('suppression')
    .select(['stream', 'reason'])
    .where('lookup', '=', keys.lookupOf(key))
    .execute()
  return isStoppedBy(streams.introduction, suppressions)
}
