import { withShownContacts } from '../../../finder/registry/contacts.ts'
import { sitesById, siteOf } from '../../../finder/registry/site-id.ts'
import type { Contact, Location, Study } from '../../../finder/registry/study.ts'
import { type MailAddress, readMailAddress } from '../../records/address.ts'

/** A contact of a record whose address can be mailed. */
export interface NamedContact {
  readonly address: MailAddress
  readonly name?: string
}

/**
 * Whom a record names today with an e-mail address, as the registry shows it: the contacts of one site, or of the study as a whole
 * where the site is null. Empty where the record has no such site, or names nobody.
 */
export function namedContacts(study: Study, site: string | null): readonly NamedContact[] {
  const { protocolSection } = withShownContacts(study)
  const contacts =
    site === null
      ? protocolSection.contactsLocationsModule?.centralContacts
      : siteOf(protocolSection, site)?.contacts
  return (contacts ?? []).flatMap(mailable)
}

/** The sites of a record that can be claimed: it names an address for them. */
export function claimableSites(
  study: Study,
): readonly { readonly id: string; readonly site: Location }[] {
  const sites = [...sitesById(withShownContacts(study).protocolSection)]
  return sites
    .filter(([, { contacts = [] }]) => contacts.some((contact) => mailable(contact).length > 0))
    .map(([id, site]) => ({ id, site }))
}

function mailable({ email, name }: Contact): readonly NamedContact[] {
  const address = email === undefined ? undefined : readMailAddress(email)
  return address ? [{ address, ...(name !== undefined && { name }) }] : []
}
