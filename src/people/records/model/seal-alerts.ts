import { type Kysely, sql } from 'kysely'
import { RecordsRefused } from './faults.ts'
import type { Keys } from './keys.ts'
import type { Tx } from './records.ts'
import { insertRows } from './rows.ts'
import { newsMarker, placeOfNews, placeOfTerms, sealValue } from './sealed-rows.ts'
import type { Tables } from './tables.ts'

/**
 * The part of migration 0003 that SQL cannot do: seals with each person's key what alerts ask for and what waits to be
 * told. It knows the tables of 0002 and 0003 and is never changed. Throws `RecordsRefused` where there are rows and no keys.
 */
export async function sealAlerts(db: Kysely<Tables>, keys: Keys | undefined): Promise<void> {
  const keyOf = keyReader(keys)
  for (let last: Ids = ['', '']; ;) {
    const rows = await subscriptionsAfter(db, last)
    const sealed = rows.map((row) => sealedSubscription(row, keyOf(row)))
    await insertInto(db, 'subscription_next', sealed)
    const row = rows.at(-1)
    if (!row) break
    last = [row.person_id, row.id]
  }
  for (let last: Ids = ['', '', '']; ;) {
    const rows = await newsAfter(db, last)
    await insertInto(
      db,
      'news_next',
      rows.map((row) => sealedNews(row, keyOf(row))),
    )
    const row = rows.at(-1)
    if (!row) return
    last = [row.person_id, row.nct_id, row.event_key]
  }
}

type Ids = readonly string[]

interface Wrapped {
  readonly person_id: string
  readonly key_version: number
  readonly wrapped_key: Uint8Array
}

interface OldSubscription extends Wrapped {
  readonly id: string
  readonly what: string
  readonly place: string | null
  readonly lat: number | null
  readonly lon: number | null
  readonly within_km: number | null
  readonly age_least: number | null
  readonly age_most: number | null
  readonly age_on: string | null
  readonly sex: string | null
  readonly events: number
  readonly frequency: string
  readonly requested_at: string
  readonly confirmed_at: string | null
  readonly paused_at: string | null
}

interface OldNews extends Wrapped {
  readonly nct_id: string
  readonly event_key: string
  readonly events: number
  readonly found_by: string
  readonly urgency: 0 | 1 | 2
  readonly found_at: string
  readonly digest_id: string | null
}

const pageRows = 2000

async function subscriptionsAfter(db: Kysely<Tables>, [person, id]: Ids) {
  const { rows } = await sql<OldSubscription>`
    select subscription.*, saved_search.what, person.key_version, person.wrapped_key
    from subscription
    join saved_search on saved_search.id = subscription.saved_search_id
    join person on person.id = subscription.person_id
    where (subscription.person_id, subscription.id) > (${person}, ${id})
    order by subscription.person_id, subscription.id
    limit ${sql.lit(pageRows)}`.execute(db)
  return rows
}

async function newsAfter(db: Kysely<Tables>, [person, study, event]: Ids) {
  const { rows } = await sql<OldNews>`
    select news.*, person.key_version, person.wrapped_key
    from news
    join person on person.id = news.person_id
    where (news.person_id, news.nct_id, news.event_key) > (${person}, ${study}, ${event})
    order by news.person_id, news.nct_id, news.event_key
    limit ${sql.lit(pageRows)}`.execute(db)
  return rows
}

/** Rows of a person follow each other, so the last key is mostly the one that is asked for. */
function keyReader(keys: Keys | undefined): (row: Wrapped) => Uint8Array {
  let known: { id: string; key: Uint8Array } = { id: '', key: new Uint8Array() }
  return ({ person_id: id, key_version, wrapped_key }) => {
    if (!keys) throw new RecordsRefused('These records need their keys to be brought up to date.')
    if (id !== known.id) known = { id, key: keys.unwrap(id, key_version, wrapped_key) }
    return known.key
  }
}

function sealedSubscription(row: OldSubscription, key: Uint8Array): object {
  const { person_id, id, what, place, lat, lon, within_km, age_least, age_most, age_on, sex } = row
  const terms = {
    search: what,
    ...(place !== null && { place: [place, lat, lon, within_km] }),
    ...(age_on !== null && { age: [age_least, age_most, age_on] }),
    ...(sex !== null && { sex }),
    events: row.events,
    frequency: row.frequency,
  }
  return {
    person_id,
    id,
    terms_sealed: sealValue(key, placeOfTerms(person_id, id), terms, 256),
    requested_at: row.requested_at,
    confirmed_at: row.confirmed_at,
    paused_at: row.paused_at,
  }
}

/** Of what was told only the mark is kept. */
function sealedNews(row: OldNews, key: Uint8Array): object {
  const { person_id, nct_id, event_key, events, found_by, urgency, found_at, digest_id } = row
  const mark = newsMarker(key)(nct_id, event_key)
  const what = [nct_id, event_key, events, found_by.split(' ')]
  return {
    person_id,
    mark,
    urgency,
    found_at,
    digest_id,
    what_sealed:
      digest_id === null ? sealValue(key, placeOfNews(person_id, mark), what, 128) : null,
  }
}

async function insertInto(db: Kysely<Tables>, table: string, rows: readonly object[]) {
  await insertRows(db as Tx, table as keyof Tables, rows as Tables[keyof Tables][])
}
