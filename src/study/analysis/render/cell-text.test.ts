import assert from 'node:assert/strict'
import { test } from 'node:test'
import { cellText } from './cell-text.ts'

test('a half goes away from zero, though the machine keeps it a little below', () => {
  const range = (lower: number, upper: number, digits = 1) =>
    cellText({ is: 'range', lower, upper, digits }, 'en')
  assert.equal(range(1.95, 4), '2.0–4.0')
  assert.equal(range(1.949, 8.25), '1.9–8.3')
  assert.match(range(-1.95, 1.005, 2), /^.1\.95–1\.01$/)
  assert.match(range(-0.04, 0), /^0\.0–0\.0$/)
})
