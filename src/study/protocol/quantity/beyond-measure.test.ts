import assert from 'node:assert/strict'
import { test } from 'node:test'
import { nearQuantity } from './beyond-measure.ts'

test('what nobody can measure has a number near to it with at most two decimals, three below 1; all else is told as it is', () => {
  const near = (value: string) => nearQuantity({ value, unit: 'mg' })?.value
  assert.equal(near('24.04039561'), '24.04')
  assert.equal(near('28.12272694'), '28.12')
  assert.equal(near('100.0001'), '100')
  assert.equal(near('100.1001'), '100.1')
  assert.equal(near('0.28351234'), '0.284')
  assert.equal(near('9.99996'), '10')
  assert.equal(near('24.040'), undefined)
  assert.equal(near('44.1'), undefined)
  // So few digits would be too coarse.
  assert.equal(near('0.00123456'), undefined)
})
