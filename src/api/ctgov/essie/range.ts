import type { Where } from '../../../finder/catalogue/model/where.ts'
import type { Piece } from '../../../finder/registry/pieces/pieces.ts'
import { type RangeEnd, isOnLine, readRangeEnd } from './range-end.ts'
import { type EssieFault, essieFault, shownInput } from './essie-fault.ts'
import { anyWhere, nothing } from './parts.ts'
import type { EssieTarget } from './target.ts'
import { badValue } from './values.ts'

/** `RANGE[a,b]` of a field on a line, or of how many values a list has. */
export function whereRange(target: EssieTarget, inside: string): Where | EssieFault {
  const ends = inside.split(',').map((end) => end.trim())
  const [from = '', to = ''] = ends
  if (ends.length !== 2) return faultOfRange(inside, 'it holds two values and a comma')
  if (/^max$/i.test(from) || /^min$/i.test(to))
    return faultOfRange(inside, 'MIN can only begin it and MAX only end it')
  const open = { from: isOpen(from) ? undefined : from, to: isOpen(to) ? undefined : to }
  if (target.isSize) return whereSizes(target, open, inside)
  const { piece } = target
  if (!piece || !isOnLine(piece.type))
    return essieFault(
      `RANGE is for fields of dates, ages and numbers, as in AREA[StartDate]RANGE[2020,MAX], and \`${target.name}\` is none`,
    )
  return whereBetween(piece, open)
}

interface Ends {
  readonly from: string | undefined
  readonly to: string | undefined
}

function isOpen(text: string): boolean {
  return /^(?:min|max)?$/i.test(text)
}

function faultOfRange(inside: string, why: string): EssieFault {
  return essieFault(`\`RANGE[${shownInput(inside)}]\` is no range: ${why}`)
}

function whereBetween(piece: Piece, ends: Ends): Where | EssieFault {
  const from = boundOf(piece, ends.from)
  const to = boundOf(piece, ends.to)
  if (from && 'kind' in from) return from
  if (to && 'kind' in to) return to
  // `2022-06` begins after `2022` does, and still lies in it.
  if (from && to && from.first > to.first && !from.text.startsWith(to.text)) return nothing
  return { kind: 'range', piece: piece.name, from: from?.text ?? null, to: to?.text ?? null }
}

function boundOf(piece: Piece, text: string | undefined): RangeEnd | EssieFault | undefined {
  if (text === undefined) return undefined
  return readRangeEnd(piece.type, text) ?? badValue(piece, text)
}

/** So long may a list be that is asked for by its length. */
const mostSize = 1000
/** So many lengths may a range name. */
const mostSizes = 100

/** What has at least so many values is what has not fewer. */
function whereSizes(target: EssieTarget, ends: Ends, inside: string): Where | EssieFault {
  const [from, to] = [ends.from ?? '0', ends.to ?? String(mostSize)].map(Number)
  if (from === undefined || to === undefined || ![from, to].every(isSize))
    return faultOfRange(inside, `a list has 0 to ${mostSize} values`)
  if ((ends.to === undefined ? from : to - from) > mostSizes)
    return faultOfRange(
      inside,
      `it names at most ${mostSizes} lengths, or all from ${mostSizes} on`,
    )
  if (ends.to !== undefined) return anyWhere(sizes(target, from, to))
  return from === 0
    ? { kind: 'everything' }
    : { kind: 'not', part: anyWhere(sizes(target, 0, from - 1)) }
}

function isSize(count: number): boolean {
  return Number.isInteger(count) && count >= 0 && count <= mostSize
}

function sizes(target: EssieTarget, from: number, to: number): Where[] {
  return Array.from({ length: Math.max(0, to - from + 1) }, (_, at) => whereSize(target, from + at))
}

/** Exactly so many values in a list. */
function whereSize({ piece, branch, name }: EssieTarget, count: number): Where {
  return { kind: 'size', piece: piece?.name ?? branch?.path ?? name, count }
}

/** `AREA[Phase:size] 2`. */
export function whereSizeText(target: EssieTarget, text: string): Where | EssieFault {
  const count = Number(text.trim())
  if (/^\s*\d{1,4}\s*$/.test(text) && isSize(count)) return whereSize(target, count)
  return essieFault(
    `\`${target.name}:size\` is a number of values from 0 to ${mostSize}, not \`${shownInput(text)}\``,
  )
}
