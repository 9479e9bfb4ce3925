import assert from 'node:assert/strict'
import { test } from 'node:test'
import { lookAtEverything } from '../testing/only-looked-at.ts'
import { sized } from '../testing/sized.ts'

test('looking changes no row of any table: every route by GET and HEAD, by everybody, with forms in the query', async () => {
  const count = sized(600, 12_000)
  const looked = await lookAtEverything({ count, seed: sized(20_261_130, Date.now()) })
  assert.deepEqual(looked.changes, [])
  assert.ok(looked.asked.GET + looked.asked.HEAD >= count)
  // What is meant to change does, so that the comparison sees what it is to see.
  assert.ok(looked.seen > 0 && looked.used > 0, `${looked.seen} seen, ${looked.used} used`)
  assert.ok(looked.routes > 100 && looked.tables > 40, `${looked.routes}, ${looked.tables}`)
})
