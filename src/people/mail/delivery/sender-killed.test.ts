import assert from 'node:assert/strict'
import { fork, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { onEachPlace } from '../../../testing/test-records.ts'
import { openRecords } from '../../records/open-records.ts'
import { outbox, queueTo } from '../../../testing/test-mail.ts'
import { sized } from '../../../testing/sized.ts'

const kills = sized(3, 10)
const mails = sized(100, 400)

onEachPlace(
  'a sender that is killed again and again loses no mail, and repeats one at most each time',
  async (options, t) => {
    const records = await openRecords(options)
    const addresses = Array.from({ length: mails }, (_, index) => `p${index}@d${index % 9}.example`)
    const queued = await queueTo(records, addresses, { now: new Date() })
    const server = fork(join(import.meta.dirname, '../../../testing/children/smtp-server.ts'))
    t.after(() => server.kill('SIGKILL'))
    const [port] = (await once(server, 'message')) as [number]
    // The lease of a killed sender is over a minute later, and its mails are free after another.
    const start = (aheadMs: number) =>
      fork(join(import.meta.dirname, '../../../testing/children/sender.ts'), [
        JSON.stringify({ options, port, aheadMs: [aheadMs, aheadMs + 61_000] }),
      ])
    for (let time = 0; time < kills; time++) {
      // Each begins after the lease and the grace of the one before.
      const child = start(time * 125_000)
      const begun = await receivedBy(server)
      while ((await receivedBy(server)) < begun + 8) await wait(5)
      child.kill('SIGKILL')
      await once(child, 'exit')
    }
    const last = start(kills * 125_000)
    await once(last, 'exit')
    const states = [...(await outbox(records)).values()].map(({ state }) => state)
    assert.ok(states.every((state) => state === 'sent'))
    const received = await listOf(server)
    assert.deepEqual(new Set(received), new Set(queued.map(({ messageId }) => messageId)))
    const repeats = received.length - mails
    t.diagnostic(`${kills} kills, lost 0, repeats ${repeats}`)
    assert.ok(repeats <= kills, `${repeats} repeats after ${kills} kills`)
    await records.close()
  },
)

onEachPlace('three sender processes at once send every mail once', async (options, t) => {
  const records = await openRecords(options)
  const addresses = Array.from({ length: mails }, (_, index) => `p${index}@d${index % 9}.example`)
  const queued = await queueTo(records, addresses, { now: new Date() })
  const server = fork(join(import.meta.dirname, '../../../testing/children/smtp-server.ts'))
  t.after(() => server.kill('SIGKILL'))
  const [port] = (await once(server, 'message')) as [number]
  const given = JSON.stringify({ options, port, aheadMs: [0] })
  const senders = [1, 2, 3].map(() =>
    fork(join(import.meta.dirname, '../../../testing/children/sender.ts'), [given]),
  )
  const codes = await Promise.all(senders.map((child) => once(child, 'exit')))
  assert.deepEqual(
    codes.map(([code]) => code),
    [0, 0, 0],
  )
  const received = await listOf(server)
  assert.deepEqual(received.toSorted(), queued.map(({ messageId }) => messageId).toSorted())
  await records.close()
})

async function receivedBy(server: ChildProcess): Promise<number> {
  return (await listOf(server)).length
}

async function listOf(server: ChildProcess): Promise<string[]> {
  server.send('list')
  const [list] = (await once(server, 'message')) as [string[]]
  return list
}
