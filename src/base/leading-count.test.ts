import assert from 'node:assert/strict'
import { test } from 'node:test'
import { leadingCount } from './leading-count.ts'

test('the leading items that hold are counted as one by one, in lists of every length', () => {
  for (let length = 0; length < 9; length++)
    for (let limit = 0; limit <= length; limit++) {
      const list = Array.from({ length }, (_, place) => place)
      assert.equal(
        leadingCount(list, (item) => item < limit),
        limit,
      )
    }
})
