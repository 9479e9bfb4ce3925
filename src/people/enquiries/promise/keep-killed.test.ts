import assert from 'node:assert/strict'
import { killedBefore, untilDone } from '../../../testing/killed-writes.ts'
import { peopleBase } from '../../../testing/test-alerts.ts'
import {
  atSite,
  happens,
  knowsAsked,
  promised,
  promiseMails,
} from '../../../testing/test-promises.ts'
import { onEachStore } from '../../../testing/test-records.ts'
import type { Records } from '../../records/model/records.ts'
import { keepPromises } from './keep.ts'

const asked = new Date('2026-11-16T09:00:00Z')
const hoursLater = (hours: number): Date => new Date(asked.getTime() + hours * 3_600_000)

/** Five weeks of two enquiries, one that nobody answers; answers all mails that were made. */
async function fiveWeeks(records: Records, keep: (now: Date) => Promise<unknown>) {
  await atSite(records, 'coordinator@site.example', 'coordinator', { now: asked })
  await atSite(records, 'manager@site.example', 'manager', { now: asked, site: null })
  await promised(records, { from: 'mother@home.example', now: asked })
  const { id } = await promised(records, { from: 'father@home.example', now: asked })
  for (let hours = 0; hours <= 24 * 35; hours += 7) {
    if (hours === 28) await happens(records, id, 'contacted', { now: hoursLater(hours) })
    await keep(hoursLater(hours))
  }
  const mails = await promiseMails(records)
  const said = mails.map(({ to, subject, at }) => `${at} ${to} ${subject.replace(/TW-\w+/, 'TW')}`)
  return said.toSorted()
}

/** The same mails as without any kill, each once: what was made, for whom and when. */
const expected = new Map<Records['kind'], string[]>()

onEachStore('five weeks of promises, as they are when nothing is in the way', async (records) => {
  const keep = (now: Date) => keepPromises(peopleBase(records), now, { studyOf: knowsAsked })
  const said = await fiveWeeks(records, keep)
  // 2 at first to each side, 2 reminders, late, 3 weeks of 3 mails, the end; and one change.
  assert.equal(said.length, 2 + 2 + 2 + 1 + 9 + 1 + 1)
  expected.set(records.kind, said)
})

onEachStore(
  'killed before every query in turn, promises are kept all the same, and nothing is told twice',
  async (records) => {
    let kills = 0
    const keep = async (now: Date): Promise<void> => {
      // Before the first query, before the second, and so on, until one transaction comes through after another.
      let survived = 0
      const broken = killedBefore(records, (query) => query > survived && survived++ >= 0)
      kills += await untilDone(() => keepPromises(peopleBase(broken), now, { studyOf: knowsAsked }))
    }
    assert.deepEqual(await fiveWeeks(records, keep), expected.get(records.kind))
    assert.ok(kills > 100, `${kills} kills`)
  },
)

onEachStore('two servers that keep promises at once tell nobody twice', async (records) => {
  const keep = (now: Date) =>
    Promise.all([1, 2].map(() => keepPromises(peopleBase(records), now, { studyOf: knowsAsked })))
  assert.deepEqual(await fiveWeeks(records, keep), expected.get(records.kind))
})
