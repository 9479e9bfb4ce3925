import assert from 'node:assert/strict'
import { test } from 'node:test'
import { KeptValues } from './kept-values.ts'

test('thousands of different values never take more than their room, and what is asked for again stays', () => {
  const kept = new KeptValues<number>(10_000)
  for (let at = 0; at < 5_000; at++) {
    kept.set(`word ${at}`, at, 100)
    assert.ok(kept.bytes <= 10_000, String(at))
    assert.equal(kept.get(`word ${at}`), at)
    if (at > 0) assert.equal(kept.get('word 0'), 0, String(at))
  }
  assert.equal(kept.get('word 1'), undefined)
})

test('a value set again counts once, and one larger than half the room is not kept', () => {
  const kept = new KeptValues<string>(1_000)
  kept.set('a', 'first', 400)
  kept.set('a', 'second', 300)
  assert.equal(kept.bytes, 300)
  assert.equal(kept.get('a'), 'second')
  kept.set('huge', 'x', 501)
  assert.equal(kept.get('huge'), undefined)
  assert.equal(kept.get('a'), 'second')
})
