import { takesNobody } from './status.ts'
import type { Contact, ProtocolSection } from './study.ts'

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
