import assert from 'node:assert/strict'
import { test } from 'node:test'
import { remembering } from './lru.ts'

test('what was asked lately is not worked out again, and the oldest is forgotten', () => {
  const worked: string[] = []
  const shout = remembering(2, String, (word: string) => {
    worked.push(word)
    return word === 'none' ? undefined : word.toUpperCase()
  })
  assert.deepEqual(['a', 'b', 'a', 'c', 'a', 'none', 'none', 'b'].map(shout), [
    'A',
    'B',
    'A',
    'C',
    'A',
    undefined,
    undefined,
    'B',
  ])
  assert.deepEqual(worked, ['a', 'b', 'c', 'none', 'b'])
})
