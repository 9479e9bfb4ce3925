import { siteId } from '../finder/registry/site-id.ts'
import { appendEvent, changeState } from '../people/enquiries/model/change.ts'
import type { EnquiryDetails } from '../people/enquiries/model/details.ts'
import type { Enquiry, EnquiryState, SiteLabel } from '../people/enquiries/model/enquiry.ts'
import { insertEnquiry } from '../people/enquiries/model/new-enquiry.ts'
import type { Records } from '../people/records/model/records.ts'
import { peopleBase } from './test-alerts.ts'
import { bicetre, parentsWords } from './test-enquiries.ts'
import { personAt } from './test-records.ts'

/** An enquiry as a test wants it on a desk. */
export interface DeskGiven {
  readonly now: Date
  readonly email?: string
  readonly study?: string
  readonly siteLabel?: SiteLabel
  readonly language?: 'en' | 'fr'
  readonly details?: Partial<EnquiryDetails>
  readonly state?: Exclude<EnquiryState, 'asked'>
  readonly dueAt?: Date | null
  readonly hasNews?: boolean
  readonly takenBy?: string
}

/** Every state that an enquiry on a desk may have. */
export const deskStates: readonly NonNullable<DeskGiven['state']>[] = [
  'sent',
  'seen',
  'contacted',
  'not-reached',
  'invited',
  'joined',
  'not-eligible',
  'declined',
  'passed',
  'closed',
]

/** The site at whose desk enquiries of tests arrive. */
export const deskAt = { study: 'NCT02390596', site: siteId(bicetre) } as const

let forms = 0

/** Puts a confirmed enquiry on the desk of a site. */
export async function enquiryOnDesk(records: Records, given: DeskGiven): Promise<Enquiry> {
  const { now, siteLabel = bicetre, language = 'fr' } = given
  const person = await personAt(records, given.email ?? 'parent@example.org')
  const base = peopleBase(records)
  return records.write(async (tx) => {
    const asked = await insertEnquiry(
      tx,
      base,
      {
        person,
        language,
        study: given.study ?? deskAt.study,
        site: siteId(siteLabel),
        siteLabel,
        route: 'desk',
        formKey: `desk form ${(forms += 1)}`,
        formHash: 'hash',
        keepDays: 365,
        consent: { version: '1', language, text: 'J’accepte.' },
        details: { ...parentsWords, ...given.details },
      },
      now,
    )
    const sent = await appendEvent(tx, asked, { actor: 'seeker', kind: 'sent' }, now)
    const confirmed = await appendEvent(tx, sent, { actor: 'seeker', kind: 'confirmed' }, now)
    const after = await changeState(
      tx,
      confirmed,
      {
        state: given.state ?? 'sent',
        confirmedAt: now.toISOString(),
        dueAt: given.dueAt?.toISOString() ?? null,
        ...(given.hasNews !== undefined && { hasNews: given.hasNews }),
        ...(given.takenBy !== undefined && { takenBy: given.takenBy }),
      },
      now,
    )
    if (!after) throw new Error('an enquiry of a test was changed by another')
    // What a site got it promised to answer.
    await tx
      .updateTable('enquiry')
      .set({ promised_at: now.toISOString() })
      .where('id', '=', after.id)
      .execute()
    return after
  })
}
