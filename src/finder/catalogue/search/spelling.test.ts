import assert from 'node:assert/strict'
import { test } from 'node:test'
import { fc } from '../../../testing/properties.ts'
import { sized } from '../../../testing/sized.ts'
import { editDistance } from '../../vocabulary/near-words.ts'
import { listedWords, spellingOf } from './spelling.ts'

const words = [
  { stem: 'kawasaki', surface: 'kawasaki', weight: 8 },
  { stem: 'diabete', surface: 'diabetes', weight: 400 },
  { stem: 'asthma', surface: 'asthma', weight: 200 },
  { stem: 'anakinra', surface: 'anakinra', weight: 5 },
  { stem: 'leukemia', surface: 'leukemia', weight: 90 },
]
const correct = spellingOf([listedWords(words)])

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

test('what is found is what measuring the distance to every known word finds', () => {
  const word = fc.string({
    unit: fc.constantFrom('a', 'b', 'c', 'd', 'e', 'é', 'z'),
    minLength: 4,
    maxLength: 9,
  })
  fc.assert(
    fc.property(fc.array(word, { maxLength: 30 }), word, (stems, typed) => {
      const known = stems.map((stem, at) => ({ stem, surface: stem, weight: 1 + (at % 4) }))
      const found = spellingOf([listedWords(known)])(typed)
      const least = (some: readonly string[], most: number): number =>
        Math.min(3, ...some.map((stem) => editDistance(typed, stem, most)).filter((d) => d <= most))
      const alike = least(
        stems.filter((stem) => stem[0] === typed[0]),
        typed.length >= 7 ? 2 : 1,
      )
      const expected = typed.length < 5 ? alike : Math.min(alike, least(stems, 1))
      assert.equal(found ? editDistance(typed, found.stem, 2) : 3, expected)
    }),
    { numRuns: sized(300, 3000) },
  )
})
