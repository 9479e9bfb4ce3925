import { enquiryMailEn } from './en/enquiry-mail.ts'
import { enquiryMailFr } from './fr/enquiry-mail.ts'
import type { Language } from './language/language.ts'
import type { EnquiryMailWords } from './shape/enquiry-mail-shape.ts'

/** The words of mails about enquiries in one language. */
export function enquiryMailWords(language: Language): EnquiryMailWords {
  return language === 'fr' ? enquiryMailFr : enquiryMailEn
}

/** "Wednesday 18 November at 18:00 (Europe/Paris)": a moment by the clock of a site. */
export function spokenMoment(language: Language, moment: Date, timeZone: string): string {
  const of = (options: Intl.DateTimeFormatOptions): string =>
    new Intl.DateTimeFormat(language === 'fr' ? 'fr-FR' : 'en-GB', { ...options, timeZone }).format(
      moment,
    )
  const day = of({ weekday: 'long', day: 'numeric', month: 'long' }).replace(',', '')
  const hour = of({ hour: '2-digit', minute: '2-digit' })
  if (language === 'en') return `${day} at ${hour} (${timeZone})`
  return `${day.replace(/ 1 /, ' 1er ')} à ${hour.replace(':', ' h ')} (${timeZone})`
}
