import assert from 'node:assert/strict'
import { setTimeout as wait } from 'node:timers/promises'
import { onEachStore } from '../../../testing/test-records.ts'
import { morning, outbox, queueTo } from '../../../testing/test-mail.ts'
import type { Records } from '../../records/model/records.ts'
import { graceMs, keepLeases, leaseMs, renewLeases } from './lease.ts'
import { allStreams } from './streams.ts'
import { takeDue } from './take-due.ts'

const after = (ms: number) => new Date(morning.getTime() + ms)

/** How many mails this sender gets so many milliseconds after the morning. */
async function takenBy(records: Records, holder: string, ms: number): Promise<number> {
  const result = await takeDue(records, {
    holder,
    now: after(ms),
    pace: { perSecond: 0, perSecondPerDomain: 0 },
    room: 10,
    streams: allStreams,
  })
  return result.kind === 'taken' ? result.mails.length : 0
}

async function leaseOf(records: Records, id: string | undefined) {
  const row = (await outbox(records)).get(id ?? '')
  return row && { holder: row.lease_holder, until: row.lease_until }
}

onEachStore('a sender that died is waited for twice: its lease, and a grace', async (records) => {
  const [mail] = await queueTo(records, ['ann@one.example'])
  assert.equal(await takenBy(records, 'dead', 0), 1)
  assert.equal(await takenBy(records, 'next', leaseMs - 1), 0)
  assert.equal(await takenBy(records, 'next', leaseMs), 0)
  assert.equal((await leaseOf(records, mail?.id))?.holder, '!dead')
  assert.equal(await takenBy(records, 'next', leaseMs + graceMs - 1), 0)
  assert.equal(await takenBy(records, 'next', leaseMs + graceMs), 1)
  assert.equal((await outbox(records)).get(mail?.id ?? '')?.attempts, 2)
})

onEachStore('a sender that lives keeps its mails for as long as it has them', async (records) => {
  const [mail] = await queueTo(records, ['ann@one.example'])
  assert.equal(await takenBy(records, 'slow', 0), 1)
  let now = after(0)
  const keeper = keepLeases(records, 'slow', {
    ids: () => [mail?.id ?? ''],
    now: () => now,
    everyMs: 5,
  })
  // Ten minutes of one attempt, a quarter of the lease at a time.
  for (let ms = 0; ms <= 600_000; ms += leaseMs / 4) {
    now = after(ms)
    const until = after(ms + leaseMs).toISOString()
    while ((await leaseOf(records, mail?.id))?.until !== until) await wait(1)
    assert.equal(await takenBy(records, 'other', ms), 0)
  }
  keeper.stop()
  assert.deepEqual(await leaseOf(records, mail?.id), {
    holder: 'slow',
    until: after(600_000 + leaseMs).toISOString(),
  })
})

onEachStore('a lease that ran out, or that is not ours, is not renewed', async (records) => {
  const [mail] = await queueTo(records, ['ann@one.example'])
  const ids = [mail?.id ?? '']
  await takenBy(records, 'one', 0)
  const first = await leaseOf(records, mail?.id)
  await renewLeases(records, 'two', ids, after(1))
  await renewLeases(records, 'one', ids, after(leaseMs))
  await renewLeases(records, 'one', [], after(1))
  assert.deepEqual(await leaseOf(records, mail?.id), first)
  await renewLeases(records, 'one', ids, after(leaseMs - 1))
  assert.equal((await leaseOf(records, mail?.id))?.until, after(2 * leaseMs - 1).toISOString())
})

onEachStore('records that cannot be written end no renewing', async (records) => {
  const [mail] = await queueTo(records, ['ann@one.example'])
  await takenBy(records, 'one', 0)
  let failures = 0
  const failing: Records = {
    ...records,
    writeLightly: async (work) => {
      if (failures++ < 3) throw new Error('no')
      return records.writeLightly(work)
    },
  }
  const keeper = keepLeases(failing, 'one', {
    ids: () => [mail?.id ?? ''],
    now: () => after(30_000),
    everyMs: 5,
  })
  const until = after(30_000 + leaseMs).toISOString()
  while ((await leaseOf(records, mail?.id))?.until !== until) await wait(1)
  keeper.stop()
  assert.ok(failures > 3)
})
