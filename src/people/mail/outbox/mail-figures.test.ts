import assert from 'node:assert/strict'
import { onEachStore } from '../../../testing/test-records.ts'
import { mailFigures } from './mail-figures.ts'
import {
  morning,
  openTestServer,
  outbox,
  postTo,
  queueTo,
  reply,
  sending,
} from '../../../testing/test-mail.ts'
import { forgetOldMail } from './forget.ts'
import { retryMail } from './retry.ts'
import { streams } from './streams.ts'
import { sendDue } from '../delivery/sender.ts'

const day = 86_400_000
const after = (ms: number) => new Date(morning.getTime() + ms)

onEachStore('the outbox is told in numbers', async (records, t) => {
  const server = await openTestServer(t, {
    onRcptTo: ({ address }, _session, done) => {
      if (address.startsWith('busy')) return done(reply(450, '4.2.0 Busy'))
      return done(address.startsWith('gone') ? reply(550, '5.1.1 No') : null)
    },
  })
  await queueTo(records, ['ann@one.example', 'busy@two.example', 'gone@three.example'])
  await sendDue(records, postTo(server.port), sending())
  await queueTo(records, ['new@four.example', 'new@five.example'])
  await queueTo(records, ['ask@six.example'], { stream: streams.confirmation })
  assert.deepEqual(await mailFigures(records.db, after(60_000)), {
    queued: {
      confirmation: 1,
      crowd: 0,
      alert: 2,
      enquiry: 0,
      safety: 0,
      desk: 0,
      introduction: 0,
      watch: 0,
    },
    heldBack: { mails: 0, until: undefined },
    oldestAt: morning.toISOString(),
    sending: 0,
    retrying: 1,
    sentLastDay: 1,
    failed: { 'no-mailbox': 1 },
    suppressions: { bounce: 1, complaint: 0, operator: 0 },
    relay: { state: 'good' },
    restingDomains: 0,
  })
  assert.equal((await mailFigures(records.db, after(day + 1))).sentLastDay, 0)
})

onEachStore(
  'what failed can be tried again for a week; its letter is gone after that',
  async (records, t) => {
    let isStrict = true
    const server = await openTestServer(t, {
      onRcptTo: (_to, _session, done) => done(isStrict ? reply(550, '5.7.1 No') : null),
    })
    const [mail] = await queueTo(records, ['ann@one.example', 'ben@two.example'])
    await sendDue(records, postTo(server.port), sending())
    isStrict = false
    const retry = (failed: boolean, ids: string[], now: Date) =>
      records.write((tx) => retryMail(tx, { failed, ids, now }))
    assert.equal(await retry(false, [], after(day)), 0)
    assert.equal(await retry(false, [mail?.id ?? ''], after(day)), 1)
    const now = () => after(day)
    assert.equal((await sendDue(records, postTo(server.port), sending({ now }))).sent, 1)
    await records.write((tx) => forgetOldMail(tx, after(7 * day)))
    assert.equal([...(await outbox(records)).values()].filter((row) => row.letter_sealed).length, 1)
    await records.write((tx) => forgetOldMail(tx, after(7 * day + 1)))
    assert.equal([...(await outbox(records)).values()].filter((row) => row.letter_sealed).length, 0)
    assert.equal(await retry(true, [], after(8 * day)), 0)
    await records.write((tx) => forgetOldMail(tx, after(400 * day)))
    assert.equal((await outbox(records)).size, 2)
    await records.write((tx) => forgetOldMail(tx, after(402 * day)))
    assert.equal((await outbox(records)).size, 0)
  },
)
