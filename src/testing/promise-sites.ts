import { siteId } from '../finder/registry/site-id.ts'
import type { Location, ProtocolSection } from '../finder/registry/study.ts'
import type { SiteLabel } from '../people/enquiries/model/enquiry.ts'
import { suppressAddress } from '../people/mail/outbox/suppression.ts'
import type { Records } from '../people/records/model/records.ts'
import type { Draw } from './drawn-child.ts'
import { askedStudy, atSite } from './test-promises.ts'

/** How a site is with those who ask it. */
const manners = ['at once', 'late', 'never', 'half', 'screens', 'says no'] as const

/** A site as it was drawn. */
export interface DrawnSite {
  readonly label: SiteLabel
  readonly index: number
  readonly manner: (typeof manners)[number]
  isClosed: boolean
}

const places: readonly SiteLabel[] = [
  { city: 'Paris', country: 'France', geoPoint: { lat: 48.9, lon: 2.4 } },
  { city: 'Strasbourg', country: 'France', zip: '67000' },
  { city: 'Tel Aviv', country: 'Israel' },
  { city: 'Dubai', country: 'United Arab Emirates' },
  {
    city: 'Boston',
    state: 'Massachusetts',
    country: 'United States',
    geoPoint: { lat: 42.4, lon: -71.1 },
  },
  {
    city: 'Honolulu',
    state: 'Hawaii',
    country: 'United States',
    geoPoint: { lat: 21.3, lon: -157.8 },
  },
  { city: 'Edinburgh', state: 'Scotland', country: 'United Kingdom' },
  { city: 'Sydney', country: 'Australia', geoPoint: { lat: -33.9, lon: 151.2 } },
  { city: 'Tokyo', country: 'Japan' },
  { city: 'Nowhere', country: 'Ruritania' },
]

/** The site of a number: where it is follows from the number, how it is from chance. */
export function siteAt(index: number, draw: Draw): DrawnSite {
  const place = places[index % places.length] ?? {}
  const manner = manners[draw.upTo(manners.length)] ?? 'never'
  return { index, manner, isClosed: false, label: { ...place, facility: `Hospital ${index}` } }
}

/** The record of the study with these sites, as they are now. */
export function studyWith(sites: readonly DrawnSite[]): ProtocolSection {
  const locations = sites.map(({ label, isClosed }): Location => ({
    ...label,
    status: isClosed ? 'COMPLETED' : 'RECRUITING',
  }))
  return { ...askedStudy, contactsLocationsModule: { locations } }
}

/** Gives a site its coordinator and who looks after it. */
export async function openSite(
  records: Records,
  { index, label }: DrawnSite,
  now: Date,
): Promise<void> {
  const given = { site: siteId(label), now }
  await atSite(records, `coordinator${index}@site.example`, 'coordinator', given)
  await atSite(records, `manager${index}@site.example`, 'manager', given)
}

/** The people of a site leave: all, or who looks after it. */
export async function endRoles(
  records: Records,
  { label }: DrawnSite,
  { isAll, now }: { readonly isAll: boolean; readonly now: Date },
): Promise<void> {
  await records.write((tx) =>
    tx
      .updateTable('account_role')
      .set({ ended_at: now.toISOString(), ended_by: 'operator' })
      .where('site', '=', siteId(label))
      .$if(!isAll, (query) => query.where('role', '=', 'manager'))
      .execute(),
  )
}

/** Mail to an address comes back from now on. */
export async function bounce(records: Records, typed: string, now: Date): Promise<void> {
  const lookup = records.keys.lookupOf(typed)
  await records.write((tx) => suppressAddress(tx, { lookup, stream: 'all', reason: 'bounce', now }))
}
