import { answerAsks } from '../people/asks/asks.ts'
import type { EnquiryDetails } from '../people/enquiries/model/details.ts'
import {
  type EnquiryAsk,
  enquiryAskTakers,
  sendEnquiry,
  type Sent,
} from '../people/enquiries/send.ts'
import type { Records } from '../people/records/model/records.ts'
import type { EnquiryBase } from '../people/enquiries/model/enquiry-base.ts'
import type { ProtocolSection } from '../finder/registry/study.ts'
import { smallApp, stored } from './small-site.ts'
import { siteId } from '../finder/registry/site-id.ts'
import { address, linksIn, peopleBase } from './test-alerts.ts'

/** The site that tests ask. */
export const bicetre = {
  facility: 'Hôpital Bicêtre',
  city: 'Le Kremlin-Bicêtre',
  country: 'France',
} as const

/** What a parent writes, with nothing that has to be there left out. */
export const parentsWords: EnquiryDetails = {
  who: 'parent',
  name: 'Maman de Léo',
  phone: '+33 6 12 34 56 78',
  when: 'evening',
  contactBy: 'phone',
  message: 'Mon fils a de la fièvre depuis six jours.',
  age: '3 ans',
  place: { name: 'Paris, France', km: 4 },
  answers: [{ criterion: 'Fever for 5 days', kind: 'inclusion', said: 'yes', reading: 'met' }],
}

/** An enquiry as a form asks for it. */
export function enquiryAsk(
  email: string,
  given: Partial<EnquiryAsk> = {},
): Omit<EnquiryAsk, 'kind'> {
  return {
    address: address(email),
    language: 'fr',
    study: 'NCT02390596',
    site: siteId(bicetre),
    siteLabel: bicetre,
    route: 'desk',
    formKey: 'form 1',
    keepDays: 365,
    consent: { version: '1', language: 'fr', text: 'J’accepte que ma demande soit envoyée.' },
    details: parentsWords,
    ...given,
  }
}

/** Sends a form, and deals with it as the server does a moment later. */
export async function asked(
  records: Records,
  email: string,
  given: Partial<EnquiryAsk> & { readonly now: Date },
): Promise<Sent> {
  const { now, ...ask } = given
  const base = peopleBase(records)
  const sent = await sendEnquiry(base, enquiryAsk(email, ask), now)
  await answerAsks(base, enquiryAskTakers, now)
  return sent
}

/** The links in the mails that ask an address to confirm an enquiry, in the order in which they were made. */
export function enquiryLinksTo(records: Records, to: string): Promise<string[]> {
  return linksIn(records, to, /\/enquiries\/confirm\/([\w-]+)/)
}

/** What deciding on enquiries needs, with these studies in the catalogue; sites that are not here may be written to. */
export function enquiryBase(
  records: Records,
  studies: readonly ProtocolSection[],
  given: Partial<EnquiryBase> = {},
): EnquiryBase {
  const { catalogue } = smallApp(studies.map((study) => stored(study)))
  return { ...peopleBase(records), catalogue, introductions: true, ...given }
}
