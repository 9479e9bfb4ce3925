import assert from 'node:assert/strict'
import { test } from 'node:test'
import { pieces } from '../../registry/pieces/pieces.ts'
import { PieceColumn } from './piece-column.ts'
import { PieceColumnsBuilder } from './piece-columns-builder.ts'

const startDate = pieces.findIndex(({ name }) => name === 'StartDate')

/** The column of start dates of studies that have these. */
function columnOf(studies: readonly (readonly unknown[])[]): PieceColumn {
  const builder = new PieceColumnsBuilder()
  for (const [doc, values] of studies.entries()) {
    const list: unknown[][] = []
    if (values.length > 0) list[startDate] = [...values]
    builder.add(doc, list)
  }
  const bytes = [...builder.finish(studies.length)][startDate]
  assert(bytes)
  return new PieceColumn(bytes, studies.length, true)
}

function valuesOf(column: PieceColumn, doc: number): (string | undefined)[] {
  const values: (string | undefined)[] = []
  column.forEach(doc, (code) => values.push(column.values?.at(code)))
  return values
}

function docsIn(bits: Uint32Array, count: number): number[] {
  return Array.from({ length: count }, (_, doc) => doc).filter(
    (doc) => ((bits[doc >> 5] as number) & (1 << (doc & 31))) !== 0,
  )
}

test('each study has in the column the values that it has, where no study has two', () => {
  // More values than one byte tells, and one that is no plain value.
  const days = Array.from({ length: 300 }, (_, day) => String(1700 + day))
  const studies = [...days.map((day) => [day]), [], [{ no: 'text' }], ['né en été']]
  const column = columnOf(studies)
  assert.equal(column.values?.length, 301)
  for (const [doc, values] of studies.entries()) {
    assert.equal(column.sizes[doc], values.length)
    assert.deepEqual(
      valuesOf(column, doc),
      values.filter((one) => typeof one === 'string'),
    )
  }
  assert.deepEqual(docsIn(column.havingValues(['1999', 'né en été', 'no such']), 303), [299, 302])
  assert.deepEqual(
    docsIn(
      column.sized((size) => size === 0),
      303,
    ),
    [300],
  )
})

test('each study has in the column the values that it has, where some have several and one has none that is kept', () => {
  const studies = [['2020', '2021'], [], [{ no: 'text' }], ['2021'], ['2019', '2019']]
  const column = columnOf(studies)
  assert.deepEqual(
    studies.map((_, doc) => valuesOf(column, doc)),
    [['2020', '2021'], [], [], ['2021'], ['2019']],
  )
  assert.deepEqual(
    column.values?.map((value) => value),
    ['2019', '2020', '2021'],
  )
  assert.deepEqual(docsIn(column.havingValues(['2021']), 5), [0, 3])
  assert.deepEqual(docsIn(column.having(Uint8Array.of(1, 0, 0)), 5), [4])
})
