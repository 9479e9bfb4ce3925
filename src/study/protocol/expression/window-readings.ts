import { leadingCount } from '../../../base/leading-count.ts'
import type { ReadingSelect } from '../document/expressions.ts'
import type { FactReading } from '../facts/reading.ts'
import { orderInstants } from '../time/instants.ts'
import type { Moment } from '../time/moment.ts'
import type { Scene } from './scene.ts'

/** The moments that limit a window. */
export interface WindowLimits {
  readonly from?: Moment
  readonly after?: Moment
  readonly until?: Moment
  readonly before?: Moment
  readonly day?: Moment
}

/**
 * The latest reading that a decision can know of, where nothing makes that doubtful and no window limits it: each of its
 * item is of one instant, can be read and was taken where it counts, and no two are of the last one's. Else undefined, and
 * `selectReadings` tells.
 */
export function latestPlain(select: ReadingSelect, scene: Scene): FactReading | undefined {
  const { chart, decision } = scene
  if (decision.instant === undefined || !isUnlimited(select)) return undefined
  if (!chart.isPlain(select.item)) return undefined
  const all = chart.of(select.item)
  const place = countBegun(all, decision.instant)
  const [last, before] = [all[place - 1], all[place - 2]]
  const isSole = last !== undefined && before?.moment.instant !== last.moment.instant
  return isSole && last.isSiteListed ? last : undefined
}

/** True for all readings of an item, or all up to the decision. */
function isUnlimited(select: ReadingSelect): boolean {
  const { until } = select
  if (until && (until.at !== 'decision' || until.plus !== undefined)) return false
  const { site, method, details, visit, from, after, before, onDayOf } = select
  return !(site ?? method ?? details ?? visit ?? from ?? after ?? before ?? onDayOf)
}

/** The readings of a window between two instants, where each of the item is of one and nothing else is asked of them. */
export function sureReadings(
  { item, site, method, details, visit }: ReadingSelect,
  { from, until, after, before, day }: WindowLimits,
  { chart, decision }: Scene,
): readonly FactReading[] | undefined {
  if (site ?? method ?? details ?? visit ?? after ?? before ?? day) return undefined
  const [start, end] = [from ?? decision, until ?? decision]
  if (!decision.instant || !start.instant || !end.instant) return undefined
  if (!chart.isPlain(item)) return undefined
  const all = chart.of(item)
  const seen = countBegun(all, decision.instant)
  const last = end === decision ? seen : Math.min(seen, countBegun(all, end.instant))
  const since = start.instant
  const first = from ? leadingCount(all, ({ moment }) => orderInstants(moment.from, since) < 0) : 0
  return all.slice(first, last)
}

/** Of readings in order, those of the last moment. */
export function ofLastMoment(readings: readonly FactReading[]): readonly FactReading[] {
  let first = readings.length - 1
  while (first > 0 && readings[first - 1]?.moment.instant === readings[first]?.moment.instant)
    first--
  return readings.slice(Math.max(first, 0))
}

/** How many of the readings, which are in order, begin by an instant (UTC). */
export function countBegun(readings: readonly FactReading[], instant: string): number {
  return leadingCount(readings, ({ moment }) => orderInstants(moment.from, instant) <= 0)
}
