import { oneButton } from '../../mail/letters/one-button.ts'
import type { Letter } from '../../mail/outbox/letter.ts'
import { enquiryMailWords } from '../../../words/enquiry-mail.ts'

/** Asks the owner of an address whether they wrote what is to be sent. It names no site: it may be a stranger. */
export function confirmEnquiryLetter(language: 'en' | 'fr', url: string): Letter {
  return oneButton(language, enquiryMailWords(language).confirm, url)
}
