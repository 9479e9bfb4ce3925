import { bitset, setBit } from '../../../base/bitset.ts'
import { type Piece, pieces } from '../../registry/pieces/pieces.ts'
import { nctNumber } from '../model/nct-number.ts'
import type { LoadedSegment } from '../segment/loaded.ts'
import { isValuePiece, isWordPiece, pieceNumbers } from '../segment/piece-fields.ts'
import { studiesWithin } from '../segment/sites-within.ts'
import { isStudyId } from '../../registry/study-id.ts'
import type { Sought } from './sought.ts'
import { type Bits, allBits, union, without } from './bits.ts'
import { sizedIn } from './field-sizes.ts'
import { findWords } from './find-words.ts'
import { type FoundDocs, foundElsewhere, foundInAll, foundInAny, likelyOf } from './found.ts'
import { openLimit, spansIn, spansMeet } from './spans.ts'
import { plainWords } from './units.ts'
import { keepTo, type ReadUntil } from './verify.ts'

/** One segment that a question is looked up in. */
export interface Looking {
  readonly loaded: LoadedSegment
  readonly deadline: ReadUntil
  /** What was found of parts before, with and without what they are worth: what is said twice is looked up once. */
  readonly scored: Map<Sought, FoundDocs>
  readonly plain: Map<Sought, FoundDocs>
}

/**
 * Looks a question up in the index of one segment. Throws `PieceDamaged` where what it needs is damaged, and `ReadingTooLong` past
 * the deadline.
 */
export function findIn(asked: Sought, looking: Looking, isScored: boolean): FoundDocs {
  const known = isScored ? looking.scored : looking.plain
  const before = known.get(asked)
  if (before) return before
  keepTo(looking.deadline)
  const found = lookUp(asked, looking, isScored)
  known.set(asked, found)
  return found
}

function lookUp(asked: Sought, looking: Looking, isScored: boolean): FoundDocs {
  const { loaded, deadline } = looking
  const { count } = loaded.segment
  const parts = (of: readonly Sought[]): FoundDocs[] =>
    of.map((part) => findIn(part, looking, isScored))
  switch (asked.kind) {
    case 'all':
      return foundInAll(parts(asked.parts), count)
    case 'any':
      return foundInAny(parts(asked.parts), count)
    case 'not':
      return foundElsewhere(findIn(asked.part, looking, false), count)
    case 'words':
      if (asked.units.length === 0) return { sure: allBits(count) }
      return findWords(asked, { segment: loaded.segment, isScored, deadline })
    case 'together':
      return { sure: bitset(count), maybe: perhapsWithin(asked.part, looking) }
    case 'everything':
    case 'nothing':
    case 'value':
    case 'range':
    case 'missing':
    case 'size':
    case 'listSize':
    case 'near':
    case 'ids':
      return findValues(asked, looking)
  }
}

/** Where one element of a list may have it all: a `not` says nothing of what is in the study. */
function perhapsWithin(part: Sought, looking: Looking): Bits {
  const { count } = looking.loaded.segment
  if (part.kind === 'all' || part.kind === 'any') {
    const parts = part.parts.map((one) => ({ sure: perhapsWithin(one, looking) }))
    return (part.kind === 'all' ? foundInAll : foundInAny)(parts, count).sure
  }
  if (ofAbsence.has(part.kind)) return allBits(count)
  return likelyOf(findIn(part, looking, false))
}

const ofAbsence: ReadonlySet<Sought['kind']> = new Set(['not', 'missing', 'size', 'listSize'])

type OfValues = Exclude<Sought, { kind: 'all' | 'any' | 'not' | 'words' | 'together' }>

function findValues(asked: OfValues, looking: Looking): FoundDocs {
  const { loaded } = looking
  const { segment } = loaded
  const { count } = segment
  switch (asked.kind) {
    case 'everything':
      return { sure: allBits(count) }
    case 'nothing':
      return { sure: bitset(count) }
    case 'value':
      return findValue(asked, looking)
    case 'range':
      return { sure: findRange(asked, loaded) }
    case 'missing':
      return { sure: without(allBits(count), havingAnyOf(asked.fields, loaded)) }
    case 'listSize': {
      const any = havingAnyOf(asked.fields, loaded)
      if (asked.count === 0) return { sure: without(allBits(count), any) }
      return { sure: bitset(count), maybe: any }
    }
    case 'size':
      return { sure: sizedIn(asked.field, loaded, (size) => size === asked.count) }
    case 'near':
      return { sure: studiesWithin(loaded, asked, asked.km) }
    case 'ids':
      return { sure: findIds(asked.ids, loaded) }
  }
}

function havingAnyOf(fields: readonly number[], loaded: LoadedSegment): Bits {
  const having = fields.map((field) => sizedIn(field, loaded, (size) => size > 0))
  return having.reduce(union, bitset(loaded.segment.count))
}

function findValue(
  { field, values }: Extract<Sought, { kind: 'value' }>,
  { loaded, deadline }: Looking,
): FoundDocs {
  const { segment } = loaded
  if (field === nctIdField) return { sure: findOwnIds(values, loaded) }
  const column = segment.byPiece.column(field)
  if (!column) return { sure: bitset(segment.count) }
  if (isValuePiece[field]) return { sure: column.havingValues(values) }
  const maybe = column.sized((size) => size > 0)
  if (!isWordPiece[field]) return { sure: bitset(segment.count), maybe }
  const parts = [...values].map((value) => {
    const words = plainWords(value, field)
    return words.units.length > 0
      ? likelyOf(findWords(words, { segment, isScored: false, deadline }))
      : maybe
  })
  return { sure: bitset(segment.count), maybe: parts.reduce(union, bitset(segment.count)) }
}

const nctIdField = pieceNumbers.get('NCTId')
const aliasField = pieceNumbers.get('NCTIdAlias') ?? -1

function findRange(
  { field, span }: Extract<Sought, { kind: 'range' }>,
  { segment }: LoadedSegment,
): Bits {
  const { type, name } = pieces[field] as Piece
  const open = openLimit(name)
  const isOpenFound = open !== undefined && spansMeet(open, span)
  const column = segment.byPiece.column(field)
  if (!column) return isOpenFound ? allBits(segment.count) : bitset(segment.count)
  if (!isValuePiece[field]) return bitset(segment.count)
  const { from, to } = spansIn(column, type)
  // What is no span compares with nothing.
  const found = column.having(
    Uint8Array.from(from, (start, at) =>
      Number(start <= span.to && (to[at] as number) >= span.from),
    ),
  )
  if (!isOpenFound) return found
  const limited = column.having(Uint8Array.from(from, (start) => Number(!Number.isNaN(start))))
  return union(found, without(allBits(segment.count), limited))
}

function findOwnIds(ids: Iterable<string>, { segment }: LoadedSegment): Bits {
  const bits = bitset(segment.count)
  for (const id of ids) {
    const doc = isStudyId(id) ? segment.docOf(nctNumber(id)) : undefined
    if (doc !== undefined) setBit(bits, doc)
  }
  return bits
}

function findIds(ids: ReadonlySet<string>, loaded: LoadedSegment): Bits {
  const own = findOwnIds(ids, loaded)
  const aliases = loaded.segment.byPiece.column(aliasField)
  if (!aliases?.values) return own
  const known = aliases.values.map((value) => Number(ids.has(value.toUpperCase())))
  return union(own, aliases.having(Uint8Array.from(known)))
}
