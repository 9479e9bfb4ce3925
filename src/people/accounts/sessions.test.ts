import assert from 'node:assert/strict'
import { test } from 'node:test'
import { peopleBase } from '../../testing/test-alerts.ts'
import { signedIn } from '../../testing/test-accounts.ts'
import { onEachStore, testNow } from '../../testing/test-records.ts'
import { isFresh } from './model/actor.ts'
import { actorOf, endSession, sessionsOf, startSession } from './sessions.ts'

const later = (days: number, ms = 0): Date => new Date(testNow.getTime() + days * 86_400_000 + ms)

onEachStore(
  'a session ends after 7 days without use, and after 30 days whatever is done',
  async (records) => {
    const cookie = bare((await signedIn(records, [])).cookie)
    assert.ok(await actorOf(records, cookie, later(7, -1)))
    // That was a use: the seven days begin again.
    for (const day of [13, 19, 25, 29])
      assert.ok(await actorOf(records, cookie, later(day)), `${day}`)
    assert.ok(await actorOf(records, cookie, later(30, -1)))
    assert.equal(await actorOf(records, cookie, later(30)), undefined)
    const idle = bare((await signedIn(records, [])).cookie)
    assert.equal(await actorOf(records, idle, later(7)), undefined)
  },
)

onEachStore(
  'a cookie that was made up, cut or changed is nobody’s, and is kept nowhere',
  async (records) => {
    const { cookie, actor } = await signedIn(records, [])
    const value = bare(cookie)
    for (const other of ['', 'x', value.slice(1), `${value}A`, value.toLowerCase(), ' '.repeat(43)])
      assert.equal(await actorOf(records, other, testNow), undefined, other)
    const rows = await records.db.selectFrom('session').selectAll().execute()
    assert.equal(rows.length, 1)
    assert.ok(!JSON.stringify(rows).includes(value))
    assert.equal(rows[0]?.id, actor.sessionId)
  },
)

onEachStore(
  'signing in again is another session, and ends the one of that browser',
  async (records) => {
    const { cookie, actor } = await signedIn(records, [])
    const elsewhere = await signedIn(records, [])
    const again = await records.write((tx) =>
      startSession(
        tx,
        peopleBase(records),
        { accountId: actor.accountId, method: 'passkey', before: bare(cookie) },
        later(1),
      ),
    )
    assert.notEqual(again.cookie, bare(cookie))
    assert.equal(await actorOf(records, bare(cookie), later(1)), undefined)
    const open = await sessionsOf(records, actor.accountId, later(1))
    assert.deepEqual(
      open.map(({ method }) => method),
      ['passkey', 'link'],
    )
    const ended = { accountId: actor.accountId, sessionId: elsewhere.actor.sessionId }
    assert.equal(await records.write((tx) => endSession(tx, ended, later(1))), true)
    assert.equal(await records.write((tx) => endSession(tx, ended, later(1))), false)
    assert.equal(await actorOf(records, bare(elsewhere.cookie), later(1)), undefined)
  },
)

onEachStore('nobody ends the session of somebody else', async (records) => {
  const one = await signedIn(records, [], 'one@example.org')
  const two = await signedIn(records, [], 'two@example.org')
  const ended = { accountId: one.actor.accountId, sessionId: two.actor.sessionId }
  assert.equal(await records.write((tx) => endSession(tx, ended, testNow)), false)
  assert.ok(await actorOf(records, bare(two.cookie), testNow))
})

test('a proof is fresh for 15 minutes, and one from a clock that went back is not', () => {
  const at = (minutes: number): string =>
    new Date(testNow.getTime() + minutes * 60_000).toISOString()
  assert.ok(isFresh({ provedAt: at(-15) }, testNow))
  assert.ok(!isFresh({ provedAt: at(-15.1) }, testNow))
  assert.ok(!isFresh({ provedAt: at(60) }, testNow))
})

function bare(cookie: string): string {
  return cookie.replace('__Host-trialway=', '')
}
