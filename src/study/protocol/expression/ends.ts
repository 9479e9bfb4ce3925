import { sameValue } from '../facts/disagreement.ts'
import type { FactReading } from '../facts/reading.ts'
import { type Moment, compareMoments, isWholeDays } from '../time/moment.ts'
import { ofLastMoment } from './window-readings.ts'

/**
 * The readings that may be the newest: one, or several that say different things and of which nobody can tell which came
 * last. Readings are in order of when they may begin; where they are plain, each is of one instant.
 */
export function newestReadings(
  readings: readonly FactReading[],
  isPlain = false,
): readonly FactReading[] {
  return endsBy(isPlain ? ofLastMoment(readings) : readings, readings.at(-1))
}

/** The readings that may be the first, as `newestReadings`. */
export function oldestReadings(readings: readonly FactReading[]): readonly FactReading[] {
  return endsBy(readings, readings[0])
}

/** Why it cannot be told which of some readings is the newest: they are of one moment, or one is written too coarsely. */
export function whyUnordered([one, other]: readonly FactReading[]):
  | 'readings disagree'
  | 'moment not exact' {
  const isOneMoment = one && other && compareMoments(one.moment, other.moment) === 0
  return isOneMoment ? 'readings disagree' : 'moment not exact'
}

function endsBy(
  readings: readonly FactReading[],
  end: FactReading | undefined,
): readonly FactReading[] {
  if (!end) return []
  const others = readings.filter((one) => one !== end && isUnordered(one.moment, end.moment))
  return others.some((one) => !sameValue(one, end)) ? [...others, end] : [end]
}

/** A day is held against the day of the place where the other was written. */
function isUnordered(one: Moment, other: Moment): boolean {
  if (one.instant !== undefined && other.instant !== undefined) return one.instant === other.instant
  if (isWholeDays(one) || isWholeDays(other))
    return one.lastDay >= other.firstDay && other.lastDay >= one.firstDay
  const order = compareMoments(one, other)
  return order === undefined || order === 0
}
