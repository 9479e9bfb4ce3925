import assert from 'node:assert/strict'
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
import { signFor } from '../record/sign.ts'
import { type ListStage, listParticipants, listStages } from './participants-list.ts'

const dose = { item: 'injection', value: '28', unit: 'mg', at: '2026-11-26T09:30+01:00' } as const

onEachStore(
  'participants are listed by number with how far they have come, what comes next and how much is open',
  async (records) => {
    const { coordinator, investigator, monitor, stranger } = await openTestStudy(records)
    const { actor } = coordinator
    await enrolTestChild(records, coordinator, 'A B')
    const screened = await enrolTestChild(records, coordinator, 'C D')
    const before = await recordTestFacts(records, actor, screened, screenedChild())
    const ask = {
      participantId: screened,
      meaning: 'eligibility',
      seen: before.facts.length,
    } as const
    await signFor(peopleBase(records), investigator.actor, ask, runNow)
    const treated = await enrolTestChild(records, coordinator, 'E F')
    await recordTestFacts(records, actor, treated, [...screenedChild(), dose])
    const left = await enrolTestChild(records, coordinator, 'G H')
    const gone = { item: 'consentWithdrawn', value: 'by the mother', at: '2026-11-25T09:00+01:00' }
    await recordTestFacts(records, actor, left, [...screenedChild(), gone])
    const { rows, total } = await listParticipants(records.db, monitor.actor, { page: 1 })
    assert.equal(total, 4)
    assert.deepEqual(
      rows.map(({ number, stage }) => [number, stage]),
      [
        ['01-001', 'screening'],
        ['01-002', 'signed'],
        ['01-003', 'treatment'],
        ['01-004', 'ended'],
      ],
    )
    const third = rows[2]
    assert.equal(third?.next?.kind, 'dose')
    assert.ok((third?.questions ?? 0) > 0)
    const numbers = async (more: object): Promise<readonly string[]> => {
      const found = await listParticipants(records.db, monitor.actor, { page: 1, ...more })
      return found.rows.map(({ number }) => number)
    }
    for (const [index, stage] of (['screening', 'signed', 'treatment'] as ListStage[]).entries())
      assert.deepEqual(await numbers({ stage }), [`01-00${index + 1}`])
    assert.deepEqual(await numbers({ number: '01-003' }), ['01-003'])
    assert.deepEqual(await numbers({ number: '02' }), [])
    assert.equal((await numbers({ study: runStudy, site: runSite })).length, 4)
    const others = await listParticipants(records.db, stranger.actor, { page: 7 })
    assert.deepEqual([others.total, others.page], [0, 1])
    assert.equal(listStages.length, 5)
  },
)

onEachStore(
  'a list asks the database as often for many participants as for one',
  async (records) => {
    const { coordinator, monitor } = await openTestStudy(records)
    const counted = countedQueries(records.db)
    const queries = async (): Promise<number> => {
      const before = counted.count()
      await listParticipants(counted.db, monitor.actor, { page: 1 })
      return counted.count() - before
    }
    await enrolTestChild(records, coordinator, 'A B')
    const first = await queries()
    for (const name of ['C D', 'E F', 'G H']) await enrolTestChild(records, coordinator, name)
    assert.equal(await queries(), first)
  },
)
