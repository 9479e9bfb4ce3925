import assert from 'node:assert/strict'
import { test } from 'node:test'
import { keptIn } from './kept.ts'

test('the studies that an address carries are counted once each, as the header shows them', () => {
  const query = 'q=asthma&keep=NCT02390596&keep=nct05501886&keep=NCT02390596&keep=junk'
  assert.deepEqual(keptIn({ path: '/search', query }), ['NCT02390596', 'NCT05501886'])
})

test('the list itself names its studies as ids, and nowhere else does that word mean the reader’s list', () => {
  const query = 'ids=NCT02390596,NCT05501886'
  assert.deepEqual(keptIn({ path: '/list', query }), ['NCT02390596', 'NCT05501886'])
  assert.deepEqual(keptIn({ path: '/search', query }), [])
})

test('an address with a thousand studies keeps two hundred', () => {
  const query = Array.from({ length: 1000 }, (_, at) => `keep=NCT${10_000_000 + at}`).join('&')
  assert.equal(keptIn({ path: '/search', query }).length, 200)
})
