import assert from 'node:assert/strict'
import type { Actor } from '../../../people/accounts/model/actor.ts'
import type { Records } from '../../../people/records/model/records.ts'
import { peopleBase } from '../../../testing/test-alerts.ts'
import { countedQueries } from '../../../testing/counted-queries.ts'
import { onEachStore } from '../../../testing/test-records.ts'
import {
  enrolTestChild,
  openTestStudy,
  recordTestFacts,
  runNow,
  runSite,
  runStudy,
  screenedChild,
} from '../../../testing/test-study.ts'
import { renewOutlooks } from '../derived/renew-outlooks.ts'
import { signFor } from '../record/sign.ts'
import { countToday, todayOf } from './today.ts'

const dose = { item: 'injection', value: '28', unit: 'mg', at: '2026-11-24T22:00+01:00' } as const

async function groupsAt(records: Records, actor: Actor, day: string): Promise<readonly string[]> {
  const now = new Date(`${day}T09:00:00Z`)
  await renewOutlooks(records, { holder: 'test', now: () => now })
  const { things } = await todayOf(records.db, actor, { days: 7 }, now)
  return things.map(({ group, line }) => `${group} ${line.node}`)
}

onEachStore(
  'what is due, overdue, on hold or to be signed is told to who may see the participant, and to nobody else',
  async (records) => {
    const { coordinator, investigator, stranger, monitor, statistician } =
      await openTestStudy(records)
    const id = await enrolTestChild(records, coordinator)
    await recordTestFacts(records, coordinator.actor, id, screenedChild())
    assert.deepEqual(await groupsAt(records, coordinator.actor, '2026-11-26'), ['signature yes'])
    const { facts } = await records.db
      .selectFrom('participant')
      .select('facts')
      .executeTakeFirstOrThrow()
    const ask = { participantId: id, meaning: 'eligibility', seen: Number(facts) } as const
    const signed = await signFor(peopleBase(records), investigator.actor, ask, runNow)
    assert.equal(signed.kind, 'done')
    assert.deepEqual(await groupsAt(records, monitor.actor, '2026-11-26'), ['give anakinra'])
    const given = { ...dose, at: '2026-11-26T10:30+01:00' }
    const soon = new Date(runNow.getTime() + 3_600_000)
    await recordTestFacts(records, coordinator.actor, id, [given], soon)
    // The dose of the day after asks for a temperature first.
    assert.deepEqual(await groupsAt(records, coordinator.actor, '2026-11-27'), ['held anakinra'])
    const day30 = await groupsAt(records, coordinator.actor, '2026-12-25')
    assert.ok(day30.includes('due D30'), day30.join())
    const later = await groupsAt(records, coordinator.actor, '2026-12-26')
    assert.ok(later.includes('overdue D30'), later.join())
    for (const { actor } of [stranger, statistician])
      assert.deepEqual(await groupsAt(records, actor, '2026-12-26'), [])
  },
)

onEachStore(
  'the clocks of a serious event are shown first, by what is left of each',
  async (records) => {
    const { coordinator, manager } = await openTestStudy(records)
    const id = await enrolTestChild(records, coordinator)
    const event = {
      item: 'adverseEvent',
      value: 'fever',
      at: '2026-11-25T22:00+01:00',
      details: {
        serious: 'lifeThreatening',
        related: true,
        expected: false,
        sponsorAware: '2026-11-26',
      },
    }
    await recordTestFacts(records, coordinator.actor, id, [...screenedChild(), dose, event])
    const { things, counts } = await todayOf(records.db, manager.actor, { days: 7 }, runNow)
    const clocks = things.filter(({ group }) => group === 'clock')
    assert.equal(things[0]?.group, 'clock')
    assert.equal(counts.clock, clocks.length)
    const due = clocks.find(({ line }) => line.details.clock === 'due')
    assert.equal(due?.line.details.due, '2026-12-03')
    assert.equal(due?.line.dueAt, '2026-12-03T23:00:00Z')
  },
)

onEachStore(
  'a study, a site and a kind narrow it, and the number of queries does not grow with the participants',
  async (records) => {
    const { coordinator, monitor } = await openTestStudy(records)
    const counted = countedQueries(records.db)
    const queries = async (): Promise<number> => {
      const before = counted.count()
      await todayOf(counted.db, monitor.actor, { days: 7 }, runNow)
      return counted.count() - before
    }
    const first = await queries()
    for (const name of ['A B', 'C D', 'E F']) {
      const id = await enrolTestChild(records, coordinator, name)
      await recordTestFacts(records, coordinator.actor, id, screenedChild())
    }
    assert.equal(await queries(), first)
    const ask = async (more: object): Promise<number> =>
      (await todayOf(records.db, monitor.actor, { days: 7, ...more }, runNow)).things.length
    assert.equal(await ask({}), 3)
    assert.equal(await ask({ study: runStudy, site: runSite, group: 'signature' }), 3)
    assert.equal(await ask({ site: 'ffffffffff' }), 0)
    assert.equal(await ask({ study: 'NCT00000001' }), 0)
    assert.equal(await ask({ group: 'missed' }), 0)
    assert.equal(await countToday(records.db, monitor.actor, runNow), 3)
  },
)

onEachStore('what was worked out too long ago is said', async (records) => {
  const { coordinator } = await openTestStudy(records)
  const id = await enrolTestChild(records, coordinator)
  const staleAt = async (now: Date) =>
    (await todayOf(records.db, coordinator.actor, { days: 7 }, now)).stale
  assert.deepEqual(await staleAt(runNow), { count: 1, since: null })
  await recordTestFacts(records, coordinator.actor, id, screenedChild())
  assert.equal(await staleAt(runNow), undefined)
  const tomorrow = new Date(runNow.getTime() + 24 * 3_600_000)
  assert.deepEqual(await staleAt(tomorrow), { count: 1, since: runNow.toISOString() })
})
