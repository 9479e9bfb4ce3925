import { mayBeAsked, siteStatus, takesNobody } from './status.ts'
import type { Contact, Location, ProtocolSection, StatusModule, Study } from './study.ts'

/** True for a contact that can be called or written to: the record gives a phone number or an e-mail address. */
export function isReachable({ phone = '', email = '' }: Contact): boolean {
  return phone.trim() !== '' || email.trim() !== ''
}

/** True when there is a contact to ask about taking part: the study is not over, and it or a site can be reached. */
export function hasContact({ statusModule, contactsLocationsModule }: ProtocolSection): boolean {
  if (takesNobody(statusModule?.overallStatus)) return false
  const { centralContacts = [], locations = [] } = contactsLocationsModule ?? {}
  return (
    centralContacts.some(isReachable) ||
    locations.some(({ contacts = [] }) => contacts.some(isReachable))
  )
}

/**
 * Rule `contact-shown@1`: a contact is shown where the registry shows it: of a study or site that people may ask to join,
 * or whose status is not known. Source: ClinicalTrials.gov gives no contact once a study or site takes nobody.
 */
export function showsContacts(status: string | undefined): boolean {
  return mayBeAsked(status)
}

/** A record without the contacts that the registry would not show: those of what takes nobody. The rest is the same object. */
export function withShownContacts(study: Study): Study {
  const { contactsLocationsModule: module, statusModule } = study.protocolSection
  if (!module) return study
  const { centralContacts: _, ...withoutCentral } = module
  const { locations } = module
  const showsCentral = showsContacts(statusModule?.overallStatus)
  return withProtocol(study, {
    ...study.protocolSection,
    contactsLocationsModule: {
      ...(showsCentral ? module : withoutCentral),
      ...(locations && {
        locations: locations.map((site) => shownSite(site, showsCentral, statusModule)),
      }),
    },
  })
}

/** The same record with another first section; its results stay unread until somebody looks at them. */
export function withProtocol(study: Study, protocolSection: ProtocolSection): Study {
  const whole: Study = Object.defineProperties(
    { protocolSection },
    {
      ...Object.getOwnPropertyDescriptors(study),
      protocolSection: { value: protocolSection, enumerable: true },
    },
  )
  return whole
}

/** A site takes nobody where its study does not. */
function shownSite(site: Location, isAsked: boolean, study: StatusModule | undefined): Location {
  if (!site.contacts || (isAsked && showsContacts(siteStatus(site, study)))) return site
  const { contacts: _, ...shown } = site
  return shown
}
