import assert from 'node:assert/strict'
import { onEachStore } from '../../../testing/test-records.ts'
import { morning, queueTo } from '../../../testing/test-mail.ts'
import type { Records } from '../../records/model/records.ts'
import { returnMails } from '../outbox/lease.ts'
import { mailFigures } from '../outbox/mail-figures.ts'
import { allStreams, streams } from '../outbox/streams.ts'
import { takeDue } from '../outbox/take-due.ts'

const after = (seconds: number) => new Date(morning.getTime() + seconds * 1000)

/** Two a second in all, one to a domain; of these three quarters for the first lane. */
const pace = {
  perSecond: 0,
  perSecondPerDomain: 0,
  asked: { perSecond: 2, perSecondPerDomain: 1 },
}

/** The mails a sender gets in a while, by the second in which it gets them. */
async function takenIn(records: Records, seconds: number, from = 0): Promise<Map<string, number>> {
  const got = new Map<string, number>()
  for (let second = from; second < from + seconds; second++)
    for (let tries = 0; tries < 3; tries++) {
      const now = after(second)
      const result = await takeDue(records, {
        holder: 'test',
        now,
        pace,
        room: 100,
        streams: allStreams,
      })
      if (result.kind !== 'taken') continue
      for (const { id } of result.mails) got.set(id, second)
    }
  return got
}

const many = (count: number, domain: string) =>
  Array.from({ length: count }, (_, at) => `p${at}@${domain}`)

onEachStore(
  'what a crowd can cause goes to one domain at its pace, and none is lost',
  async (records) => {
    const mails = await queueTo(records, many(60, 'one.example'), { stream: streams.confirmation })
    const first = await takenIn(records, 20)
    assert.ok(first.size >= 13 && first.size <= 18, `${first.size} of 15`)
    const { heldBack } = await mailFigures(records.db, after(20))
    assert.ok(heldBack.mails > 35 && heldBack.until !== undefined, JSON.stringify(heldBack))
    const rest = await takenIn(records, 80, 20)
    assert.equal(new Set([...first.keys(), ...rest.keys()]).size, mails.length)
  },
)

onEachStore('all domains together have a pace, too', async (records) => {
  const emails = Array.from({ length: 60 }, (_, at) => `p@d${at}.example`)
  await queueTo(records, emails, { stream: streams.confirmation })
  const got = await takenIn(records, 20)
  assert.ok(got.size >= 28 && got.size <= 33, `${got.size} of 30`)
})

onEachStore(
  'news is not held up by a crowd, nor is who asks for the first time',
  async (records) => {
    await queueTo(records, many(300, 'one.example'), { stream: streams.crowd })
    const news = await queueTo(records, many(80, 'one.example'), { stream: streams.alert })
    const [mine] = await queueTo(records, ['me@one.example'], { stream: streams.confirmation })
    const got = await takenIn(records, 2)
    assert.deepEqual(
      news.filter(({ id }) => got.get(id) !== 0),
      [],
    )
    assert.equal(got.get(mine?.id ?? ''), 0)
  },
)

onEachStore('a mail that is put back does not lose its place for good', async (records) => {
  const mails = await queueTo(records, many(3, 'one.example'), { stream: streams.confirmation })
  const ids = mails.map(({ id }) => id)
  const first = await takenIn(records, 1)
  await records.write((tx) => returnMails(tx, 'test', [...first.keys()]))
  const rest = await takenIn(records, 15, 1)
  assert.deepEqual([...rest.keys()].toSorted(), ids.toSorted())
})
