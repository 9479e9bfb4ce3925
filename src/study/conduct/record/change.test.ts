import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { can } from '../../../people/accounts/model/can.ts'
import { checkAudit } from '../../../people/audit/verify.ts'
import { peopleBase } from '../../../testing/test-alerts.ts'
import { onEachStore } from '../../../testing/test-records.ts'
import {
  enrolTestChild,
  openTestStudy,
  recordTestFacts,
  runNow,
  screenedChild,
} from '../../../testing/test-study.ts'
import { readCase } from '../model/case.ts'
import type { NewFact } from '../model/facts.ts'
import { recordOf } from './change.ts'

const temperature: NewFact = {
  item: 'temperature',
  value: '38.6',
  unit: 'Cel',
  site: 'axillary',
  at: '2026-11-26T08:30+01:00',
}

onEachStore(
  'what is recorded is kept as it was written, says who and when, and the engine answers by it',
  async (records) => {
    const { coordinator } = await openTestStudy(records)
    const id = await enrolTestChild(records, coordinator)
    const after = await recordTestFacts(records, coordinator.actor, id, screenedChild())
    assert.equal(after.participant.number, '01-001')
    assert.deepEqual(
      after.state.eligibility.by,
      [],
      JSON.stringify(after.state.eligibility.criteria.filter(({ effect }) => effect !== 'for')),
    )
    assert.equal(after.state.eligibility.answer, 'yes')
    const [weight] = after.facts.filter(({ item }) => item === 'bodyWeight')
    assert.equal(weight?.value, '14.0')
    assert.equal(weight?.recordedBy, `account/${coordinator.actor.accountId}`)
    assert.equal(weight?.recordedAt, runNow.toISOString())
    const [next] = after.state.nextDoses
    assert.equal(next?.dose?.amount.value, '28')
    const again = await readCase(records.db, records.keys, id, runNow)
    assert.deepEqual(again?.state, after.state)
    assert.equal((await checkAudit(records)).isWhole, true)
  },
)

onEachStore(
  'what is sent twice is recorded once, and who comes second is told',
  async (records) => {
    const { coordinator, investigator, stranger } = await openTestStudy(records)
    const id = await enrolTestChild(records, coordinator)
    const base = peopleBase(records)
    const ask = { id, formKey: randomUUID(), seen: 0 }
    const given = { may: can.recordFacts, act: () => Promise.resolve([temperature]) }
    const first = await recordOf(base, coordinator.actor, ask, given, runNow)
    const twice = await recordOf(base, coordinator.actor, ask, given, runNow)
    assert.ok(first.kind === 'done' && twice.kind === 'done')
    assert.equal(twice.after.participant.facts, 1)
    const other = { ...ask, formKey: randomUUID() }
    const second = await recordOf(base, investigator.actor, other, given, runNow)
    assert.ok(second.kind === 'changed')
    assert.deepEqual(
      second.since.map(({ item }) => item),
      ['temperature'],
    )
    assert.equal((await recordOf(base, stranger.actor, other, given, runNow)).kind, 'gone')
  },
)

onEachStore('a fact cannot be changed or deleted in the database', async (records) => {
  const { coordinator } = await openTestStudy(records)
  const id = await enrolTestChild(records, coordinator)
  await recordTestFacts(records, coordinator.actor, id, [temperature])
  await assert.rejects(
    records.write((tx) => tx.updateTable('fact').set({ recorded_by: 'x' }).execute()),
  )
  await assert.rejects(records.write((tx) => tx.deleteFrom('fact').execute()))
})
