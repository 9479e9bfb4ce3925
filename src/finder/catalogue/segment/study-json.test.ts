import assert from 'node:assert/strict'
import { test } from 'node:test'
import { fc } from '../../../testing/properties.ts'
import type { Study } from '../../registry/study.ts'
import { jsonOf, jsonOfParts } from './study-json.ts'

test('a record put together of its parts is what JSON makes of it whole, and of what is left without one', () => {
  fc.assert(
    fc.property(fc.dictionary(fc.string(), fc.jsonValue()), (record) => {
      const study = { ...record, b: undefined, 7: 'seven', 'a "name"': 1 } as unknown as Study
      assert.equal(jsonOf(jsonOfParts(study)), JSON.stringify(study))
      const { 'a "name"': _, ...rest } = study as unknown as Record<string, unknown>
      assert.equal(jsonOf(jsonOfParts(study), 'a "name"'), JSON.stringify(rest))
    }),
  )
})

test('each record has parts of its own', () => {
  const [one, other] = [{ hasResults: true }, { hasResults: false }] as unknown as [Study, Study]
  assert.equal(jsonOfParts(one).get('hasResults'), 'true')
  assert.equal(jsonOfParts(other).get('hasResults'), 'false')
  assert.equal(jsonOfParts(one).get('hasResults'), 'true')
})
