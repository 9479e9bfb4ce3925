import { enquiryMailEn } from './en/enquiry-mail.ts'
import { enquiryMailFr } from './fr/enquiry-mail.ts'
import type { Language } from './language/language.ts'
import type { EnquiryMailWords } from './shape/enquiry-mail-shape.ts'

/** The words of mails about enquiries in one language. */
export function enquiryMailWords(language: Language): EnquiryMailWords {
  return language === 'fr' ? enquiryMailFr : enquiryMailEn
}
