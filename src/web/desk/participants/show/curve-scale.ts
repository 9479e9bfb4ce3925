import type { CurveData } from './curve-data.ts'

/** Where a moment and a temperature stand: across in percent of the width, down in pixels. */
export interface CurveScale {
  readonly x: (at: number) => number
  readonly y: (degrees: number) => number
  /** How far down a level stands above the curve, the highest first; under them a dose that had none. */
  readonly row: (level: string | undefined) => number
  /** Whole degrees with a line of their own. */
  readonly degrees: readonly number[]
  /** Moments at which a day begins, few enough to be read on a phone; milliseconds of the epoch. */
  readonly days: readonly number[]
  /** Where the temperatures begin and end, and the foot of all; pixels. */
  readonly top: number
  readonly bottom: number
  readonly height: number
}

const [left, right] = [9, 97]
const mostDays = 4
const tall = 180
const levelHeight = 26

/** The scale of a curve; undefined where there is nothing to draw. */
export function curveScale(
  { readings, doses, levels }: CurveData,
  zone: string,
): CurveScale | undefined {
  const moments = [...readings, ...doses].map(({ at }) => at)
  if (moments.length === 0) return undefined
  const [first, last] = [Math.min(...moments), Math.max(...moments)]
  const span = Math.max(last - first, 12 * 3_600_000)
  const all = readings.map(({ degrees }) => degrees)
  const low = Math.min(36, Math.floor(Math.min(...all, 36)))
  const high = Math.max(40, Math.ceil(Math.max(...all, 40)))
  const rows = levels.length + (doses.some(({ level }) => level === undefined) ? 1 : 0)
  const top = rows * levelHeight + 26
  const bottom = top + tall
  return {
    x: (at) => left + ((right - left) * (at - first)) / span,
    y: (degrees) => bottom - (tall * (degrees - low)) / (high - low),
    row: (level) => rowOf(levels, level) * levelHeight + 24,
    degrees: Array.from({ length: high - low + 1 }, (_, index) => low + index),
    days: daysOf(first, first + span, zone),
    top,
    bottom,
    height: bottom + 28,
  }
}

function rowOf(levels: readonly string[], level: string | undefined): number {
  return level === undefined ? levels.length : levels.length - 1 - levels.indexOf(level)
}

/** Midnights of the site within a span, so far apart that there are at most four. */
function daysOf(from: number, until: number, zone: string): readonly number[] {
  const start = Temporal.Instant.fromEpochMilliseconds(from)
    .toZonedDateTimeISO(zone)
    .startOfDay()
    .add({ days: 1 })
  const count = Math.max(0, Math.floor((until - start.epochMilliseconds) / 86_400_000) + 1)
  const step = Math.max(1, Math.ceil(count / mostDays))
  return Array.from(
    { length: Math.ceil(count / step) },
    (_, index) => start.add({ days: index * step }).epochMilliseconds,
  ).filter((at) => at <= until)
}
