import assert from 'node:assert/strict'
import { test } from 'node:test'
import { editDistance, spellingOf } from './spelling.ts'

const words = [
  { stem: 'kawasaki', surface: 'kawasaki', weight: 8 },
  { stem: 'diabete', surface: 'diabetes', weight: 400 },
  { stem: 'asthma', surface: 'asthma', weight: 200 },
  { stem: 'anakinra', surface: 'anakinra', weight: 5 },
  { stem: 'leukemia', surface: 'leukemia', weight: 90 },
]
const correct = spellingOf(words)

test('one letter wrong, missing, extra or swapped is caught', () => {
  assert.equal(correct('kawaski')?.surface, 'kawasaki')
  assert.equal(correct('kawasakki')?.surface, 'kawasaki')
  assert.equal(correct('astham')?.surface, 'asthma')
  assert.equal(correct('diabtes')?.surface, 'diabetes')
  assert.equal(correct('leukmia')?.surface, 'leukemia')
})

test('a wrong first letter is caught in a longer word', () => {
  assert.equal(correct('cawasaki')?.surface, 'kawasaki')
})

test('a word unlike any other is left alone', () => {
  assert.equal(correct('zzzqq'), undefined)
  assert.equal(correct('asth'), undefined)
})

test('the distance counts a swap of neighbours as one step', () => {
  assert.equal(editDistance('ab', 'ba', 2), 1)
  assert.equal(editDistance('abcd', 'abcd', 2), 0)
  assert.equal(editDistance('abcd', 'xyzw', 2), 3)
})
