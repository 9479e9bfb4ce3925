import { type Piece, pieces } from '../../registry/pieces/pieces.ts'
import type { SortKey } from '../model/where.ts'
import { isValuePiece, pieceNumbers } from '../segment/piece-fields.ts'
import type { PieceColumn } from '../segment/piece-column.ts'
import type { Segment } from '../segment/segment.ts'
import { newNumbers } from './numbers.ts'
import { orderKey } from './order.ts'
import { spansIn } from './spans.ts'

/** What the studies of a segment are ordered by, by document: smaller comes first, and what has no value (infinity) last. */
export type OrderKeys = readonly Float64Array[]

/** The keys of an order in one segment; scores where it is one by relevance. */
export function keysIn(
  keys: readonly SortKey[],
  segment: Segment,
  scores: Float64Array | undefined,
): OrderKeys {
  return keys.map((key) => {
    if (key.piece === '@relevance') {
      return ofScores(scores ?? new Float64Array(segment.count), key.direction)
    }
    return key.piece.endsWith(sizeSign) ? keysOfSize(key, segment) : keysOfField(key, segment)
  })
}

const sizeSign = ':size'

/** What has none has nothing to be ordered by. */
function keysOfSize({ piece, direction }: SortKey, segment: Segment): Float64Array {
  const field = pieceNumbers.get(piece.slice(0, -sizeSign.length)) ?? -1
  const sizes = segment.byPiece.column(field)?.sizes
  return Float64Array.from({ length: segment.count }, (_, doc) =>
    orderKey(sizes?.[doc] || null, direction),
  )
}

function ofScores(scores: Float64Array, direction: SortKey['direction']): Float64Array {
  if (direction === 'asc') return scores
  const keys = newNumbers(scores.length)
  for (let doc = 0; doc < keys.length; doc++) keys[doc] = 0 - (scores[doc] as number)
  return keys
}

/** Of several values the one that comes first counts. */
function keysOfField({ piece, direction }: SortKey, segment: Segment): Float64Array {
  const field = pieceNumbers.get(piece)
  const none = (): Float64Array => new Float64Array(segment.count).fill(Infinity)
  const column =
    field === undefined || !isValuePiece[field] ? undefined : segment.byPiece.column(field)
  if (field === undefined || !column) return none()
  const known = kept.get(column)?.[direction]
  if (known) return known
  const { type } = pieces[field] as Piece
  const { from } = spansIn(column, type)
  const keys = none()
  for (let doc = 0; doc < keys.length; doc++)
    column.forEach(doc, (code) => {
      const start = from[code] as number
      const key = orderKey(Number.isNaN(start) ? null : start, direction)
      if (key < (keys[doc] as number)) keys[doc] = key
    })
  kept.set(column, { ...kept.get(column), [direction]: keys })
  return keys
}

/** As long as the column is. */
const kept = new WeakMap<
  PieceColumn,
  { readonly asc?: Float64Array; readonly desc?: Float64Array }
>()
