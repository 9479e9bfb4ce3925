import type { ExpressionBuilder, Selectable } from 'kysely'
import { audit } from '../audit/append.ts'
import type { AuditAction } from '../audit/actions.ts'
import { type Person, personById } from '../records/persons.ts'
import type { Records, Tx } from '../records/model/records.ts'
import type { Tables } from '../records/model/tables.ts'
import { type Alert, type Frequency, urgencyOf, type Wish, wishColumns } from './model/alert.ts'
import { alertsOfPerson } from './model/alerts-of.ts'
import { forgetSearches } from './keep-search.ts'

/** A person with what they asked for and confirmed; undefined once they are gone. */
export async function alertsPageOf(
  records: Records,
  personId: string,
): Promise<{ readonly person: Person; readonly alerts: readonly Alert[] } | undefined> {
  const person = await personById(records.db, records.keys, personId)
  if (!person) return undefined
  const alerts = await alertsOfPerson(records.db, personId)
  return { person, alerts: alerts.filter(({ confirmedAt }) => confirmedAt !== null) }
}

/** Which alert of which person, and when it is changed. */
export interface Which {
  readonly personId: string
  readonly alertId: string
  readonly now: Date
}

/**
 * Changes where, for whom, of what and how often. What waited to be told was found for the old wish and is
 * not told, unless only the pace changed. The answer of these is whether there is such an alert.
 */
export async function changeAlert(
  records: Records,
  which: Which,
  wish: Omit<Wish, 'search'>,
): Promise<boolean> {
  return records.write(async (tx) => {
    const before = await alertsOfPerson(tx, which.personId)
    const alert = before.find(({ id }) => id === which.alertId)
    if (!alert) return false
    if (onlyPaceDiffers(alert, wish)) await changeUrgency(tx, which, wish.frequency)
    else await dropWaiting(tx, which)
    return update(tx, which, 'subscription.changed', wishColumns(wish))
  })
}

/** A paused alert finds nothing, and what waited to be told is not told. */
export async function pauseAlert(records: Records, which: Which): Promise<boolean> {
  return records.write(async (tx) => {
    await dropWaiting(tx, which)
    const paused_at = which.now.toISOString()
    return update(tx, which, 'subscription.paused', { paused_at })
  })
}

export async function resumeAlert(records: Records, which: Which): Promise<boolean> {
  return records.write((tx) => update(tx, which, 'subscription.resumed', { paused_at: null }))
}

export async function deleteAlert(records: Records, which: Which): Promise<boolean> {
  return records.write(async (tx) => {
    await dropWaiting(tx, which)
    const deleted = await tx
      .deleteFrom('subscription')
      .where('person_id', '=', which.personId)
      .where('id', '=', which.alertId)
      .returning('saved_search_id')
      .execute()
    if (deleted.length === 0) return false
    await forgetSearches(
      tx,
      deleted.map(({ saved_search_id }) => saved_search_id),
    )
    await note(tx, which, 'subscription.deleted')
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

function onlyPaceDiffers(alert: Alert, wish: Omit<Wish, 'search'>): boolean {
  const of = (one: Omit<Wish, 'search'>): string =>
    JSON.stringify({ ...wishColumns(one), frequency: undefined })
  return of(alert) === of(wish)
}

async function changeUrgency(tx: Tx, { personId, alertId }: Which, pace: Frequency): Promise<void> {
  await tx
    .updateTable('news')
    .set({ urgency: urgencyOf[pace] })
    .where('person_id', '=', personId)
    .where('digest_id', 'is', null)
    .where('found_by', '=', alertId)
    .execute()
}

async function update(
  tx: Tx,
  which: Which,
  action: AuditAction,
  columns: Partial<ReturnType<typeof wishColumns>> & { paused_at?: string | null },
): Promise<boolean> {
  const updated = await tx
    .updateTable('subscription')
    .set(columns)
    .where('person_id', '=', which.personId)
    .where('id', '=', which.alertId)
    .where('confirmed_at', 'is not', null)
    .returning('id')
    .execute()
  if (updated.length > 0) await note(tx, which, action)
  return updated.length > 0
}

async function note(tx: Tx, { alertId, now }: Which, action: AuditAction): Promise<void> {
  await audit(tx, { at: now, actor: 'person', action, subject: `subscription/${alertId}` })
}

/** What waits and only this alert found is not told; what another found too still is. */
async function dropWaiting(tx: Tx, { personId, alertId }: Which): Promise<void> {
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
