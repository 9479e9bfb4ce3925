import { hoursBefore } from '../asks/hours.ts'
import { audit } from '../audit/append.ts'
import type { Tx } from '../records/model/records.ts'
import { type NotAsked, siteAskedNow } from './asked-site.ts'
import { introduce, nextIntroduction } from './introduce.ts'
import { appendEvent, changeHeld } from './model/change.ts'
import type { Enquiry } from './model/enquiry.ts'
import type { EnquiryBase } from './model/enquiry-base.ts'
import { addDeadlines, openDeadlines } from './promise/deadlines.ts'
import { tellSite } from './promise/remind.ts'
import { wayToSite, type WayToSite } from './routing.ts'

/** Why nothing was sent to a site. `no-way`: nobody of it is here, and it cannot be written to. */
export interface Unsent {
  readonly reason: NotAsked['reason'] | 'no-way'
  /** The id that the study has now, where it moved. */
  readonly movedTo?: string
}

/**
 * What sending came to. `waits`: the contact of the site gets no more such letters now, nothing went to it yet, and
 * `sendWaiting` tries again. `closed`: the site cannot be asked any more, nothing went to it, and who asked is told.
 */
export type Sending =
  | { readonly kind: 'sent'; readonly enquiry: Enquiry }
  | { readonly kind: 'waits'; readonly enquiry: Enquiry }
  | { readonly kind: 'closed'; readonly enquiry: Enquiry; readonly why: Unsent }

/**
 * Sends what was confirmed: on the desk of the site, or by a letter to its contact in the registry, who gets few a day. Where
 * the site cannot be asked any more, or had no room for a week, nothing is sent and the enquiry is closed. Throws where the
 * record of the study is damaged.
 */
export async function sendToSite(
  tx: Tx,
  base: EnquiryBase,
  enquiry: Enquiry,
  now: Date,
): Promise<Sending> {
  const found = siteAskedNow(base.catalogue, enquiry)
  if (found.kind === 'closed') return close(tx, enquiry, found, now)
  const place = { protocol: found.protocol, site: enquiry.site }
  const way = await wayToSite(tx, base.records.keys, place, base)
  if (way.kind === 'none') return close(tx, enquiry, { reason: 'no-way' }, now)
  const free = await freeFor(tx, base, way, now)
  if (free > now) return wait(tx, enquiry, free, now)
  return { kind: 'sent', enquiry: await sendBy(tx, base, { enquiry, way }, now) }
}

/** A way by which a site is reached. */
type OpenWay = Exclude<WayToSite, { readonly kind: 'none' }>

/** From when on something may go to a site by a way: a desk always has room, its contact in the registry gets few letters a day. */
export async function freeFor(tx: Tx, base: EnquiryBase, way: OpenWay, now: Date): Promise<Date> {
  return way.kind === 'desk' ? now : nextIntroduction(tx, base, way.contact, now)
}

/** Sends what was confirmed by a way that is open and has room. */
export async function sendBy(
  tx: Tx,
  base: EnquiryBase,
  { enquiry, way }: { readonly enquiry: Enquiry; readonly way: OpenWay },
  now: Date,
): Promise<Enquiry> {
  const sent = await changeHeld(tx, enquiry, { state: 'sent', route: way.kind }, now)
  const event = { actor: 'system', kind: 'sent', details: { route: way.kind } } as const
  const planned = await openDeadlines(tx, await appendEvent(tx, sent, event, now), now)
  await audit(tx, {
    at: now,
    actor: 'system',
    action: 'enquiry.sent',
    subject: `enquiry/${enquiry.id}`,
    details: { route: way.kind },
  })
  if (way.kind === 'desk') await tellSite(tx, base, planned, { kind: 'new', now })
  else await introduce(tx, base, { enquiry: planned, ...way }, now)
  return planned
}

/** So many days what was confirmed waits for a letter at most. */
const mostDays = 7

/** It is as it was, confirmed and not sent, until then. */
async function wait(tx: Tx, enquiry: Enquiry, until: Date, now: Date): Promise<Sending> {
  const oldest = hoursBefore(now, 24 * mostDays)
  if (enquiry.confirmedAt !== null && enquiry.confirmedAt <= oldest)
    return close(tx, enquiry, { reason: 'no-way' }, now)
  await addDeadlines(tx, enquiry.id, [{ kind: 'tell-change', at: until }])
  return { kind: 'waits', enquiry }
}

async function close(
  tx: Tx,
  enquiry: Enquiry,
  { reason, movedTo }: Unsent,
  now: Date,
): Promise<Sending> {
  const closed = await changeHeld(tx, enquiry, { state: 'closed' }, now)
  const details = { reason, ...(movedTo !== undefined && { study: movedTo }) }
  const event = { actor: 'system', kind: 'closed', details } as const
  const after = await openDeadlines(tx, await appendEvent(tx, closed, event, now), now)
  await audit(tx, {
    at: now,
    actor: 'system',
    action: 'enquiry.closed',
    subject: `enquiry/${enquiry.id}`,
    details: { why: reason },
  })
  const why = { reason, ...(movedTo !== undefined && { movedTo }) }
  return { kind: 'closed', enquiry: after, why }
}
