import type { enquiryMailEn } from '../en/enquiry-mail.ts'

/** Every word that a mail about an enquiry may say. A word missing in one language does not compile. */
export type EnquiryMailWords = typeof enquiryMailEn
