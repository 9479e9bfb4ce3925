import assert from 'node:assert/strict'
import { test } from 'node:test'
import { nearWords } from './near-words.ts'

const words = nearWords(['asthma', 'breast', 'rheumatoid', 'diabete', 'lupus', 'myelodysplastic'])
const found = (word: string) => words.near(word).map((each) => `${each.word} ${each.distance}`)

test('a word with one letter wrong, missing, extra or swapped is near; two for long words', () => {
  assert.deepEqual(found('astma'), ['asthma 1'])
  assert.deepEqual(found('brest'), ['breast 1'])
  assert.deepEqual(found('ashtma'), ['asthma 1'])
  assert.deepEqual(found('lupuss'), ['lupus 1'])
  assert.deepEqual(found('reumatoid'), ['rheumatoid 1'])
  assert.deepEqual(found('rumatoid'), ['rheumatoid 2'])
})

test('a word with another first letter, without it, with one before it or with the first two swapped is near', () => {
  for (const word of ['bsthma', 'sthma', 'basthma', 'sathma'])
    assert.deepEqual(words.near(word), [{ word: 'asthma', distance: 1, isOtherFirst: true }], word)
  assert.deepEqual(found('bupus'), ['lupus 1'])
})

test('the same word, two letters of a short word, two letters with the first and very short words are not', () => {
  assert.deepEqual(found('asthma'), [])
  assert.deepEqual(found('bsthna'), [])
  assert.deepEqual(found('lupxx'), [])
  assert.deepEqual(found('flu'), [])
  assert.deepEqual(found('x'.repeat(5000)), [])
})
