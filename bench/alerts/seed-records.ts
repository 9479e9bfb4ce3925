import { createHash } from 'node:crypto'
import type { AlertTerms } from '../../src/people/alerts/model/alert.ts'
import { sealTerms } from '../../src/people/alerts/model/terms.ts'
import { canonical, type SavedSearch } from '../../src/people/alerts/model/saved-search.ts'
import { readMailAddress } from '../../src/people/records/address.ts'
import type { Keys } from '../../src/people/records/model/keys.ts'
import type { Records } from '../../src/people/records/model/records.ts'
import { insertRows } from '../../src/people/records/model/rows.ts'
import { seal } from '../../src/people/records/model/seal.ts'
import type { Tables } from '../../src/people/records/model/tables.ts'
import { seed } from '../setup.ts'
import { draw, zipf } from './draw.ts'
import type { Subjects } from './subjects.ts'
import { alertsOfPerson, wishesFrom } from './wishes.ts'

/** What was put into the records. */
export interface Seeded {
  readonly persons: number
  readonly subscriptions: number
  readonly savedSearches: number
  /** Searches in words among them. */
  readonly inWords: number
  readonly seconds: number
}

/** When everybody asked and confirmed. */
const askedAt = '2026-06-01T08:00:00.000Z'
/** People written in one transaction. */
const batch = 10_000

/** Fills the records with people, each with a key and a sealed address of their own, and with their alerts. */
export async function seedRecords(
  records: Records,
  subjects: Subjects,
  subscriptions: number,
  say: (text: string) => void,
): Promise<Seeded> {
  const began = performance.now()
  const wishOf = wishesFrom(subjects)
  const searches = new Set<string>()
  let persons = 0
  let made = 0
  let inWords = 0
  const spread = personIds(subscriptions)
  while (made < subscriptions) {
    const rows: Rows = { person: [], subscription: [] }
    while (rows.person.length < batch && made < subscriptions) {
      const { row, key } = personRow(persons, spread(persons), records.keys)
      persons++
      rows.person.push(row)
      const count = Math.min(alertsOfPerson(persons), subscriptions - made)
      for (let each = 0; each < count; each++) {
        const wish = wishOf(made++)
        const what = canonical(wish.search)
        if (!searches.has(what) && isInWords(wish.search)) inWords++
        searches.add(what)
        rows.subscription.push(subscriptionRow(made, { id: row.id, key }, wish))
      }
    }
    await write(records, rows)
    if (persons % (batch * 10) === 0) say(`${made} alerts of ${persons} people`)
  }
  const seconds = (performance.now() - began) / 1000
  return { persons, subscriptions: made, savedSearches: searches.size, inWords, seconds }
}

interface Rows {
  readonly person: Tables['person'][]
  readonly subscription: Tables['subscription'][]
}

async function write(records: Records, rows: Rows): Promise<void> {
  await records.writeLightly(async (tx) => {
    for (const table of ['person', 'subscription'] as const)
      for (let from = 0; from < rows[table].length; from += 5000)
        await insertRows(tx, table, rows[table].slice(from, from + 5000))
  })
}

function isInWords({ study, category }: SavedSearch): boolean {
  return study === undefined && category === undefined
}

function personRow(
  n: number,
  id: string,
  keys: Keys,
): { readonly row: Tables['person']; readonly key: Uint8Array } {
  const address = readMailAddress(`person${n}@${domainOf(n)}`)
  if (!address) throw new Error('an address of the bench is none')
  const key = new Uint8Array(createHash('sha256').update(`${seed} key ${n}`).digest())
  const { version, wrapped } = keys.wrap(id, key)
  const row: Tables['person'] = {
    id,
    lookup: keys.lookupOf(address.key),
    key_version: version,
    wrapped_key: wrapped,
    address_sealed: seal(key, `person.address/${id}`, Buffer.from(address.written)),
    language: draw('language', n) < 0.3 ? 'fr' : 'en',
    names_topic: draw('topic', n) < 0.1 ? 1 : 0,
    created_at: askedAt,
    confirmed_at: askedAt,
  }
  return { row, key }
}

function subscriptionRow(
  n: number,
  person: { readonly id: string; readonly key: Uint8Array },
  wish: AlertTerms,
): Tables['subscription'] {
  const id = idOf('subscription', n)
  return {
    person_id: person.id,
    id,
    terms_sealed: sealTerms(person, id, wish),
    requested_at: askedAt,
    confirmed_at: askedAt,
    paused_at: null,
  }
}

/** Most people's mail is with few hosts; the others have thousands. */
function domainOf(n: number): string {
  return `host${zipf(draw('domain', n), 20_000)}.example.org`
}

/** Random, and rising: written in order, which is quicker; the table is as it would be after a VACUUM. */
function personIds(most: number): (n: number) => string {
  return (n) => {
    const first = Math.floor(((n + draw('bytes', n)) / most) * 0xffff_ffff)
    return shaped(
      first.toString(16).padStart(8, '0') + idOf('person', n).replaceAll('-', '').slice(8),
    )
  }
}

/** A UUID that looks random and is the same on every run. */
function idOf(kind: string, n: number): string {
  return shaped(createHash('sha256').update(`${seed} ${kind} ${n}`).digest('hex'))
}

function shaped(hex: string): string {
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`
}
