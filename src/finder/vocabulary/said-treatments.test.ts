import assert from 'node:assert/strict'
import { test } from 'node:test'
import { treatmentOfCode } from './said-treatments.ts'

test('a treatment may be written as a code, in capitals only', () => {
  assert.equal(treatmentOfCode('RT'), 'radiotherapy')
  assert.equal(treatmentOfCode('rt'), undefined)
  assert.equal(treatmentOfCode('XYZ'), undefined)
})
