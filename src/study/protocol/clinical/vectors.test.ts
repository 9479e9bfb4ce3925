import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type ArteryGiven, vectorModels, vectorScore } from '../../../testing/clinical-vectors.ts'
import { checkProtocol, protocolFiles } from '../../../testing/protocol-vectors.ts'
import { readRows } from '../../../testing/vectors.ts'

for (const file of protocolFiles)
  test(`${file}: every function gives the values that are known from elsewhere`, () => {
    for (const { fn, vectors, differences } of checkProtocol(file)) {
      assert.ok(vectors > 0, `${fn} has no vector`)
      assert.deepEqual(differences, [], fn)
    }
  })

test('66 Z scores by four models agree with the reference to four places', () => {
  const rows = readRows<ArteryGiven & Record<keyof typeof vectorModels, number>>('coronary-z')
  assert.equal(rows.length, 66)
  for (const row of rows)
    for (const key of ['dallaire2011', 'mccrindle2007', 'phnLopez2017', 'kobayashi2016'] as const) {
      const score = vectorScore(vectorModels[key], row)
      assert.ok(Math.abs((score ?? NaN) - row[key]) <= 0.0001, JSON.stringify({ key, row, score }))
    }
})
