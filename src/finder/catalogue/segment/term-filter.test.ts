import assert from 'node:assert/strict'
import { test } from 'node:test'
import { ByteWriter } from '../../../base/bytes.ts'
import { fewStudies } from '../../../testing/few-studies.ts'
import { writeAfter } from './front-coded.ts'
import { TermFilter } from './term-filter.ts'

test('no term of an index is ever said not to be there, and most others are', () => {
  const terms = Array.from(
    { length: 20_000 },
    (_, number) => `é${(number * 7919) % 100_000}`,
  ).sort()
  const blocks = [terms.slice(0, 9000), terms.slice(9000)].map((some) => {
    const written = new ByteWriter(1000)
    let last: Uint8Array = new Uint8Array(0)
    for (const term of some) {
      const bytes = Buffer.from(term)
      writeAfter(last, bytes, written)
      for (const number of [3, 400, 70_000]) written.number(number)
      last = bytes
    }
    return { bytes: written.view(), start: 0, end: written.length }
  })
  const filter = new TermFilter(blocks, 2)
  for (const term of terms) assert.ok(filter.mayHold(term), term)
  const taken = terms.filter((term) => filter.mayHold(`${term}x`))
  assert.ok(taken.length < terms.length / 20, String(taken.length))
})

test('a segment of which many words are to be asked answers as before', () => {
  const title = (briefTitle: string) => ({
    identificationModule: { nctId: 'NCT00000000', briefTitle },
  })
  const few = fewStudies([title('Asthma in children'), title('Knee pain'), title('Zoë’s café')], 2)
  const words = ['asthma', 'children', 'knee', 'pain', 'zoe', 'cafe', 'kneecap', 'a', 'zz']
  for (const { tables } of few.segments)
    for (const table of Object.values(tables)) {
      // By themselves they are looked up before, so that nothing of it is remembered.
      const before = table.documentsOf(words)
      table.expectMany()
      assert.deepEqual(
        words.map((word) => table.find(word)?.documents ?? 0),
        before,
      )
    }
  few.close()
})
