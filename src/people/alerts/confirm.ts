import { audit } from '../audit/append.ts'
import { erasePerson, type Person, personById } from '../records/persons.ts'
import type { Reader, Records, Tx } from '../records/model/records.ts'
import { agedSpan, type Alert } from './model/alert.ts'
import { alertsOfPerson } from './model/alerts-of.ts'
import { confirmHours, hoursBefore } from '../asks/hours.ts'
import { linkHash } from '../asks/signed-link.ts'

/** What a confirming link leads to. */
export type RequestByLink =
  | { readonly kind: 'open'; readonly person: Person; readonly alerts: readonly Alert[] }
  /** It was used before. */
  | { readonly kind: 'done' }
  | { readonly kind: 'expired' }
  /** Never made here, changed, or its person is gone. */
  | { readonly kind: 'unknown' }

/** Looks, and changes nothing: a scanner that follows the link confirms nothing. */
export async function readRequestByLink(
  records: Records,
  link: string,
  now: Date,
): Promise<RequestByLink> {
  return requestOf(records.db, records, link, now)
}

/** What the owner of an address decided on the page that a confirming link leads to. */
export interface ConfirmDecision {
  /** The alerts that the page showed: only of these was anything decided. */
  readonly shown: readonly string[]
  readonly chosen: readonly string[]
  /** Whether subject lines may name what was asked for. */
  readonly namesTopic: boolean
}

/** What confirming came to: `alerts` is how many are confirmed now by this decision. */
export interface Confirmed {
  readonly kind: 'confirmed'
  readonly personId: string
  readonly alerts: number
  /** More was asked for meanwhile: the link is still good for that. */
  readonly more: boolean
}

/**
 * The owner of the address confirms the alerts chosen of those shown; the others shown are forgotten. The
 * answer is the person, or what the link turned out to be.
 */
export async function confirmRequest(
  records: Records,
  link: string,
  { shown, chosen, namesTopic }: ConfirmDecision,
  now: Date,
): Promise<Confirmed | RequestByLink> {
  return records.write(async (tx) => {
    await holdLink(tx, link)
    const request = await requestOf(tx, records, link, now)
    if (request.kind !== 'open') return request
    const { person, alerts } = request
    const decided = alerts.filter(({ id }) => shown.includes(id))
    const kept = decided.filter(({ id }) => chosen.includes(id))
    for (const alert of kept) await confirmAlert(tx, person, alert, now)
    await forget(tx, person, decided)
    const more = alerts.length > decided.length
    if (!more) await useLinks(tx, person, now)
    if (kept.length > 0) await markConfirmed(tx, person, namesTopic, now)
    else if (!(await hasAlerts(tx, person))) await erasePerson(tx, person.id)
    return { kind: 'confirmed', personId: person.id, alerts: kept.length, more }
  })
}

async function requestOf(
  db: Reader | Tx,
  { keys }: Records,
  link: string,
  now: Date,
): Promise<RequestByLink> {
  const row = await db
    .selectFrom('request_link')
    .selectAll()
    .where('hash', '=', linkHash(link))
    .executeTakeFirst()
  if (!row) return { kind: 'unknown' }
  const isUsed = row.used_at !== null
  if (row.expires_at <= now.toISOString()) return { kind: isUsed ? 'done' : 'expired' }
  const person = await personById(db, keys, row.person_id)
  if (!person) return { kind: 'unknown' }
  const pending = await alertsOfPerson(db, person)
  const since = hoursBefore(now, confirmHours)
  const alerts = pending.filter(
    ({ confirmedAt, requestedAt }) => confirmedAt === null && requestedAt >= since,
  )
  // A link that was used is good for what was asked since: it came to the same mailbox.
  if (isUsed && alerts.length === 0) return { kind: 'done' }
  return { kind: 'open', person, alerts }
}

/** Who presses twice waits here for the first press, and finds the link used. */
async function holdLink(tx: Tx, link: string): Promise<void> {
  await tx
    .updateTable('request_link')
    .set({ purpose: 'confirm' })
    .where('hash', '=', linkHash(link))
    .execute()
}

/** All links mailed to this person asked the same question: it is answered. */
async function useLinks(tx: Tx, person: Person, now: Date): Promise<void> {
  await tx
    .updateTable('request_link')
    .set({ used_at: now.toISOString() })
    .where('person_id', '=', person.id)
    .where('used_at', 'is', null)
    .execute()
}

async function markConfirmed(
  tx: Tx,
  person: Person,
  namesTopic: boolean,
  now: Date,
): Promise<void> {
  await tx
    .updateTable('person')
    .set({
      confirmed_at: person.confirmedAt ?? now.toISOString(),
      names_topic: namesTopic || person.namesTopic ? 1 : 0,
    })
    .where('id', '=', person.id)
    .execute()
}

/** The same asked for twice is one alert: the newer one, with its own events and pace. */
async function confirmAlert(tx: Tx, person: Person, alert: Alert, now: Date): Promise<void> {
  const rows = await alertsOfPerson(tx, person)
  for (const other of rows)
    if (other.id !== alert.id && other.confirmedAt !== null && isSame(other, alert, now))
      await tx
        .deleteFrom('subscription')
        .where('person_id', '=', person.id)
        .where('id', '=', other.id)
        .execute()
  await tx
    .updateTable('subscription')
    .set({ confirmed_at: now.toISOString() })
    .where('person_id', '=', person.id)
    .where('id', '=', alert.id)
    .execute()
  const subject = `subscription/${alert.id}`
  await audit(tx, { at: now, actor: 'person', action: 'subscription.confirmed', subject })
}

function isSame(one: Alert, other: Alert, now: Date): boolean {
  const day = now.toISOString().slice(0, 10)
  const of = ({ search, place, age, sex }: Alert): string =>
    JSON.stringify([search, place, age && agedSpan(age, day), sex])
  return of(one) === of(other)
}

async function hasAlerts(tx: Tx, person: Person): Promise<boolean> {
  return (await alertsOfPerson(tx, person)).length > 0
}

/** Of what was decided, what was not confirmed. */
async function forget(tx: Tx, person: Person, decided: readonly Alert[]): Promise<void> {
  if (decided.length === 0) return
  await tx
    .deleteFrom('subscription')
    .where('person_id', '=', person.id)
    .where('confirmed_at', 'is', null)
    .where(
      'id',
      'in',
      decided.map(({ id }) => id),
    )
    .execute()
}
