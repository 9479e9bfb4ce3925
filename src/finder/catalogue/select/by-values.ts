import { bitset, setBit } from '../../../base/bitset.ts'
import type { ThingNames } from '../../vocabulary/named-in-words.ts'
import { isValuePiece, wordedValue } from '../segment/piece-fields.ts'
import type { PieceColumn } from '../segment/piece-column.ts'
import type { Segment } from '../segment/segment.ts'
import { type Bits, forEachBit, isEmpty, union } from './bits.ts'
import type { Likely } from './found.ts'
import { valueHasUnit } from './judge-words.ts'
import { asRead, type ReadValue } from './reading.ts'
import type { SoughtField, SoughtWords, WordUnit } from './units.ts'

/**
 * The same for sure, where all fields that are asked for have their values in columns: each different value is looked at once,
 * instead of every record that has it. Throws `PieceDamaged`.
 */
export function byKeptValues(
  unit: WordUnit,
  { sure, maybe }: Likely,
  asked: SoughtWords,
  segment: Segment,
): Likely {
  const { names } = asked
  if (!names || !isInColumns(asked) || !isInOneValue(unit, asked) || isEmpty(maybe))
    return { sure, maybe }
  const more = new Uint32Array(sure.length)
  for (const one of asked.fields) {
    const column = segment.byPiece.column(one.field)
    if (column) noteHaving(more, maybe, column, verdicts(unit, asked, one, names, column))
  }
  return { sure: union(sure, more), maybe: new Uint32Array(maybe.length) }
}

/**
 * Where units are, looked up in the few different values of their fields alone, as those of countries are: no list of the studies of
 * each word is walked. Undefined where the values are many or not kept, or where a unit may be spread over several. Throws
 * `PieceDamaged`.
 */
export function byFewValues(asked: SoughtWords, segment: Segment): readonly Bits[] | undefined {
  const { names, fields, units } = asked
  if (!names || !isInColumns(asked)) return undefined
  if (!units.every((unit) => isInOneValue(unit, asked))) return undefined
  const columns = fields.map((one) => ({ ...one, column: segment.byPiece.column(one.field) }))
  if (columns.some(({ column }) => (column?.values?.length ?? 0) > mostFew)) return undefined
  return units.map((unit) =>
    columns
      .flatMap(({ column, hasSynonyms }) => {
        const has = (value: ReadValue): boolean => valueHasUnit(unit, asked, value, hasSynonyms)
        return column
          ? [column.having(Uint8Array.from(readOnce(column, names).map((one) => Number(has(one)))))]
          : []
      })
      .reduce(union, bitset(segment.count)),
  )
}

const mostFew = 1000

/** Whether all fields that are asked for have their values in columns. */
function isInColumns({ fields }: SoughtWords): boolean {
  return fields.every(({ field }) => isValuePiece[field])
}

/** Whether one value alone says if a unit is there: it may not be spread over several. */
function isInOneValue({ isTogether, words }: WordUnit, { coverage }: SoughtWords): boolean {
  return isTogether || coverage !== 'contains' || words.length === 1
}

/** The values of a column are read once, as long as it is kept. */
const readColumns = new WeakMap<PieceColumn, readonly ReadValue[]>()

function readOnce(column: PieceColumn, names: ThingNames): readonly ReadValue[] {
  const known = readColumns.get(column)
  if (known) return known
  const read = column.values?.map((value) => asRead(wordedValue(value) ?? '', names)) ?? []
  readColumns.set(column, read)
  return read
}

/** Whether a value, by its place in its column, has the unit: each is looked at when it is first met. */
function verdicts(
  unit: WordUnit,
  asked: SoughtWords,
  { hasSynonyms }: SoughtField,
  names: ThingNames,
  { values }: PieceColumn,
): (code: number) => boolean {
  const known = new Map<number, boolean>()
  return (code) => {
    const before = known.get(code)
    if (before !== undefined) return before
    const text = wordedValue(values?.at(code)) ?? ''
    const has = valueHasUnit(unit, asked, asRead(text, names), hasSynonyms)
    known.set(code, has)
    return has
  }
}

function noteHaving(
  bits: Bits,
  among: Bits,
  column: PieceColumn,
  has: (code: number) => boolean,
): void {
  forEachBit(among, (doc) => {
    column.forEach(doc, (code) => {
      if (has(code)) setBit(bits, doc)
    })
  })
}
