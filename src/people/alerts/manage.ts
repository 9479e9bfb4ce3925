import type { ExpressionBuilder, Selectable } from 'kysely'
import { audit } from '../audit/append.ts'
import type { AuditAction } from '../audit/actions.ts'
import { type Person, personById } from '../records/persons.ts'
import type { Records, Tx } from '../records/model/records.ts'
import type { Tables } from '../records/model/tables.ts'
import {
  type Alert,
  type Frequency,
  urgencyOf,
  type AlertTerms,
  termsColumns,
} from './model/alert.ts'
import { alertsOfPerson } from './model/alerts-of.ts'
import { forgetSearches } from './keep-search.ts'

/** A person with what they asked for and confirmed; undefined once they are gone. */
export async function confirmedAlertsOf(
  records: Records,
  personId: string,
): Promise<{ readonly person: Person; readonly alerts: readonly Alert[] } | undefined> {
  const person = await personById(records.db, records.keys, personId)
  if (!person) return undefined
  const alerts = await alertsOfPerson(records.db, personId)
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
  terms: Omit<AlertTerms, 'search'>,
): Promise<boolean> {
  return records.write(async (tx) => {
    const before = await alertsOfPerson(tx, key.personId)
    const alert = before.find(({ id }) => id === key.alertId)
    if (!alert) return false
    if (onlyFrequencyDiffers(alert, terms)) await changeUrgency(tx, key, terms.frequency)
    else await dropWaiting(tx, key)
    return update(tx, key, 'subscription.changed', termsColumns(terms))
  })
}

/** A paused alert finds nothing, and what waited to be told is not told. Answers whether there is such an alert. */
export async function pauseAlert(records: Records, key: AlertKey): Promise<boolean> {
  return records.write(async (tx) => {
    await dropWaiting(tx, key)
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
    await dropWaiting(tx, key)
    const deleted = await tx
      .deleteFrom('subscription')
      .where('person_id', '=', key.personId)
      .where('id', '=', key.alertId)
      .returning('saved_search_id')
      .execute()
    if (deleted.length === 0) return false
    await forgetSearches(
      tx,
      deleted.map(({ saved_search_id }) => saved_search_id),
    )
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

function onlyFrequencyDiffers(alert: Alert, terms: Omit<AlertTerms, 'search'>): boolean {
  const of = (one: Omit<AlertTerms, 'search'>): string =>
    JSON.stringify({ ...termsColumns(one), frequency: undefined })
  return of(alert) === of(terms)
}

async function changeUrgency(
  tx: Tx,
  { personId, alertId }: AlertKey,
  frequency: Frequency,
): Promise<void> {
  await tx
    .updateTable('news')
    .set({ urgency: urgencyOf[frequency] })
    .where('person_id', '=', personId)
    .where('digest_id', 'is', null)
    .where('found_by', '=', alertId)
    .execute()
}

async function update(
  tx: Tx,
  key: AlertKey,
  action: AuditAction,
  columns: Partial<ReturnType<typeof termsColumns>> & { paused_at?: string | null },
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
async function dropWaiting(tx: Tx, { personId, alertId }: AlertKey): Promise<void> {
  const rows = await tx
    .selectFrom('news')
    .select(['nct_id', 'event_key', 'found_by'])
    .where('person_id', '=', personId)
    .where('digest_id', 'is', null)
    .where('found_by', 'like', `%${alertId}%`)
    .execute()
  for (const { nct_id, event_key, found_by } of rows) {
    const others = found_by.split(' ').filter((id) => id !== alertId)
    const key = { person_id: personId, nct_id, event_key }
    if (others.length === 0) await tx.deleteFrom('news').where(eachOf(key)).execute()
    else
      await tx
        .updateTable('news')
        .set({ found_by: others.join(' ') })
        .where(eachOf(key))
        .execute()
  }
}

type NewsKey = Pick<Selectable<Tables['news']>, 'person_id' | 'nct_id' | 'event_key'>

function eachOf(key: NewsKey) {
  return (where: ExpressionBuilder<Tables, 'news'>) => where.and(key)
}
