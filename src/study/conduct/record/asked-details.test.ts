import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { test } from 'node:test'
import { peopleBase } from '../../../testing/test-alerts.ts'
import { onEachStore } from '../../../testing/test-records.ts'
import {
  enrolTestChild,
  openTestStudy,
  runNow,
  shippedVersion,
} from '../../../testing/test-study.ts'
import { readCase } from '../model/case.ts'
import { askedDetails } from './asked-details.ts'
import { recordSheet } from './record-facts.ts'
import type { TypedFact } from './typed-fact.ts'

const activity = (details: TypedFact['details']): TypedFact => ({
  item: 'diseaseActivity',
  value: '8',
  unit: '1',
  site: '',
  method: '',
  at: { day: '2026-11-26', time: '08:30', offset: '' },
  isNotDone: false,
  whyNot: '',
  sureOf: '',
  ...(details && { details }),
})

test('what a protocol tells readings apart by is asked with the item, from its own document', () => {
  const protocol = shippedVersion('report')
  assert.deepEqual(askedDetails(protocol, 'diseaseActivity'), [
    { name: 'by', choices: ['physician', 'parent'] },
  ])
  assert.deepEqual(askedDetails(protocol, 'maxCoronaryZ'), [{ name: 'model', choices: [] }])
  assert.deepEqual(askedDetails(protocol, 'temperature'), [])
})

onEachStore('a reading whose rules ask by whom says it, or is not recorded', async (records) => {
  const { coordinator } = await openTestStudy(records)
  const id = await enrolTestChild(records, coordinator)
  const send = async (details: TypedFact['details']) => {
    const seen = (await readCase(records.db, records.keys, id, runNow))?.participant.facts ?? -1
    const ask = { id, formKey: randomUUID(), seen }
    const sheet = { typed: [activity(details)] }
    return recordSheet(peopleBase(records), coordinator.actor, ask, sheet, runNow)
  }
  for (const wrong of [undefined, { by: '' }, { by: 'the neighbour' }]) {
    const refused = await send(wrong)
    assert.ok(refused.kind === 'refused')
    assert.deepEqual(refused.problem, [
      { code: 'noDetail', item: 'diseaseActivity', part: 'detail', detail: 'by' },
    ])
  }
  const done = await send({ by: ' physician ', scale: 'mine' })
  assert.ok(done.kind === 'done')
  assert.deepEqual(done.recorded[0]?.details, { by: 'physician' })
})
