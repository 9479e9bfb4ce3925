import { confirmHours, later } from '../../asks/hours.ts'
import type { PeopleBase } from '../../asks/people-base.ts'
import type { Tx } from '../../records/model/records.ts'
import type { Person } from '../../records/persons.ts'
import { newCaseNumber } from './case-number.ts'
import { type Consent, keepConsent } from './consent.ts'
import { type EnquiryDetails, sealDetails } from './details.ts'
import { type Enquiry, enquiryOf, type EnquiryRoute, type SiteLabel } from './enquiry.ts'

/** An enquiry that nobody has confirmed yet. */
export interface NewEnquiry {
  readonly person: Person
  readonly language: 'en' | 'fr'
  readonly study: string
  readonly site: string
  readonly siteLabel: SiteLabel
  readonly route: EnquiryRoute
  /** Keyed hash of the form, and of what was typed into it. */
  readonly formKey: string
  readonly formHash: string
  readonly keepDays: number
  readonly consent: Consent
  readonly details: EnquiryDetails
}

/** Keeps an enquiry with the wording that was agreed to; nothing goes anywhere by that. Throws for details that cannot be kept. */
export async function insertEnquiry(
  tx: Tx,
  base: PeopleBase,
  asked: NewEnquiry,
  now: Date,
): Promise<Enquiry> {
  const id = base.newId()
  const consent = await keepConsent(tx, asked.consent, now)
  const row = {
    ...unanswered,
    id,
    case_number: await newCaseNumber(tx, base.newSecret),
    person_id: asked.person.id,
    study: asked.study,
    site: asked.site,
    site_label: JSON.stringify(siteLabelOf(asked.siteLabel)),
    route: asked.route,
    form_key: asked.formKey,
    form_hash: asked.formHash,
    language: asked.language,
    asked_at: now.toISOString(),
    consent_version: consent.version,
    consent_hash: consent.hash,
    details_sealed: sealDetails(asked.person, id, asked.details),
    state_at: now.toISOString(),
    keep_days: asked.keepDays,
    keep_until: later(now, confirmHours).toISOString(),
  }
  await tx.insertInto('enquiry').values(row).execute()
  return enquiryOf(row, asked.person)
}

/** What an enquiry begins with. */
const unanswered = {
  state: 'asked',
  confirmed_at: null,
  answered_at: null,
  due_at: null,
  promised_at: null,
  seeker_told_at: null,
  has_news: 0,
  taken_by: null,
  taken_at: null,
  closed_at: null,
  version: 1,
} as const

/** What names and places a site, of a label or of its record. */
export function siteLabelOf(site: SiteLabel): SiteLabel {
  const { facility, city, state, zip, country, geoPoint } = site
  return {
    ...(facility !== undefined && { facility }),
    ...(city !== undefined && { city }),
    ...(state !== undefined && { state }),
    ...(zip !== undefined && { zip }),
    ...(country !== undefined && { country }),
    ...(geoPoint !== undefined && { geoPoint: { lat: geoPoint.lat, lon: geoPoint.lon } }),
  }
}
