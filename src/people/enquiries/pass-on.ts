import { audit } from '../audit/append.ts'
import { hoursBefore } from '../asks/hours.ts'
import type { Tx } from '../records/model/records.ts'
import { siteAskedNow } from './asked-site.ts'
import { appendEvent, changeHeld } from './model/change.ts'
import type { Consent } from './model/consent.ts'
import { type Enquiry, hasEnded, readEnquiry } from './model/enquiry.ts'
import type { EnquiryBase } from './model/enquiry-base.ts'
import { waitsToBeSent } from './model/reached-site.ts'
import { insertEnquiry } from './model/new-enquiry.ts'
import { noteConfirmed } from './note-confirmed.ts'
import { openDeadlines } from './promise/deadlines.ts'
import { tellSite } from './promise/remind.ts'
import { wayToSite } from './routing.ts'
import { freeFor, sendBy, type Unsent } from './send-to-site.ts'

/**
 * What passing on came to. `known`: that site is being asked already. `closed`: it cannot be asked, and nothing changed.
 * `enough`: they asked many sites today. `full`: the contact of that site gets no more letters today, and nothing changed. `gone`: there is no such enquiry, nobody confirmed it, or it is still to be sent itself.
 */
export type PassedOn =
  | { readonly kind: 'sent' | 'known'; readonly enquiry: Enquiry }
  | { readonly kind: 'closed'; readonly why: Unsent }
  | { readonly kind: 'enough' }
  | { readonly kind: 'full' }
  | { readonly kind: 'gone' }

/** Another site of the same study, and what was agreed to for it. */
export interface NextSite {
  /** `siteId` of the site. */
  readonly site: string
  readonly consent: Consent
}

/**
 * Asks another site of the same study with what was said before: an enquiry of its own, confirmed already. The one before it ends,
 * unless it had ended, and its site is told. All of it is one transaction; who presses twice asks once. Throws what records and catalogue throw.
 */
export async function passOn(
  base: EnquiryBase,
  enquiryId: string,
  next: NextSite,
  now: Date,
): Promise<PassedOn> {
  const { keys } = base.records
  return base.records.write(async (tx) => {
    const before = await readEnquiry(tx, keys, enquiryId)
    if (!before || before.confirmedAt === null || waitsToBeSent(before)) return { kind: 'gone' }
    const at = { study: before.study, site: next.site }
    const known = await askedAlready(tx, before, at.site)
    const enquiry = known === undefined ? undefined : await readEnquiry(tx, keys, known)
    if (enquiry) return { kind: 'known', enquiry }
    const found = siteAskedNow(base.catalogue, at)
    if (found.kind === 'closed') return { kind: 'closed', why: found }
    if (await askedMany(tx, before, now)) return { kind: 'enough' }
    const place = { protocol: found.protocol, site: next.site }
    const way = await wayToSite(tx, keys, place, base)
    if (way.kind === 'none') return { kind: 'closed', why: { reason: 'no-way' } }
    if ((await freeFor(tx, base, way, now)) > now) return { kind: 'full' }
    const asked = await insertEnquiry(
      tx,
      base,
      {
        ...before,
        site: next.site,
        siteLabel: found.location,
        route: way.kind,
        formKey: keys.countKeyOf(`enquiry form ${base.newId()}`),
        formHash: keys.countKeyOf(`enquiry passed on ${before.id} ${next.site}`),
        consent: next.consent,
        details: withoutDistance(before),
      },
      now,
    )
    const subject = `enquiry/${asked.id}`
    await audit(tx, { at: now, actor: 'person', action: 'enquiry.asked', subject })
    const confirmed = await noteConfirmed(tx, asked, now)
    const sent = await sendBy(tx, base, { enquiry: confirmed, way }, now)
    await leave(tx, base, { before, to: next.site }, now)
    return { kind: 'sent', enquiry: sent }
  })
}

/** How far it is was measured to the other site. */
function withoutDistance({ details }: Enquiry): Enquiry['details'] {
  return { ...details, ...(details.place && { place: { name: details.place.name } }) }
}

/** An enquiry of the same person at that site that has not ended. */
async function askedAlready(
  tx: Tx,
  { person, study }: Enquiry,
  site: string,
): Promise<string | undefined> {
  const row = await tx
    .selectFrom('enquiry')
    .select('id')
    .where('person_id', '=', person.id)
    .where('study', '=', study)
    .where('site', '=', site)
    .where('confirmed_at', 'is not', null)
    .where('closed_at', 'is', null)
    .executeTakeFirst()
  return row?.id
}

/** So many sites somebody may have asked in a day when they pass on: each of them gets mail for it. */
const mostADay = 10

/** By a clock that was ahead and has been set right it counts as if it was asked now. */
async function askedMany(tx: Tx, { person }: Enquiry, now: Date): Promise<boolean> {
  const rows = await tx
    .selectFrom('enquiry')
    .select('id')
    .where('person_id', '=', person.id)
    .where('confirmed_at', '>', hoursBefore(now, 24))
    .limit(mostADay)
    .execute()
  return rows.length === mostADay
}

/** The site that was asked before is told, where it still had something to decide. */
async function leave(
  tx: Tx,
  base: EnquiryBase,
  { before, to }: { readonly before: Enquiry; readonly to: string },
  now: Date,
): Promise<void> {
  const subject = `enquiry/${before.id}`
  await audit(tx, { at: now, actor: 'person', action: 'enquiry.passed', subject })
  const event = { actor: 'seeker', kind: 'passed', details: { site: to } } as const
  const passed = await appendEvent(tx, before, event, now)
  if (hasEnded(before)) return
  const ended = await changeHeld(tx, passed, { state: 'passed', hasNews: true }, now)
  await tellSite(tx, base, await openDeadlines(tx, ended, now), { kind: 'news', now })
}
