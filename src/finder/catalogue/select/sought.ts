import { type Piece, pieces } from '../../registry/pieces/pieces.ts'
import type { Vocabulary } from '../../vocabulary/concept.ts'
import type { Where } from '../model/where.ts'
import { pieceNumbers } from '../segment/piece-fields.ts'
import { rangeOf, type ValueSpan } from './spans.ts'
import { type SoughtWords, wordsSought, type Documents } from './units.ts'

/** A question as it is looked up: fields are places in `pieces`, words are units with how rare they are. */
export type Sought =
  | { readonly kind: 'everything' | 'nothing' }
  | { readonly kind: 'all' | 'any'; readonly parts: readonly Sought[] }
  | { readonly kind: 'not'; readonly part: Sought }
  | SoughtWords
  | { readonly kind: 'value'; readonly field: number; readonly values: ReadonlySet<string> }
  | { readonly kind: 'range'; readonly field: number; readonly span: ValueSpan }
  | { readonly kind: 'missing'; readonly fields: readonly number[] }
  | { readonly kind: 'size'; readonly field: number; readonly count: number }
  | {
      readonly kind: 'listSize'
      readonly list: string
      /** What is below the list. */
      readonly fields: readonly number[]
      readonly count: number
    }
  | { readonly kind: 'near'; readonly lat: number; readonly lon: number; readonly km: number }
  | { readonly kind: 'ids'; readonly ids: ReadonlySet<string> }
  | { readonly kind: 'together'; readonly list: string; readonly part: Sought }

/** What reading a question needs. */
export interface SoughtParts {
  readonly vocabulary: Vocabulary
  readonly documents: Documents
  readonly studies: number
  /** What was read before, by what it was read from: parts that are equal are one part, looked up once. */
  readonly known: Map<string, Sought>
}

/** Reads a question; a field that there is none of has no value. */
export function soughtOf(where: Where, parts: SoughtParts): Sought {
  const read = (one: Where): Sought => soughtOf(one, parts)
  switch (where.kind) {
    case 'everything':
      return { kind: 'everything' }
    case 'all':
    case 'any':
      return { kind: where.kind, parts: where.parts.map(read) }
    case 'not':
      return { kind: 'not', part: read(where.part) }
    case 'words':
      return once(where, parts, () => wordsSought(where, parts))
    case 'missing':
      return { kind: 'missing', fields: fieldsBelow(where.piece) }
    case 'near': {
      const { latitude, longitude, metres } = where
      return { kind: 'near', lat: latitude, lon: longitude, km: metres / 1000 }
    }
    case 'ids':
      return { kind: 'ids', ids: new Set(where.ids.map((id) => id.trim().toUpperCase())) }
    case 'together':
      return { kind: 'together', list: where.list, part: read(where.part) }
    case 'value':
    case 'range':
    case 'size':
      return once(where, parts, () => soughtOfField(where))
  }
}

function once(where: Where, { known }: SoughtParts, read: () => Sought): Sought {
  const key = JSON.stringify(where)
  const before = known.get(key)
  if (before) return before
  const sought = read()
  known.set(key, sought)
  return sought
}

type OfField = Extract<Where, { kind: 'value' | 'range' | 'size' }>

function soughtOfField(where: OfField): Sought {
  const field = pieceNumbers.get(where.piece)
  if (where.kind === 'size' && where.piece.endsWith('[]')) return listSizeSought(where)
  if (field === undefined) return { kind: 'nothing' }
  if (where.kind === 'value') return { kind: 'value', field, values: new Set(where.values) }
  if (where.kind === 'size') return { kind: 'size', field, count: where.count }
  const span = rangeOf((pieces[field] as Piece).type, where.from, where.to)
  return span ? { kind: 'range', field, span } : { kind: 'nothing' }
}

function listSizeSought({ piece: list, count }: Extract<Where, { kind: 'size' }>): Sought {
  return { kind: 'listSize', list, fields: fieldsBelow(list), count }
}

/** The field of a name, or all that are at a path or below it. */
function fieldsBelow(name: string): readonly number[] {
  const own = pieceNumbers.get(name)
  if (own !== undefined) return [own]
  return pieces.flatMap(({ path }, field) =>
    path === name || path.startsWith(`${name}.`) || path.startsWith(`${name}[]`) ? [field] : [],
  )
}

/** Whether anything that is asked is ranked by its words. */
export function isRanked(asked: Sought): boolean {
  if (asked.kind === 'words') return asked.units.length > 0
  return (asked.kind === 'all' || asked.kind === 'any') && asked.parts.some(isRanked)
}
