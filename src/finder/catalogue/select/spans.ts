import { meanDaysOf, parseAge } from '../../registry/ages.ts'
import type { PieceType } from '../../registry/pieces/pieces.ts'
import type { PieceColumn } from '../segment/piece-column.ts'

/** What a value stands for as numbers, both ends included: days of a date (since 1970), days of an age, or the number itself. */
export interface ValueSpan {
  readonly from: number
  readonly to: number
}

/** The span of a value, or of a bound, in a field of a kind; undefined where it is none of that kind. */
export function spanOf(type: PieceType, text: string): ValueSpan | undefined {
  if (type === 'date') return dateSpan(text)
  if (type === 'time') return spanOfAge(text)
  if (type !== 'integer') return undefined
  const number = text.trim() === '' ? Number.NaN : Number(text)
  return Number.isFinite(number) ? { from: number, to: number } : undefined
}

function spanOfAge(text: string): ValueSpan | undefined {
  const age = parseAge(text)
  if (!age) return undefined
  const days = meanDaysOf(age)
  return { from: days, to: days }
}

const dateForm = /^(\d{4})(?:-(\d\d)(?:-(\d\d)(?:T(\d\d):(\d\d))?)?)?$/

/** A partial date stands for all its days. */
function dateSpan(text: string): ValueSpan | undefined {
  const parts = dateForm.exec(text)
  if (!parts) return undefined
  const [year, month, day, hour, minute] = parts.slice(1).map((part) => part && Number(part))
  if (typeof year !== 'number') return undefined
  if (typeof month !== 'number') return { from: dayOf(year, 1, 1), to: dayOf(year + 1, 1, 1) - 1 }
  if (month < 1 || month > 12) return undefined
  if (typeof day !== 'number') {
    const next = month === 12 ? dayOf(year + 1, 1, 1) : dayOf(year, month + 1, 1)
    return { from: dayOf(year, month, 1), to: next - 1 }
  }
  if (day < 1 || day > 31) return undefined
  const time = (Number(hour ?? 0) * 60 + Number(minute ?? 0)) / 1440
  const from = dayOf(year, month, day) + time
  return { from, to: from }
}

function dayOf(year: number, month: number, day: number): number {
  return Date.UTC(year, month - 1, day) / 86_400_000
}

/** The spans of all values of a column, by their places; not a number where a value is none of its kind. */
export interface ColumnSpans {
  readonly from: Float64Array
  readonly to: Float64Array
}

/** The spans of the values of a column of a kind: read once, as long as the column is kept. */
export function spansIn(column: PieceColumn, type: PieceType): ColumnSpans {
  const known = kept.get(column)
  if (known) return known
  const count = column.values?.length ?? 0
  const spans = { from: new Float64Array(count), to: new Float64Array(count) }
  for (let place = 0; place < count; place++) {
    const span = spanOf(type, column.values?.at(place) ?? '')
    spans.from[place] = span?.from ?? Number.NaN
    spans.to[place] = span?.to ?? Number.NaN
  }
  kept.set(column, spans)
  return spans
}

const kept = new WeakMap<PieceColumn, ColumnSpans>()

/** What is asked of a range: undefined where a bound cannot be read. */
export function rangeOf(
  type: PieceType,
  from: string | null,
  to: string | null,
): ValueSpan | undefined {
  const least = from === null ? -Infinity : spanOf(type, from)?.from
  const most = to === null ? Infinity : spanOf(type, to)?.to
  return least === undefined || most === undefined ? undefined : { from: least, to: most }
}

/** Whether two spans have anything in common. */
export function spansMeet(a: ValueSpan, b: ValueSpan): boolean {
  return a.from <= b.to && a.to >= b.from
}

/** What an age limit that a study does not give stands for; undefined for any other field. */
export function openLimit(piece: string): ValueSpan | undefined {
  if (piece === 'MinimumAge') return { from: 0, to: 0 }
  return piece === 'MaximumAge' ? { from: Infinity, to: Infinity } : undefined
}
