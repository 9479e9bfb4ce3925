import assert from 'node:assert/strict'
import { test } from 'node:test'
import { fc } from '../../../testing/properties.ts'
import { Arena } from './arena.ts'

test('every run of an arena comes back as it was written, however the writes interleave', () => {
  const writes = fc.array(fc.tuple(fc.nat(20), fc.nat(255)), { maxLength: 6000 })
  fc.assert(
    fc.property(writes, (bytes) => {
      const arena = new Arena()
      const runs = Array.from({ length: 21 }, () => ({
        run: arena.begin(),
        expected: [] as number[],
      }))
      for (const [index, byte] of bytes) {
        const one = runs[index]
        if (!one) continue
        arena.byte(one.run, byte)
        one.expected.push(byte)
      }
      for (const { run, expected } of runs) assert.deepEqual([...arena.read(run)], expected)
    }),
    { numRuns: 50 },
  )
})

test('a run longer than a page of memory comes back whole', () => {
  const arena = new Arena()
  const run = arena.begin()
  const other = arena.begin()
  for (let i = 0; i < 3_000_000; i++) {
    arena.byte(run, i % 251)
    if (i % 1000 === 0) arena.byte(other, 7)
  }
  const bytes = arena.read(run)
  assert.equal(bytes.length, 3_000_000)
  assert.ok(bytes.every((byte, index) => byte === index % 251))
  assert.equal(arena.read(other).length, 3000)
})
