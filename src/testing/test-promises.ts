import { orderTexts } from '../base/order-texts.ts'
import { randomUUID } from 'node:crypto'
import { siteId } from '../finder/registry/site-id.ts'
import type { ProtocolSection } from '../finder/registry/study.ts'
import { giveRole, makeAccount } from '../people/accounts/accounts.ts'
import type { RoleName } from '../people/accounts/model/actor.ts'
import { appendEvent, changeHeld } from '../people/enquiries/model/change.ts'
import { type Enquiry, readEnquiry, type SiteLabel } from '../people/enquiries/model/enquiry.ts'
import type { EventKind } from '../people/enquiries/model/events.ts'
import { insertEnquiry } from '../people/enquiries/model/new-enquiry.ts'
import { openDeadlines } from '../people/enquiries/promise/deadlines.ts'
import { keepPromises, type PromisesKept } from '../people/enquiries/promise/keep.ts'
import type { StudyLookup } from '../people/enquiries/promise/other-site.ts'
import { tellSite } from '../people/enquiries/promise/remind.ts'
import { findOrMakePerson } from '../people/records/persons.ts'
import type { Records } from '../people/records/model/records.ts'
import { address, openedMails, type OpenedMail, peopleBase } from './test-alerts.ts'
import { bicetre, parentsWords } from './test-enquiries.ts'

/** The study that tests ask, with three sites that take people and one that does not. */
export const askedStudy: ProtocolSection = {
  identificationModule: { nctId: 'NCT02390596', briefTitle: 'Anakinra and Kawasaki Disease' },
  statusModule: { overallStatus: 'RECRUITING' },
  contactsLocationsModule: {
    locations: [
      { ...bicetre, status: 'RECRUITING', geoPoint: { lat: 48.81, lon: 2.36 } },
      {
        facility: 'Hôpital Necker',
        city: 'Paris',
        country: 'France',
        status: 'COMPLETED',
        geoPoint: { lat: 48.85, lon: 2.31 },
      },
      {
        facility: 'CHU de Lyon',
        city: 'Lyon',
        country: 'France',
        status: 'RECRUITING',
        geoPoint: { lat: 45.76, lon: 4.84 },
      },
      {
        facility: 'CHU de Rouen',
        city: 'Rouen',
        country: 'France',
        status: 'RECRUITING',
        geoPoint: { lat: 49.44, lon: 1.1 },
      },
    ],
  },
}

/** Knows that study alone. */
export const knowsAsked: StudyLookup = (id) => (id === 'NCT02390596' ? askedStudy : undefined)

/** Somebody with a role at a site of that study; of all its sites where the site is null. */
export async function atSite(
  records: Records,
  typed: string,
  role: RoleName,
  { site = siteId(bicetre), now }: { readonly site?: string | null; readonly now: Date },
): Promise<string> {
  const base = peopleBase(records)
  const given = { by: 'operator', now } as const
  return records.write(async (tx) => {
    const made = { address: address(typed), name: typed, language: 'fr' } as const
    const { accountId } = await makeAccount(tx, base, made, given)
    await giveRole(tx, base, { accountId, role, study: 'NCT02390596', site }, given)
    return accountId
  })
}

/** What a test says of an enquiry. */
export interface PromisedEnquiry {
  readonly from: string
  readonly now: Date
  readonly siteLabel?: SiteLabel
  readonly study?: string
  readonly route?: 'desk' | 'introduction'
}

/** An enquiry that its owner has just confirmed, as the door does it. */
export async function promised(
  records: Records,
  { from, now, siteLabel = bicetre, study = 'NCT02390596', route = 'desk' }: PromisedEnquiry,
): Promise<Enquiry> {
  const base = peopleBase(records)
  const given = { language: 'fr', now, newId: randomUUID } as const
  const form = randomUUID()
  return records.write(async (tx) => {
    const asked = {
      person: await findOrMakePerson(tx, records.keys, address(from), given),
      language: 'fr',
      study,
      site: siteId(siteLabel),
      siteLabel,
      route,
      formKey: form,
      formHash: form,
      keepDays: 730,
      consent: { version: '1', language: 'fr', text: 'J’accepte.' },
      details: parentsWords,
    } as const
    const made = await insertEnquiry(tx, base, asked, now)
    const said = await appendEvent(tx, made, { actor: 'seeker', kind: 'confirmed' }, now)
    const change = { state: 'sent', confirmedAt: now.toISOString() } as const
    const sent = await changeHeld(tx, said, change, now)
    const opened = await openDeadlines(tx, sent, now)
    await tellSite(tx, base, opened, { kind: 'new', now })
    return opened
  })
}

/** A step of the site, or a word of the seeker, as the desk and the seeker's page write them down. */
export async function happens(
  records: Records,
  id: string,
  kind: EventKind,
  { now, actor = 'site' }: { readonly now: Date; readonly actor?: 'site' | 'seeker' },
): Promise<Enquiry> {
  return records.write(async (tx) => {
    const enquiry = await readEnquiry(tx, records.keys, id)
    if (!enquiry) throw new Error('the enquiry is not there')
    const told = await appendEvent(tx, enquiry, { actor, kind }, now)
    const after = await changeHeld(tx, told, changeOf(kind, enquiry.state), now)
    return openDeadlines(tx, after, now)
  })
}

function changeOf(kind: EventKind, before: Enquiry['state']) {
  if (kind === 'seen' && before === 'sent') return { state: kind, hasNews: false } as const
  if (kind === 'note') return { hasNews: true } as const
  const state = steps.find((step) => step === kind)
  return state ? ({ state, isAnswered: true } as const) : {}
}

const steps = ['contacted', 'not-reached', 'invited', 'joined', 'not-eligible'] as const

/** Keeps the promises as the schedule does. */
export function kept(records: Records, now: Date, studyOf = knowsAsked): Promise<PromisesKept> {
  return keepPromises(peopleBase(records), now, { studyOf })
}

/** A mail about an enquiry, as it stands in the outbox. */
export interface PromiseMail extends Pick<OpenedMail, 'to' | 'at' | 'state'> {
  readonly subject: string
  readonly text: string
  readonly html: string
}

/** All mails of enquiries, in the order in which they were made; those of one moment by who gets them. */
export async function promiseMails(records: Records): Promise<readonly PromiseMail[]> {
  const mails = await openedMails(records)
  return mails
    .filter(({ stream }) => stream === 'enquiry' || stream === 'introduction')
    .map(({ to, at, state, letter }) => {
      const { subject = '', text = '', html = '' } = letter ?? {}
      return { to, subject, text, html, at, state }
    })
    .toSorted((one, other) => orderTexts(one.at, other.at) || orderTexts(one.to, other.to))
}
