import assert from 'node:assert/strict'
import { test } from 'node:test'
import { exampleData } from '../../../testing/example-catalogue.ts'
import { readManifest } from '../model/manifest.ts'
import { loadSegments, openSegments } from '../segment/loaded.ts'
import { CombinationTally } from './combination-tally.ts'
import { combinations, combinationsOf, inFewestBits, smallColumns } from './combinations.ts'

test('each study has the numbers of its own values, in every segment alike', async (context) => {
  const { catalogue } = await exampleData()
  const segments = openSegments(catalogue, readManifest(catalogue)?.segments ?? [])
  context.after(() => segments.forEach((segment) => segment.close()))
  for (const loaded of loadSegments(segments)) {
    const { columns, segment } = loaded
    const own = combinationsOf(loaded)
    for (let doc = 0; doc < segment.count; doc++) {
      const small = combinations.small[own.small[doc] ?? -1]
      for (const name of smallColumns) assert.equal(small?.[name], columns[name][doc])
      assert.equal(combinations.categories[own.categories[doc] ?? -1], columns.categories[doc])
      const countries = columns.country.subarray(
        columns.countryStart[doc],
        columns.countryStart[doc + 1],
      )
      assert.deepEqual(
        combinations.countries[own.countries[doc] ?? -1],
        Array.from(countries, (one) => segment.countries[one]),
      )
    }
  }
})

test('with more than 65,536 combinations a column grows, and counts are exact', () => {
  const many = Uint32Array.from({ length: 70_000 }, (_, number) => number)
  assert.ok(inFewestBits(many.subarray(0, 65_536)) instanceof Uint16Array)
  const column = inFewestBits(many)
  assert.ok(column instanceof Uint32Array)
  const tally = new CombinationTally()
  const docs = Int32Array.from(many)
  tally.add(column, docs, 70_000)
  tally.add(column, docs.subarray(69_990), 70_000)
  const counts = new Map<number, number>()
  tally.take((number, count) => counts.set(number, count))
  assert.equal(counts.size, 70_000)
  assert.deepEqual(
    [0, 65_535, 65_536, 69_989, 69_990, 69_999].map((one) => counts.get(one)),
    [1, 1, 1, 1, 2, 2],
  )
  tally.take(() => assert.fail('everything was taken'))
})
