import assert from 'node:assert/strict'
import { onEachStore } from '../../../testing/test-records.ts'
import {
  isSuppressed,
  morning,
  openTestServer,
  outbox,
  postTo,
  queueTo,
  sending,
} from '../../../testing/test-mail.ts'
import { RecordsAway, RecordsBusy } from '../../records/model/faults.ts'
import type { Records } from '../../records/model/records.ts'
import { sendDue } from '../delivery/sender.ts'
import type { SendOutcomeKind } from './outcome.ts'
import { allStreams } from './streams.ts'
import { takeDue } from './take-due.ts'
import { openOutcomeWriter } from './write-outcomes.ts'

const options = { holder: 'test', now: () => morning, random: () => 0 }
const resultOf = (id: string, kind: SendOutcomeKind) => ({
  mail: { id, attempts: 1, createdAt: morning },
  outcome: { kind },
})

/** These records, as they are while another process writes: busy for the next so many writes. */
function busyFor(
  records: Records,
  times: number,
  fault: Error = new RecordsBusy('Another process has been writing for too long.'),
) {
  const writes = { light: 0, durable: 0 }
  let left = times
  const look = (): void => {
    if (left-- > 0) throw fault
  }
  const busy: Records = {
    ...records,
    write: async (work) => {
      writes.durable++
      look()
      return records.write(work)
    },
    writeLightly: async (work) => {
      writes.light++
      look()
      return records.writeLightly(work)
    },
  }
  return { busy, writes }
}

async function takeAll(records: Records, addresses: readonly string[]): Promise<string[]> {
  const mails = await queueTo(records, addresses)
  const pace = { perSecond: 0, perSecondPerDomain: 0 }
  await takeDue(records, { holder: 'test', now: morning, pace, room: 100, streams: allStreams })
  return mails.map(({ id }) => id)
}

onEachStore(
  'what a mail server accepted is noted, however busy the records are',
  async (records) => {
    const [id = ''] = await takeAll(records, ['ann@one.example'])
    const { busy, writes } = busyFor(records, 3)
    assert.equal(await openOutcomeWriter(busy, options)(resultOf(id, 'accepted')), 'sent')
    assert.equal(writes.light + writes.durable, 4)
    assert.equal(writes.light, records.kind === 'sqlite' ? 4 : 0)
    const row = (await outbox(records)).get(id)
    assert.deepEqual([row?.state, row?.lease_holder, row?.letter_sealed], ['sent', null, null])
  },
)

onEachStore(
  'what a mail server accepted is noted when the database that went away is back',
  async (records) => {
    const [id = ''] = await takeAll(records, ['ann@one.example'])
    const { busy } = busyFor(records, 2, new RecordsAway('away'))
    const write = openOutcomeWriter(busy, { ...options, patience: { mostMs: 60_000 } })
    assert.equal(await write(resultOf(id, 'accepted')), 'sent')
    assert.equal((await outbox(records)).get(id)?.state, 'sent')
  },
)

onEachStore('a sender among busy records sends each mail once', async (records, t) => {
  const server = await openTestServer(t)
  await queueTo(records, ['ann@one.example', 'ben@two.example'])
  // The taking of the mails, and then the notes of what was sent.
  const { busy } = busyFor(records, 4)
  const counts = await sendDue(busy, postTo(server.port), sending())
  assert.deepEqual([counts.sent, server.received.length], [2, 2])
})

onEachStore(
  'records that stay busy are a fault, and the mails stay as they are',
  async (records) => {
    const [id = ''] = await takeAll(records, ['ann@one.example'])
    const { busy } = busyFor(records, 10)
    const write = openOutcomeWriter(busy, options)
    await assert.rejects(write(resultOf(id, 'accepted')), RecordsBusy)
    assert.equal((await outbox(records)).get(id)?.state, 'sending')
    // Each is asked for again, so it is not the writer that is broken.
    assert.equal(await write(resultOf(id, 'accepted')), 'sent')
  },
)

onEachStore('mails that end while one is written are written together', async (records) => {
  const addresses = Array.from({ length: 20 }, (_, index) => `p${index}@d${index}.example`)
  const ids = await takeAll(records, addresses)
  const { busy, writes } = busyFor(records, 0)
  const write = openOutcomeWriter(busy, options)
  const states = await Promise.all(
    ids.map((id, index) => write(resultOf(id, index % 2 === 0 ? 'accepted' : 'deferred'))),
  )
  assert.deepEqual(states.slice(0, 4), ['sent', 'queued', 'sent', 'queued'])
  assert.equal(writes.light + writes.durable, 2)
})

onEachStore('that an address is suppressed outlives a power cut', async (records) => {
  const [id = ''] = await takeAll(records, ['ann@one.example'])
  const { busy, writes } = busyFor(records, 0)
  assert.equal(await openOutcomeWriter(busy, options)(resultOf(id, 'no-mailbox')), 'failed')
  assert.deepEqual(writes, { light: 0, durable: 1 })
  assert.equal(await isSuppressed(records, 'ann@one.example'), true)
})
