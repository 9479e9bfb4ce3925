import { type TimePoint, laterPoint, offsetText, pointText } from './instants.ts'
import type { TimeProblem } from './problems.ts'

/** True for a zone of the IANA database: `Europe/Paris`, `UTC`. */
export function isZone(zone: string): boolean {
  return spansOf(zone) !== undefined
}

/** Seconds that the clocks of a zone were ahead of UTC at a second of UTC. Throws a RangeError for an unknown zone. */
export function offsetAt(zone: string, seconds: number): number {
  return spanAt(zone, seconds).offset
}

/**
 * The one point in UTC at which the clocks of a zone showed a time. A problem for a time that they skipped, and for one
 * that they showed twice: the offset tells, and only a person knows it.
 */
export function atWallClock(wall: TimePoint, zone: string): TimePoint | TimeProblem {
  const { from, until, offset } = spanAt(zone, wall.seconds)
  // Two days from any change of the clocks nothing can be skipped or shown twice.
  if (wall.seconds - from > twoDays && until - wall.seconds > twoDays)
    return laterPoint(wall, -offset)
  const offsets = new Set([
    spanAt(zone, wall.seconds - twoDays / 2).offset,
    offset,
    spanAt(zone, wall.seconds + twoDays / 2).offset,
  ])
  const found = [...offsets].filter((one) => offsetAt(zone, wall.seconds - one) === one)
  const [sole, ...more] = found
  const text = pointText(wall)
  if (sole === undefined) return { problem: 'skippedTime', text, zone }
  if (more.length === 0) return laterPoint(wall, -sole)
  // The larger offset comes first: clocks go back over it.
  const candidates = found.toSorted((one, other) => other - one)
  const written = candidates.map((one) => text + offsetText(one))
  return { problem: 'timeHappensTwice', text, zone, candidates: written }
}

/** A time in which a zone's clocks were not changed: seconds of UTC, the end exclusive. */
interface SteadySpan {
  readonly from: number
  readonly until: number
  readonly offset: number
}

const twoDays = 2 * 86_400
const mostZones = 1000
const mostSpans = 2000

/** What `Temporal` said before: it knows the zones, and is slow to tell. Null for what is no zone. */
const known = new Map<string, SteadySpan[] | null>()

function spansOf(zone: string): SteadySpan[] | undefined {
  let spans = known.get(zone)
  if (spans === undefined) {
    spans = isInDatabase(zone) ? [] : null
    if (known.size < mostZones) known.set(zone, spans)
  }
  return spans ?? undefined
}

function spanAt(zone: string, seconds: number): SteadySpan {
  const spans = spansOf(zone) ?? []
  const found = spans.find(({ from, until }) => from <= seconds && seconds < until)
  if (found) return found
  const span = askedOf(zone, seconds)
  if (spans.length < mostSpans) spans.push(span)
  return span
}

function askedOf(zone: string, seconds: number): SteadySpan {
  const at = Temporal.Instant.fromEpochMilliseconds(seconds * 1000).toZonedDateTimeISO(zone)
  // Of the two, `previous` is before the moment itself, and a change at that very second is wanted too.
  const previous = at.add({ nanoseconds: 1 }).getTimeZoneTransition('previous')
  const next = at.getTimeZoneTransition('next')
  return {
    from: previous ? previous.epochMilliseconds / 1000 : -Infinity,
    until: next ? next.epochMilliseconds / 1000 : Infinity,
    offset: at.offsetNanoseconds / 1e9,
  }
}

function isInDatabase(zone: string): boolean {
  try {
    if (!/^[A-Z]/.test(zone)) return false
    return (
      Temporal.Instant.from('2017-01-01T00:00:00Z').toZonedDateTimeISO(zone).epochMilliseconds > 0
    )
  } catch {
    return false
  }
}
