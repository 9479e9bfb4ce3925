import assert from 'node:assert/strict'
import { test } from 'node:test'
import { isSlip } from './record-slips.ts'

test('a record that lists one medicine and titles another of nearly the same letters is told by its own title', () => {
  assert.ok(isSlip('Creatinine', 'Creatine in Huntington Disease'))
  // The same medicine in two spellings, the same letters, and another medicine altogether.
  assert.ok(!isSlip('Valaciclovir', 'Valacyclovir for Herpes'))
  assert.ok(!isSlip('Creatine', 'Creatine in Huntington Disease'))
  assert.ok(!isSlip('Creatinine', 'Citalopram in Huntington Disease'))
})
