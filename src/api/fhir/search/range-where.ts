import type { Where } from '../../../finder/catalogue/model/where.ts'
import {
  dayBefore,
  dayFrom,
  utcDay,
  type NumberSpan,
  type Prefix,
  type TimeSpan,
} from './comparison.ts'
import { findsNothing } from './meaning.ts'

/** Days that are served as the moment at which they begin, compared with a span. */
export function instantWhere(piece: string, prefix: Prefix, { from, until }: TimeSpan): Where {
  const since = (day: string): Where => ({ kind: 'range', piece, from: day, to: null })
  const upTo = (day: string): Where => ({ kind: 'range', piece, from: null, to: day })
  switch (prefix) {
    case 'ge':
      return since(dayFrom(from))
    case 'gt':
    case 'sa':
      return since(dayFrom(until))
    case 'lt':
    case 'eb':
      return upTo(dayBefore(from))
    case 'le':
      return upTo(dayBefore(until))
    case 'eq':
    case 'ne': {
      const [first, last] = [dayFrom(from), dayBefore(until)]
      const equal: Where =
        first > last ? findsNothing : { kind: 'range', piece, from: first, to: last }
      return prefix === 'eq' ? equal : present({ kind: 'not', part: equal }, piece)
    }
  }
}

/** Whole numbers compared with a number. */
export function numberWhere(
  piece: string,
  prefix: Prefix,
  { value, from, until }: NumberSpan,
): Where {
  const range = (first: number | null, last: number | null): Where => ({
    kind: 'range',
    piece,
    from: first === null ? null : String(first),
    to: last === null ? null : String(last),
  })
  const [first, last] = [Math.ceil(from), Math.ceil(until) - 1]
  const equal = first > last ? findsNothing : range(first, last)
  switch (prefix) {
    case 'ge':
      return range(Math.ceil(value), null)
    case 'gt':
    case 'sa':
      return range(Math.floor(value) + 1, null)
    case 'lt':
    case 'eb':
      return range(null, Math.ceil(value) - 1)
    case 'le':
      return range(null, Math.floor(value))
    case 'eq':
      return equal
    case 'ne':
      return present({ kind: 'not', part: equal }, piece)
  }
}

/**
 * A study's time, from its start to its end, compared with a span as FHIR compares periods: `eq` lies wholly within the span;
 * `ge` and `le` reach into it or beyond it; `sa` begins after it, `eb` ended before it. A partial date of a record stands for
 * all of its days; an end that is not known is open.
 */
export function periodWhere(
  { start, end }: { readonly start: string; readonly end: string },
  prefix: Prefix,
  { from, until }: TimeSpan,
): Where {
  const [first, last] = [utcDay(from), utcDay(until - 1)]
  const before = dayBefore(Date.parse(`${first}T00:00:00Z`))
  const after = utcDay(Date.parse(`${last}T00:00:00Z`) + dayMs)
  const range = (piece: string, since: string | null, upTo: string | null): Where => ({
    kind: 'range',
    piece,
    from: since,
    to: upTo,
  })
  const endsSince = (day: string): Where =>
    any(range(end, day, null), all(missing(end), has(start)))
  const startsUpTo = (day: string): Where =>
    any(range(start, null, day), all(missing(start), has(end)))
  switch (prefix) {
    case 'ge':
      return endsSince(first)
    case 'gt':
      return endsSince(after)
    case 'le':
      return startsUpTo(last)
    case 'lt':
      return startsUpTo(before)
    case 'sa':
      return all(range(start, after, null), not(range(start, null, last)))
    case 'eb':
      return all(range(end, null, before), not(range(end, first, null)))
    case 'eq':
    case 'ne': {
      const inside = (piece: string): Where =>
        all(
          range(piece, first, last),
          not(range(piece, null, before)),
          not(range(piece, after, null)),
        )
      const equal = all(inside(start), inside(end))
      return prefix === 'eq' ? equal : all(any(has(start), has(end)), not(equal))
    }
  }
}

const dayMs = 86_400_000

function present(where: Where, piece: string): Where {
  return all(where, has(piece))
}

function has(piece: string): Where {
  return not(missing(piece))
}

function missing(piece: string): Where {
  return { kind: 'missing', piece }
}

function not(part: Where): Where {
  return { kind: 'not', part }
}

function all(...parts: readonly Where[]): Where {
  return { kind: 'all', parts }
}

function any(...parts: readonly Where[]): Where {
  return { kind: 'any', parts }
}
