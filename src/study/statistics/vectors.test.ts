import assert from 'node:assert/strict'
import { test } from 'node:test'
import { checkStatistics, statisticsFiles } from '../../testing/statistics-vectors.ts'

for (const file of statisticsFiles)
  test(`${file}: every function gives the values that R gives`, () => {
    for (const { fn, vectors, differences } of checkStatistics(file)) {
      assert.ok(vectors > 0, `${fn} has no vector`)
      assert.deepEqual(differences, [], fn)
    }
  })
