import { distanceKm } from '../../places/distance.ts'
import { type Piece, pieces } from '../../registry/pieces/pieces.ts'
import { siteUnits } from '../segment/columns.ts'
import { pieceNumbers, plainValue } from '../segment/piece-fields.ts'
import type { Sought } from './sought.ts'
import type { RecordVerdict, RecordReading } from './reading.ts'
import { openLimit, spansMeet, type ValueSpan, spanOf } from './spans.ts'
import { judgeWords } from './judge-words.ts'

/** Holds a record against a question, by reading it. */
export function judge(asked: Sought, reading: RecordReading): RecordVerdict {
  if (asked.kind === 'words') return judgeWords(asked, reading)
  if (!('parts' in asked)) return { isFound: isSo(asked, reading), score: 0 }
  const parts = asked.parts.map((part) => judge(part, reading))
  const scores = parts.filter(({ isFound }) => isFound).map(({ score }) => score)
  if (asked.kind === 'any')
    return scores.length === 0 ? notFound : { isFound: true, score: Math.max(...scores) }
  if (scores.length < parts.length) return notFound
  return { isFound: true, score: scores.reduce((sum, score) => sum + score, 0) }
}

const notFound: RecordVerdict = { isFound: false, score: 0 }

function isSo(
  asked: Exclude<Sought, { kind: 'all' | 'any' | 'words' }>,
  reading: RecordReading,
): boolean {
  switch (asked.kind) {
    case 'everything':
      return true
    case 'nothing':
      return false
    case 'not':
      return !judge(asked.part, reading).isFound
    case 'value':
      return reading.values(asked.field).some((value) => isOneOf(value, asked.values))
    case 'range':
      return isInRange(asked, reading)
    case 'missing':
      return asked.fields.every((field) => reading.values(field).length === 0)
    case 'size':
      return reading.values(asked.field).length === asked.count
    case 'listSize':
      return elementsOf(asked, reading) === asked.count
    case 'near':
      return reading.points.some(
        (point) =>
          point && distanceKm(asked, { lat: kept(point.lat), lon: kept(point.lon) }) <= asked.km,
      )
    case 'ids':
      return [...values(reading, 'NCTId'), ...values(reading, 'NCTIdAlias')].some((id) =>
        asked.ids.has(id.toUpperCase()),
      )
    case 'together':
      return reading.elements(asked.list).some((one) => judge(asked.part, one).isFound)
  }
}

/** What has none of the known fields is no element. */
function elementsOf(
  { list, fields }: Extract<Sought, { kind: 'listSize' }>,
  reading: RecordReading,
): number {
  return reading
    .elements(list)
    .filter((one) => fields.some((field) => one.values(field).length > 0))
    .reduce((count) => count + 1, 0)
}

function isOneOf(value: unknown, values: ReadonlySet<string>): boolean {
  const plain = plainValue(value)
  return plain !== undefined && values.has(plain)
}

/** A coordinate as the columns keep it. */
function kept(degrees: number): number {
  return Math.round(degrees * siteUnits) / siteUnits
}

function values(reading: RecordReading, piece: string): readonly string[] {
  return reading.values(pieceNumbers.get(piece) ?? -1).map(String)
}

function isInRange(
  { field, span }: Extract<Sought, { kind: 'range' }>,
  reading: RecordReading,
): boolean {
  const { type, name } = pieces[field] as Piece
  const spans = reading.values(field).flatMap((value): ValueSpan[] => {
    const one = spanOf(type, plainValue(value) ?? '')
    return one ? [one] : []
  })
  const open = openLimit(name)
  if (spans.length === 0) return open !== undefined && spansMeet(open, span)
  return spans.some((one) => spansMeet(one, span))
}
