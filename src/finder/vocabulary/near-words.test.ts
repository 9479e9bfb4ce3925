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

test('the same word, another first letter, two letters of a short word and very short words are not', () => {
  assert.deepEqual(found('asthma'), [])
  assert.deepEqual(found('bsthma'), [])
  assert.deepEqual(found('lupxx'), [])
  assert.deepEqual(found('flu'), [])
  assert.deepEqual(found('x'.repeat(5000)), [])
})
