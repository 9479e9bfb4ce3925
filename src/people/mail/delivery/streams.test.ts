import assert from 'node:assert/strict'
import { test } from 'node:test'
import { onEachStore } from '../../../testing/test-records.ts'
import {
  isSuppressed,
  morning,
  openTestServer,
  outbox,
  postTo,
  queueTo,
  sending,
  someLetter,
} from '../../../testing/test-mail.ts'
import { forgetOldMail } from '../outbox/forget.ts'
import { mailFigures } from '../outbox/mail-figures.ts'
import { allStreams, type Stream, streams } from '../outbox/streams.ts'
import { suppressAddress } from '../outbox/suppression.ts'
import { sendDue } from './sender.ts'

/** A row that is in no table: to the rest of the room it is as good as any other. */
const visit: Stream = {
  name: 'visit',
  urgency: 1,
  list: 'visits',
  hasStopLink: true,
  // Who called an alert spam still hears of the visit they wait for.
  stoppedBy: ['bounce', 'operator'],
}
const all = [...allStreams, visit]
const noneQueued = Object.fromEntries(allStreams.map(({ name }) => [name, 0]))

test('a stream is found under its own name, and none is called "all"', () => {
  for (const [key, { name }] of Object.entries(streams)) assert.equal(name, key)
  assert.ok(!Object.keys(streams).includes('all'))
})

onEachStore('a new stream is sent in order of urgency, and counted', async (records, t) => {
  const server = await openTestServer(t)
  await queueTo(records, ['alert@one.example'])
  await queueTo(records, ['visit@two.example'], { stream: visit })
  await queueTo(records, ['confirm@three.example'], { stream: streams.confirmation })
  const { queued } = await mailFigures(records.db, morning, all)
  assert.deepEqual(queued, { ...noneQueued, confirmation: 1, alert: 1, visit: 1 })
  const options = sending({ streams: all })
  await sendDue(records, postTo(server.port, { connections: 1 }), options)
  assert.deepEqual(
    server.received.map(({ to }) => to.split('@')[0]),
    ['confirm', 'visit', 'alert'],
  )
  assert.match(server.received[1]?.message ?? '', /^List-Id: <visits\.trials\.example\.org>/m)
  const { sentLastDay } = await mailFigures(records.db, morning, all)
  assert.equal(sentLastDay, 3)
  const later = new Date(morning.getTime() + 402 * 86_400_000)
  await records.write((tx) => forgetOldMail(tx, later, all))
  assert.equal((await outbox(records)).size, 0)
})

onEachStore('a new stream has a stop of its own, which stops no other', async (records, t) => {
  const server = await openTestServer(t)
  const address = 'ann@one.example'
  const lookup = records.keys.lookupOf(address)
  await queueTo(records, [address], { stream: visit })
  const reason = 'operator' as const
  await records.write((tx) => suppressAddress(tx, { lookup, stream: visit, reason, now: morning }))
  assert.deepEqual(
    [...(await outbox(records)).values()].map(({ state }) => state),
    ['suppressed'],
  )
  assert.equal((await queueTo(records, [address], { stream: visit }))[0]?.queued, 'suppressed')
  assert.equal((await queueTo(records, [address]))[0]?.queued, 'queued')
  await sendDue(records, postTo(server.port), sending({ streams: all }))
  assert.equal(server.received.length, 1)
  assert.equal(await isSuppressed(records, address, visit), true)
  assert.equal(await isSuppressed(records, address, streams.alert), false)
})

onEachStore(
  'what stops a stream is in its row: queued, waiting and under way',
  async (records, t) => {
    // The first mail is held at the server until the address was suppressed.
    const begun = Promise.withResolvers<void>()
    const suppressed = Promise.withResolvers<void>()
    const server = await openTestServer(t, {
      onRcptTo: async (_to, _session, done) => {
        begun.resolve()
        await suppressed.promise
        done(null)
      },
    })
    const address = 'ann@one.example'
    const lookup = records.keys.lookupOf(address)
    await queueTo(records, ['first@one.example'], { stream: streams.confirmation })
    await queueTo(records, [address], { stream: visit })
    await queueTo(records, [address])
    const post = postTo(server.port, { connections: 1 })
    const run = sendDue(records, post, sending({ streams: all }))
    await begun.promise
    const more = await queueTo(records, [address, address], { stream: visit })
    const complaint = {
      lookup,
      stream: 'all',
      reason: 'complaint',
      now: morning,
      streams: all,
    } as const
    await records.write((tx) => suppressAddress(tx, complaint))
    assert.equal((await outbox(records)).get(more[0]?.id ?? '')?.state, 'queued')
    assert.equal((await queueTo(records, [address], { stream: visit }))[0]?.queued, 'queued')
    assert.equal((await queueTo(records, [address]))[0]?.queued, 'suppressed')
    suppressed.resolve()
    // Whether the first run still takes what was queued during it depends on how fast the database is.
    const [first, second] = [await run, await sendDue(records, post, sending({ streams: all }))]
    assert.deepEqual([first.sent + second.sent, first.suppressed + second.suppressed], [5, 1])
  },
)

onEachStore('a letter that can be stopped says how, and no other does', async (records) => {
  const stopUrl = 'https://trials.example.org/alerts/stop/x'
  const letter = { ...someLetter, stopUrl }
  const queue = queueTo(records, ['ann@one.example'], { stream: streams.confirmation, letter })
  await assert.rejects(queue, /a letter of the stream confirmation has a stop link/)
})

onEachStore(
  'mail of a stream that is not known any more is kept, and shown',
  async (records, t) => {
    const server = await openTestServer(t)
    await queueTo(records, ['ann@one.example'], { stream: visit })
    assert.equal((await sendDue(records, postTo(server.port), sending())).sent, 0)
    const { queued } = await mailFigures(records.db, morning)
    assert.deepEqual(queued, { ...noneQueued, visit: 1 })
  },
)
