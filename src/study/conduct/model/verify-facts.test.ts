import assert from 'node:assert/strict'
import { sql } from 'kysely'
import type { Records } from '../../../people/records/model/records.ts'
import { onEachStore } from '../../../testing/test-records.ts'
import {
  enrolTestChild,
  openTestStudy,
  recordTestFacts,
  screenedChild,
} from '../../../testing/test-study.ts'
import { checkFacts } from './verify-facts.ts'

/** As somebody would who has the database and not the program: what refuses to change facts is taken away first. */
async function tamper(records: Records, change: string): Promise<void> {
  const names = ['fact_no_update', 'fact_no_delete']
  await records.write(async (tx) => {
    for (const name of names)
      await sql
        .raw(`drop trigger ${name}${records.kind === 'postgres' ? ' on fact' : ''}`)
        .execute(tx)
    await sql.raw(change).execute(tx)
  })
}

onEachStore('facts that nobody touched are as they were recorded', async (records) => {
  const { coordinator } = await openTestStudy(records)
  for (const name of ['Léa', 'Tom']) {
    const id = await enrolTestChild(records, coordinator, name)
    await recordTestFacts(records, coordinator.actor, id, screenedChild())
  }
  const facts = 2 * screenedChild().length
  assert.deepEqual(await checkFacts(records), { isWhole: true, participants: 2, facts })
})

const tampered: readonly (readonly [string, string, object])[] = [
  [
    'another text in the place of a fact',
    'update fact set content_sealed = (select content_sealed from fact where seq = 4) where seq = 3',
    { isWhole: false, number: '01-001', seq: 1, problem: 'unreadable' },
  ],
  [
    'a fact that was taken out',
    'delete from fact where seq = 5',
    { isWhole: false, number: '01-001', seq: 5, problem: 'missing' },
  ],
  [
    'the last fact taken out, and the count with it',
    'delete from fact where seq = 28',
    { isWhole: false, number: '01-001', seq: 28, problem: 'missing' },
  ],
  [
    'another hash',
    "update fact set hash = 'x' where seq = 7",
    { isWhole: false, number: '01-001', seq: 7, problem: 'changed' },
  ],
]

for (const [name, change, expected] of tampered)
  onEachStore(`${name} is found, and where`, async (records) => {
    const { coordinator } = await openTestStudy(records)
    const id = await enrolTestChild(records, coordinator)
    await recordTestFacts(records, coordinator.actor, id, screenedChild())
    await tamper(records, change)
    if (change.includes('seq = 28'))
      await records.write((tx) => tx.updateTable('participant').set({ facts: 27 }).execute())
    assert.deepEqual(await checkFacts(records), expected)
  })
