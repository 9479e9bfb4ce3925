import assert from 'node:assert/strict'
import { onEachStore } from '../../testing/test-records.ts'
import {
  address,
  peopleBase,
  outbox,
  pressConfirm,
  confirmLinkOf,
} from '../../testing/test-alerts.ts'
import { erasePerson } from '../records/persons.ts'
import { answerAsks as answerAny, keepAsk } from '../asks/asks.ts'
import type { PeopleBase } from '../asks/people-base.ts'
import { type AlertAsk, alertAskTakers } from './alert-asks.ts'

const start = new Date('2026-11-25T10:00:00.000Z')
const answerAsks = (base: PeopleBase, now: Date) => answerAny(base, alertAskTakers, now)
const later = (hours: number): Date => new Date(start.getTime() + hours * 3_600_000)

const alertFor = (email: string, q = 'asthma'): AlertAsk => ({
  kind: 'alert',
  address: address(email),
  language: 'fr',
  terms: { search: { q }, events: 1, frequency: 'daily' },
})

const linkFor = (email: string): AlertAsk => ({
  kind: 'link',
  address: address(email),
  today: '2026-11-25',
})

onEachStore(
  'what is asked is kept sealed, the same for every address, and dealt with later',
  async (records) => {
    const base = peopleBase(records)
    await keepAsk(base, alertFor('Ann@example.org'), start)
    await keepAsk(base, linkFor('Ann@example.org'), start)
    const rows = await records.db.selectFrom('ask').selectAll().execute()
    assert.equal(rows.length, 2)
    assert.equal(new Set(rows.map(({ sealed }) => sealed.length)).size, 1)
    for (const { sealed } of rows)
      assert.doesNotMatch(Buffer.from(sealed).toString('latin1'), /asthma|example/)
    assert.deepEqual(await records.db.selectFrom('person').select('id').execute(), [])
    assert.equal(await answerAsks(base, later(1)), 2)
    assert.equal(await answerAsks(base, later(1)), 0)
    const [mail, ...more] = await outbox(records)
    assert.deepEqual([mail?.to, mail?.letter?.language, more.length], ['Ann@example.org', 'fr', 0])
    const kept = await records.db.selectFrom('subscription').select('requested_at').execute()
    assert.deepEqual(kept, [{ requested_at: start.toISOString() }])
  },
)

onEachStore('several that deal with it at once do it once', async (records) => {
  const base = peopleBase(records)
  for (let at = 0; at < 20; at++) await keepAsk(base, alertFor(`p${at}@example.org`), start)
  const answered = await Promise.all([1, 2, 3].map(() => answerAsks(base, later(1))))
  assert.equal(
    answered.reduce((sum, count) => sum + count, 0),
    20,
  )
  assert.equal((await outbox(records)).length, 20)
})

onEachStore(
  'for one mailbox asked by many at once, the mails are counted together',
  async (records) => {
    const base = peopleBase(records)
    for (let at = 0; at < 40; at++)
      await keepAsk(base, alertFor(`ann+${at}@example.org`, `word ${at}`), start)
    await Promise.all([1, 2, 3].map(() => answerAsks(base, later(1))))
    assert.equal((await outbox(records)).length, 1)
    await keepAsk(base, alertFor('ann@example.org', 'mine'), later(1))
    assert.equal((await outbox(records)).at(-1)?.to, 'ann@example.org')
  },
)

onEachStore(
  'what does not open stays, holds up nothing else, and goes after two days',
  async (records) => {
    const base = peopleBase(records)
    await keepAsk(base, alertFor('ann@example.org'), start)
    await records.write((tx) =>
      tx
        .updateTable('ask')
        .set({ sealed: new Uint8Array(40) })
        .execute(),
    )
    await keepAsk(base, alertFor('ben@example.org'), later(1))
    assert.equal(await answerAsks(base, later(1)), 1)
    const left = () => records.db.selectFrom('ask').select('id').execute()
    assert.equal((await left()).length, 1)
    await answerAsks(base, later(49))
    assert.deepEqual(await left(), [])
  },
)

onEachStore('the way to one’s alerts is mailed once a day to who has some', async (records) => {
  const base = peopleBase(records)
  await keepAsk(base, alertFor('ann@example.org'), start)
  await pressConfirm(records, await confirmLinkOf(records, 'ann@example.org'), start)
  for (const email of [
    'ann@example.org',
    'ANN@example.org',
    'ann+x@example.org',
    'ben@example.org',
  ])
    await keepAsk(base, linkFor(email), later(1))
  const mails = (await outbox(records)).filter(({ messageId }) => messageId.startsWith('<manage'))
  assert.deepEqual(
    mails.map(({ to }) => to),
    ['ann@example.org'],
  )
})

onEachStore('an erased person’s asks and counts are erased as well', async (records) => {
  const base = peopleBase(records)
  await keepAsk(base, alertFor('ann@example.org'), start)
  await answerAsks(base, start)
  await keepAsk(base, alertFor('ann@example.org', 'vasculitis'), start)
  const { id } = await records.db.selectFrom('person').select('id').executeTakeFirstOrThrow()
  await records.write((tx) => erasePerson(tx, id))
  for (const table of ['ask', 'asked_mail', 'person', 'mail'] as const)
    assert.deepEqual(await records.db.selectFrom(table).selectAll().execute(), [], table)
})
