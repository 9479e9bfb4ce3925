import assert from 'node:assert/strict'
import { onEachStore } from '../../../testing/test-records.ts'
import {
  enrolTestChild,
  openTestStudy,
  recordTestFacts,
  runStudy,
  screenedChild,
} from '../../../testing/test-study.ts'
import { lockConcerns } from './lock-concerns.ts'

onEachStore(
  'before a lock it is said who is still treated and whose event has a clock that runs, each once',
  async (records) => {
    const { coordinator } = await openTestStudy(records)
    const { actor } = coordinator
    await enrolTestChild(records, coordinator, 'Nobody yet')
    const treated = await enrolTestChild(records, coordinator)
    const dose = { item: 'injection', value: '28', unit: 'mg', at: '2026-11-25T09:30+01:00' }
    const event = {
      item: 'adverseEvent',
      value: 'rash',
      at: '2026-11-25T18:00+01:00',
      details: { serious: 'hospitalisation', related: 'yes', sponsorAware: '2026-11-25' },
    }
    await recordTestFacts(records, actor, treated, [...screenedChild(), dose, event])
    const found = await lockConcerns(records.db, runStudy)
    assert.deepEqual(found.map(({ kind, number }) => `${number} ${kind}`).toSorted(), [
      '01-002 clock',
      '01-002 treatment',
    ])
  },
)
