import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { type TestContext, test } from 'node:test'
import type { Catalogue } from '../../../finder/catalogue/model/catalogue.ts'
import type { ChangeList } from '../../../finder/catalogue/model/changes.ts'
import {
  type ExampleStudy,
  exampleStudy,
  lyon,
  paris,
  testCatalogue,
} from '../../../testing/test-alerts.ts'
import { onEachStore, personAt } from '../../../testing/test-records.ts'
import { openFinding } from '../../records/model/findings.ts'
import type { Records } from '../../records/model/records.ts'
import { insertRows } from '../../records/model/rows.ts'
import { type Person, personById } from '../../records/persons.ts'
import type { AlertTerms } from '../model/alert.ts'
import { usualEvents } from '../model/events.ts'
import { sealTerms } from '../model/terms.ts'
import { eventListOf } from './event-list.ts'
import { type MatchedList, matchList, type MatchListOptions } from './match-list.ts'
import { matcherInThread } from './matcher.ts'

const askedAt = '2026-11-24T10:00:00.000Z'
const now = new Date('2026-11-25T08:00:00Z')
const events = usualEvents.search

const wishes: readonly AlertTerms[] = [
  { search: { category: ['heart-and-vessels'] }, events, frequency: 'daily' },
  { search: { q: 'asthma' }, events, frequency: 'weekly' },
  { search: { study: 'NCT01000002' }, events: usualEvents.study, frequency: 'at_once' },
  {
    search: { cond: 'kawasaki' },
    place: { name: 'Paris', lat: 48.85, lon: 2.35, withinKm: 50 },
    events,
    frequency: 'daily',
  },
  { search: { q: 'nothing of the kind' }, events, frequency: 'daily' },
]

/** Studies that begin to look for people. */
async function importedDay(t: TestContext): Promise<{ catalogue: Catalogue; list: ChangeList }> {
  const { take } = await testCatalogue(t)
  const study = (n: number, given: Partial<ExampleStudy>) =>
    exampleStudy({ nctId: `NCT0100000${n}`, sites: [n % 2 === 0 ? paris : lyon], ...given })
  const asthma = { condition: 'Asthma', mesh: 'Asthma' }
  const all = (given: Partial<ExampleStudy>) =>
    [0, 1, 2, 3, 4].map((n) => study(n, { ...(n % 3 === 2 && asthma), ...given }))
  await take(all({ status: 'NOT_YET_RECRUITING' }), '2026-11-20T06:00:00Z')
  const catalogue = await take(all({ updated: '2026-11-24' }), '2026-11-25T06:00:00Z')
  const name = catalogue.changeLists().at(-1)?.name ?? ''
  return { catalogue, list: (await catalogue.readChangeList(name)) ?? assert.fail() }
}

/** People with one to four alerts each. */
async function people(records: Records): Promise<readonly Person[]> {
  const all: Person[] = []
  for (let n = 0; n < 9; n++) {
    const person = await personAt(records, `person${n}@example.org`)
    const rows = Array.from({ length: 1 + (n % 4) }, (_, at) => {
      const id = randomUUID()
      const terms = wishes[(n + at) % wishes.length] ?? assert.fail()
      const when = { requested_at: askedAt, confirmed_at: askedAt, paused_at: null }
      return { person_id: person.id, id, terms_sealed: sealTerms(person, id, terms), ...when }
    })
    await records.write((tx) => insertRows(tx, 'subscription', rows))
    all.push(person)
  }
  return all
}

/** What waits to be told, person by person; nobody waits for the same twice. */
async function waiting(records: Records): Promise<readonly string[]> {
  const told: string[] = []
  for (const row of await records.db.selectFrom('finding').selectAll().execute()) {
    const person = (await personById(records.db, records.keys, row.person_id)) ?? assert.fail()
    for (const { nctId, foundBy } of openFinding(person, row))
      told.push([person.address(), nctId, ...foundBy.toSorted()].join(' '))
  }
  const { count } = await records.db
    .selectFrom('news')
    .select((all) => all.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow()
  assert.equal(told.length, Number(count))
  return told.toSorted()
}

function forget(records: Records): Promise<unknown> {
  return records.write(async (tx) => {
    for (const table of ['news', 'finding', 'matched_import'] as const)
      await tx.deleteFrom(table).execute()
  })
}

function match(
  records: Records,
  { catalogue, list }: Awaited<ReturnType<typeof importedDay>>,
  more: Partial<MatchListOptions>,
): Promise<MatchedList> {
  return matchList(records, catalogue, list, { now, newId: randomUUID, ...more })
}

onEachStore('in pages in another thread just the same is found', async (records, t) => {
  const day = await importedDay(t)
  await people(records)
  const matched = await match(records, day, {})
  const here = await waiting(records)
  assert.deepEqual([matched.subscriptions, matched.news > 9], [21, true])
  for (const pageSize of [1, 2, 5, 21]) {
    await forget(records)
    assert.deepEqual(await match(records, day, { pageSize }), matched)
    assert.deepEqual(await waiting(records), here, `${pageSize} a page`)
  }
})

onEachStore('stopped between two pages, matching goes on where it was', async (records, t) => {
  const day = await importedDay(t)
  await people(records)
  const { news } = await match(records, day, {})
  const whole = await waiting(records)
  await forget(records)
  const stop = new AbortController()
  const stopping = { pageSize: 2, signal: stop.signal, onProgress: () => stop.abort() }
  await assert.rejects(match(records, day, stopping), { name: 'AbortError' })
  const part = await waiting(records)
  assert.ok(part.length < whole.length)
  const rest = await match(records, day, { pageSize: 2 })
  assert.equal(rest.news, news - part.length)
  assert.deepEqual(await waiting(records), whole)
})

onEachStore(
  'an alert that was changed by a stranger lets nothing pass for matched',
  async (records, t) => {
    const day = await importedDay(t)
    const all = await people(records)
    const person_id = all[4]?.id ?? ''
    const ofOne = () => records.db.selectFrom('subscription').where('person_id', '=', person_id)
    const { terms_sealed } = await ofOne().select('terms_sealed').executeTakeFirstOrThrow()
    const keep = (sealed: Uint8Array) =>
      records.write((tx) =>
        tx
          .updateTable('subscription')
          .set({ terms_sealed: sealed })
          .where('person_id', '=', person_id)
          .execute(),
      )
    await keep(terms_sealed.with(20, (terms_sealed[20] ?? 0) ^ 1))
    for (const pageSize of [2, 1000])
      await assert.rejects(match(records, day, { pageSize }), /subscription.terms does not open/)
    assert.deepEqual(await records.db.selectFrom('matched_import').selectAll().execute(), [])
    await keep(terms_sealed)
    assert.equal((await match(records, day, { pageSize: 2 })).subscriptions, 21)
    await waiting(records)
  },
)

onEachStore('who goes while an import is matched is left out', async (records, t) => {
  const day = await importedDay(t)
  const all = await people(records)
  await match(records, day, {})
  const whole = await waiting(records)
  await forget(records)
  const gone = all[3] ?? assert.fail()
  let isFirst = true
  const searchAmong: Catalogue['searchAmong'] = async (...asked) => {
    // The alerts were read already.
    if (isFirst)
      await records.write((tx) => tx.deleteFrom('person').where('id', '=', gone.id).execute())
    isFirst = false
    return day.catalogue.searchAmong(...asked)
  }
  await match(records, { ...day, catalogue: { ...day.catalogue, searchAmong } }, {})
  const left = whole.filter((told) => !told.startsWith(`${gone.address()} `))
  assert.ok(left.length < whole.length)
  assert.deepEqual(await waiting(records), left)
})

test('a thread that has ended is not waited for', async (t) => {
  const { list } = await importedDay(t)
  const matching = { list: eventListOf(list), foundAt: now.toISOString(), run: randomUUID() }
  const matcher = matcherInThread(matching)
  const asked = matcher.look([])
  await matcher.close()
  await Promise.allSettled([asked])
  await assert.rejects(matcher.look([]), /thread that matches ended/)
})
