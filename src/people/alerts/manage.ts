import { audit } from '../audit/append.ts'
import type { AuditAction } from '../audit/actions.ts'
import { type Person, personById } from '../records/persons.ts'
import type { Records, Tx } from '../records/model/records.ts'
import { type Alert, type AlertTerms, type Frequency, urgencyOf } from './model/alert.ts'
import { alertsOfPerson } from './model/alerts-of.ts'
import { sealTerms, storedTerms } from './model/terms.ts'
import { keepWaiting, waitingNews } from './model/waiting-news.ts'

/** A person with what they asked for and confirmed; undefined once they are gone. */
export async function confirmedAlertsOf(
  records: Records,
  personId: string,
): Promise<{ readonly person: Person; readonly alerts: readonly Alert[] } | undefined> {
  const person = await personById(records.db, records.keys, personId)
  if (!person) return undefined
  const alerts = await alertsOfPerson(records.db, person)
  return { person, alerts: alerts.filter(({ confirmedAt }) => confirmedAt !== null) }
}

/** Which alert of which person, and when it is changed. */
export interface AlertKey {
  readonly personId: string
  readonly alertId: string
  readonly now: Date
}

/**
 * Changes where, for whom, of what and how often. What waited to be told was found for the old terms and is
 * not told, unless only the frequency changed. Answers whether there is such an alert.
 */
export async function changeAlert(
  records: Records,
  key: AlertKey,
  terms: Omit<AlertTerms, 'search' | 'said'>,
): Promise<boolean> {
  return records.write(async (tx) => {
    const person = await personById(tx, records.keys, key.personId)
    const before = person ? await alertsOfPerson(tx, person) : []
    const alert = before.find(({ id }) => id === key.alertId)
    if (!person || !alert) return false
    const { search, said } = alert
    const after = { ...terms, search, ...(said !== undefined && { said }) }
    if (onlyFrequencyDiffers(alert, after)) await changeUrgency(tx, person, key, terms.frequency)
    else await dropWaiting(tx, person, key)
    const terms_sealed = sealTerms(person, key.alertId, after)
    return update(tx, key, 'subscription.changed', { terms_sealed })
  })
}

/** A paused alert finds nothing, and what waited to be told is not told. Answers whether there is such an alert. */
export async function pauseAlert(records: Records, key: AlertKey): Promise<boolean> {
  return records.write(async (tx) => {
    await dropWaiting(tx, await personById(tx, records.keys, key.personId), key)
    const paused_at = key.now.toISOString()
    return update(tx, key, 'subscription.paused', { paused_at })
  })
}

/** A paused alert finds news again, from now on. Answers whether there is such an alert. */
export async function resumeAlert(records: Records, key: AlertKey): Promise<boolean> {
  return records.write((tx) => update(tx, key, 'subscription.resumed', { paused_at: null }))
}

/** Deletes an alert with what waits only for it. Answers whether there was one. */
export async function deleteAlert(records: Records, key: AlertKey): Promise<boolean> {
  return records.write(async (tx) => {
    await dropWaiting(tx, await personById(tx, records.keys, key.personId), key)
    const deleted = await tx
      .deleteFrom('subscription')
      .where('person_id', '=', key.personId)
      .where('id', '=', key.alertId)
      .returning('id')
      .execute()
    if (deleted.length === 0) return false
    await note(tx, key, 'subscription.deleted')
    return true
  })
}

/** In which language a person is written to, and whether subject lines may name what they asked for. */
export async function changePerson(
  records: Records,
  personId: string,
  { language, namesTopic }: Pick<Person, 'language' | 'namesTopic'>,
): Promise<void> {
  await records.write((tx) =>
    tx
      .updateTable('person')
      .set({ language, names_topic: namesTopic ? 1 : 0 })
      .where('id', '=', personId)
      .execute(),
  )
}

function onlyFrequencyDiffers(alert: AlertTerms, terms: AlertTerms): boolean {
  const of = (one: AlertTerms): string =>
    JSON.stringify({ ...storedTerms(one), frequency: undefined })
  return of(alert) === of(terms)
}

/** What only this alert found goes out as often as it does now. */
async function changeUrgency(
  tx: Tx,
  person: Person,
  { alertId }: AlertKey,
  frequency: Frequency,
): Promise<void> {
  for (const { mark, foundBy } of await waitingNews(tx, person))
    if (foundBy.every((id) => id === alertId))
      await tx
        .updateTable('news')
        .set({ urgency: urgencyOf[frequency] })
        .where('person_id', '=', person.id)
        .where('mark', '=', mark)
        .execute()
}

async function update(
  tx: Tx,
  key: AlertKey,
  action: AuditAction,
  columns: { readonly terms_sealed: Uint8Array } | { readonly paused_at: string | null },
): Promise<boolean> {
  const updated = await tx
    .updateTable('subscription')
    .set(columns)
    .where('person_id', '=', key.personId)
    .where('id', '=', key.alertId)
    .where('confirmed_at', 'is not', null)
    .returning('id')
    .execute()
  if (updated.length > 0) await note(tx, key, action)
  return updated.length > 0
}

async function note(tx: Tx, { alertId, now }: AlertKey, action: AuditAction): Promise<void> {
  await audit(tx, { at: now, actor: 'person', action, subject: `subscription/${alertId}` })
}

/** What waits and only this alert found is not told; what another found too still is. */
async function dropWaiting(tx: Tx, person: Person | undefined, { alertId }: AlertKey) {
  if (!person) return
  const left = (await waitingNews(tx, person)).map((one) => ({
    ...one,
    foundBy: one.foundBy.filter((id) => id !== alertId),
  }))
  for (const { mark } of left.filter(({ foundBy }) => foundBy.length === 0))
    await tx
      .deleteFrom('news')
      .where('person_id', '=', person.id)
      .where('mark', '=', mark)
      .where('digest_id', 'is', null)
      .execute()
  await keepWaiting(
    tx,
    person,
    left.filter(({ foundBy }) => foundBy.length > 0),
  )
}
