import assert from 'node:assert/strict'
import { test } from 'node:test'
import { anyText, fc } from '../../../testing/properties.ts'
import { type Taken, TakenRecords } from './taken-records.ts'

test('of each study the record that was met last comes back, with its days, its content and its place', () => {
  const day = fc.integer({ min: 0, max: 30 }).map((at) => `2026-11-${String(at).padStart(2, '0')}`)
  const taken = fc.record({
    updated: fc.oneof(day, fc.constant('')),
    processed: fc.oneof(day, fc.constant(undefined)),
    content: fc.bigInt({ min: -(2n ** 63n), max: 2n ** 63n - 1n }),
    place: anyText({ maxLength: 30 }).map((text) => Buffer.from(text).toString()),
  })
  const met = fc.array(
    fc.tuple(
      fc.nat(40),
      taken.map((one) => ({ ...one })),
      fc.boolean(),
    ),
    { maxLength: 120 },
  )
  fc.assert(
    fc.property(met, (records) => {
      const kept = new TakenRecords()
      const [expected, imported] = [new Map<number, Taken>(), new Set<number>()]
      for (const [nct, one, isImported] of records) {
        kept.set(nct, one)
        expected.set(nct, one)
        if (!isImported) continue
        kept.noteImported(nct)
        imported.add(nct)
      }
      for (let nct = 0; nct <= 41; nct++) {
        assert.deepEqual(kept.get(nct), expected.get(nct))
        assert.equal(kept.isImported(nct), imported.has(nct))
      }
    }),
    { numRuns: 60 },
  )
})

test('a hundred thousand records are all there', () => {
  const kept = new TakenRecords()
  const of = (nct: number): Taken => ({
    updated: `2026-01-${(nct % 28) + 1}`,
    processed: undefined,
    content: BigInt(nct) << 20n,
    place: `studies.zip: NCT${nct}.json`,
  })
  for (let nct = 0; nct < 100_000; nct++) kept.set(nct, of(nct))
  for (let nct = 0; nct < 100_000; nct += 37) assert.deepEqual(kept.get(nct), of(nct))
})
