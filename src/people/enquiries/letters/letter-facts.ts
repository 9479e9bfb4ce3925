import type { SiteLabel } from '../model/enquiry.ts'
import { spokenUntil } from '../../../words/dates.ts'
import { enquiryMailWords } from '../../../words/enquiry-mail.ts'
import type { EnquiryMailWords } from '../../../words/shape/enquiry-mail-shape.ts'

/** All that a letter about an enquiry may say: nothing in it tells what somebody has, or of which study they asked. */
export interface LetterFacts {
  readonly language: 'en' | 'fr'
  readonly caseNumber: string
  readonly site: SiteLabel
  /** The site is not here: it was written to once, promised nothing, and is not asked again. */
  readonly isIntroduced?: boolean
  /** Where it leads. */
  readonly url: string
}

/** Until when a site promised its answer, and by which clock that is said. */
export interface PromisedMoment {
  readonly at: Date
  readonly timeZone: string
}

/** The facts as words, for the functions of a letter. */
export function wordsFor({ language, caseNumber, site }: Omit<LetterFacts, 'url'>): {
  readonly say: EnquiryMailWords
  readonly number: string
  readonly site: string
} {
  const say = enquiryMailWords(language)
  return { say, number: caseNumber, site: siteName(site) ?? say.someSite }
}

/** A promised moment in words; whoever reads it may live by another clock than the site's. */
export function spokenPromise(language: 'en' | 'fr', { at, timeZone }: PromisedMoment): string {
  return `${spokenUntil(language, at, timeZone)} (${timeZone})`
}

/** "Bicêtre Hospital, Le Kremlin-Bicêtre"; undefined where the record names nothing. */
export function siteName({ facility, city, country }: SiteLabel): string | undefined {
  const parts = [facility, city ?? country].map((part) => part && plain(part))
  const named = parts.filter((part) => part !== undefined && part !== '')
  return named.length > 0 ? [...new Set(named)].join(', ') : undefined
}

/** A record may hold any signs, and a mail is one line a thought. */
function plain(text: string): string {
  const line = text.replace(/[\p{Cc}\p{Cf}\s]+/gu, ' ').trim()
  const start = /^.{0,120}/u.exec(line)?.[0] ?? ''
  return start === line ? line : `${start}…`
}
