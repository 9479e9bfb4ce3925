import { type Piece, pieces } from '../../registry/pieces/pieces.ts'
import { type FieldSizes, type FieldValues, mostTopValues } from '../model/field-counts.ts'
import { nctOf } from '../model/nct-number.ts'
import type { LoadedSegment } from '../segment/loaded.ts'
import { isValuePiece, pieceNumbers } from '../segment/piece-fields.ts'
import type { PieceColumn } from '../segment/piece-column.ts'
import { sizesOf } from './field-sizes.ts'
import { spanOf } from './spans.ts'

/** How many studies have how many values in a field. Throws `PieceDamaged`. */
export function sizesOfField(loaded: readonly LoadedSegment[], field: number): FieldSizes {
  const counts = new Map<number, number>()
  for (const one of loaded) {
    const known = sizesOf(field, one)
    for (const [doc, mark] of one.alive.entries()) {
      if (mark === 0) continue
      const size = known?.[doc] ?? 0
      counts.set(size, (counts.get(size) ?? 0) + 1)
    }
  }
  const sizes = Array.from(counts, ([size, studies]) => ({ size, studies }))
  return sizes.toSorted((a, b) => a.size - b.size)
}

/** Whether the values of a field are kept in a column, so that no record has to be read to count them. */
export function isCountedAtOnce(field: number): boolean {
  return isValuePiece[field] === true || field === nctIdField
}

const nctIdField = pieceNumbers.get('NCTId')

/** The values of a field that is counted at once. Throws `PieceDamaged`. */
export function valuesOfField(loaded: readonly LoadedSegment[], field: number): FieldValues {
  if (field === nctIdField) return ownIds(loaded)
  const { type } = pieces[field] as Piece
  const counts = new Map<string, number>()
  const longest: Longest = { length: 0, nct: 0, value: '' }
  let missing = 0
  for (const { segment, alive, columns } of loaded) {
    const column = segment.byPiece.column(field)
    const here = new Uint32Array(column?.values?.length ?? 0)
    for (const [doc, mark] of alive.entries()) {
      if (mark === 0) continue
      if ((column?.sizes[doc] ?? 0) === 0) missing++
      column?.forEach(doc, (code) => (here[code] = (here[code] as number) + 1))
    }
    for (const [code, count] of here.entries()) {
      if (count === 0) continue
      const value = column?.values?.at(code) ?? ''
      counts.set(value, (counts.get(value) ?? 0) + count)
    }
    if (column && type === 'text') noteLongest(longest, column, { alive, nct: columns.nct })
  }
  return { missing, unique: counts.size, top: topOf(counts), ...described(type, counts, longest) }
}

/** The most frequent of all values. */
export function topOf(counts: ReadonlyMap<string, number>): FieldValues['top'] {
  const all = Array.from(counts, ([value, studies]) => ({ value, studies }))
  return all
    .toSorted((a, b) => b.studies - a.studies || (a.value < b.value ? -1 : 1))
    .slice(0, mostTopValues)
}

function described(
  type: Piece['type'],
  counts: ReadonlyMap<string, number>,
  { length, nct, value }: Longest,
): Omit<FieldValues, 'missing' | 'unique' | 'top'> {
  if (type === 'text') return nct > 0 ? { longest: { length, nctId: nctOf(nct), value } } : {}
  const spans = [...counts.keys()].flatMap((one) => {
    const span = spanOf(type, one)
    return span ? [{ value: one, at: span.from }] : []
  })
  const inOrder = spans.toSorted((a, b) => a.at - b.at || (a.value < b.value ? -1 : 1))
  const [first, last] = [inOrder[0], inOrder.at(-1)]
  if (!first || !last) return {}
  return {
    least: first.value,
    greatest: last.value,
    ...(type === 'integer' && { mean: meanOf(counts) }),
    ...(type === 'date' && { formats: formatsOf(counts.keys()) }),
  }
}

function meanOf(counts: ReadonlyMap<string, number>): number {
  let [sum, count] = [0, 0]
  for (const [value, studies] of counts) {
    if (!Number.isFinite(Number(value))) continue
    sum += Number(value) * studies
    count += studies
  }
  return sum / count
}

function formatsOf(values: Iterable<string>): readonly string[] {
  const formats = new Set<string>()
  for (const value of values) formats.add(dateFormats[value.length] ?? value)
  return [...formats].toSorted()
}

const dateFormats: Readonly<Record<number, string>> = {
  4: 'yyyy',
  7: 'yyyy-MM',
  10: 'yyyy-MM-dd',
  16: "yyyy-MM-dd'T'HH:mm",
}

interface Longest {
  length: number
  nct: number
  value: string
}

function noteLongest(
  longest: Longest,
  column: PieceColumn,
  { alive, nct }: { readonly alive: Uint8Array; readonly nct: Int32Array },
): void {
  const lengths = column.values?.map(({ length }) => length) ?? []
  for (const [doc, mark] of alive.entries()) {
    if (mark === 0) continue
    column.forEach(doc, (code) => {
      const length = lengths[code] as number
      const own = nct[doc] as number
      const isLonger = length > longest.length || (length === longest.length && own < longest.nct)
      if (isLonger)
        Object.assign(longest, { length, nct: own, value: column.values?.at(code) ?? '' })
    })
  }
}

/** Every study has one, and no two the same. */
function ownIds(loaded: readonly LoadedSegment[]): FieldValues {
  const ids = loaded.flatMap(({ alive, columns }) =>
    Array.from(columns.nct.filter((_, doc) => alive[doc] === 1)),
  )
  const top = Int32Array.from(ids).sort().subarray(0, mostTopValues)
  return {
    missing: 0,
    unique: ids.length,
    top: Array.from(top, (nct) => ({ value: nctOf(nct), studies: 1 })),
  }
}
