import assert from 'node:assert/strict'
import { test } from 'node:test'
import { historyDifferences, workedHistories } from '../../testing/worked-histories.ts'

for (const history of workedHistories)
  for (const name of ['listing', 'published'] as const)
    test(`${history.id} by the ${name}: ${history.title}`, () => {
      assert.deepEqual(historyDifferences(history, name), [])
    })

test('every history is compared in something by each version', () => {
  assert.equal(workedHistories.length, 30)
  for (const { expected } of workedHistories)
    for (const one of Object.values(expected))
      assert.ok(Object.keys(one).some((key) => !['why', 'note'].includes(key)))
})
