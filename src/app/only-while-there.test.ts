import assert from 'node:assert/strict'
import { test } from 'node:test'
import { keepRecords } from '../people/records/keep-records.ts'
import { RecordsAway } from '../people/records/model/faults.ts'
import { newDataDir, testKeys } from '../testing/test-records.ts'
import { onlyWhileThere } from './only-while-there.ts'

const told = { onAway: () => {}, onBack: () => {}, onRefused: () => {} }

test('recurring work is left out while the records are away, and that is no failure', async (t) => {
  const databaseUrl = 'postgres://me@127.0.0.1:1/trialway'
  const records = await keepRecords({
    dataDir: newDataDir(t),
    keys: testKeys,
    databaseUrl,
    ...told,
  })
  t.after(() => records.close())
  let times = 0
  const work = onlyWhileThere(records)(async () => times++)
  await work()
  assert.equal(times, 0)
})

test('what fails while the records answer is a failure', async (t) => {
  const records = await keepRecords({ dataDir: newDataDir(t), keys: testKeys, ...told })
  t.after(() => records.close())
  const failing = onlyWhileThere(records)(async (what: string) => {
    throw new RecordsAway(what)
  })
  await assert.rejects(failing('too slow for minutes'), RecordsAway)
})
