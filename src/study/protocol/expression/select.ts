import type { MomentExpression, ReadingSelect } from '../document/expressions.ts'
import type { FactReading } from '../facts/reading.ts'
import { calendarDayNumber, dayText } from '../time/calendar.ts'
import { orderInstants } from '../time/instants.ts'
import { type Moment, compareMoments, isWholeDays, orderMoments } from '../time/moment.ts'
import { findMoment, isSaid, isSeen } from './moments.ts'
import type { Scene } from './scene.ts'
import type { MissingFact } from './truth.ts'
import { type WindowLimits, ofLastMoment, countBegun, sureReadings } from './window-readings.ts'

/** A reading in a window, or one of which that cannot be told. */
export interface SelectedReading {
  readonly reading: FactReading
  /** Why it may not count, where that is so. */
  readonly doubt?: MissingFact['why']
}

/** The readings of a window. */
export interface SelectedReadings {
  readonly readings: readonly SelectedReading[]
  /** Its end has passed: what is not recorded by now was not taken in time. */
  readonly isClosed: boolean
  /** What a reading would have to be to count: for asking. */
  readonly wanted: Omit<MissingFact, 'why'>
}

/** The readings that are meant, or only those that may be the latest of them; or what is missing to tell which they are. */
export function selectReadings(
  select: ReadingSelect,
  scene: Scene,
  which: 'all' | 'end' = 'all',
): SelectedReadings | { readonly missing: MissingFact } {
  const limits = limitsOf(select, scene)
  return 'missing' in limits ? limits : readingsWithin(select, limits, scene, which)
}

/** All readings of an item that a decision can know of; with a limit, those of up to it. */
export function seenReadings(item: string, scene: Scene, until?: Moment): readonly FactReading[] {
  const { chart, decision } = scene
  const all = chart.of(item)
  if (decision.instant !== undefined && (!until || until === decision) && chart.isPlain(item))
    return all.slice(0, countBegun(all, decision.instant))
  const { readings } = readingsWithin({ item }, until ? { until } : {}, scene)
  return readings.map(({ reading }) => reading)
}

function readingsWithin(
  select: ReadingSelect,
  limits: WindowLimits,
  scene: Scene,
  which: 'all' | 'end' = 'all',
): SelectedReadings {
  const sure = sureReadings(select, limits, scene)
  if (sure) {
    const readings = which === 'end' ? ofLastMoment(sure) : sure
    return {
      readings: readings.map(asSelected),
      isClosed: isClosed(limits, scene),
      wanted: wantedBy(select.item, limits),
    }
  }
  const readings: SelectedReading[] = []
  const near = nearReadings(scene.chart.of(select.item), limits, scene)
  // Backwards: what is surely before the last one need not be looked at to find the latest.
  let since: string | undefined
  for (let at = near.length - 1; at >= 0; at--) {
    const reading = near[at]
    if (!reading || (since !== undefined && isOver(reading, since))) continue
    const found = selected(reading, select, limits, scene)
    if (!found) continue
    if (which === 'end') since ??= dayShifted(reading.moment.from, -2)
    readings.push(found)
  }
  const all = withUnread(readings.reverse(), select, limits, scene)
  return { readings: all, isClosed: isClosed(limits, scene), wanted: wantedBy(select.item, limits) }
}

function asSelected(reading: FactReading): SelectedReading {
  return reading.isSiteListed ? { reading } : { reading, doubt: 'site not listed' }
}

function isOver({ moment }: FactReading, since: string): boolean {
  return moment.instant !== undefined && orderInstants(moment.instant, since) < 0
}

/** A reading that is in the window, with what makes it doubtful. */
function selected(
  reading: FactReading,
  select: ReadingSelect,
  limits: WindowLimits,
  scene: Scene,
): SelectedReading | undefined {
  if (reading.value.type === 'not known' || !isAsked(reading, select)) return undefined
  const inside = isInside(reading, limits, select)
  if (inside === 'no' || !isSeen(reading, scene)) return undefined
  const doubt =
    inside === 'maybe' ? 'moment not exact' : reading.isSiteListed ? undefined : 'site not listed'
  return { reading, ...(doubt !== undefined && { doubt }) }
}

/** What was recorded and says nothing stands in its place: it may be the one that changes the answer. */
function withUnread(
  readings: readonly SelectedReading[],
  select: ReadingSelect,
  limits: WindowLimits,
  scene: Scene,
): readonly SelectedReading[] {
  const unread = scene.chart
    .unread(select.item)
    .filter((one) => isAsked(one, select) && isSeen(one, scene))
    .filter((one) => isInside(one, limits, select) !== 'no')
    .map((reading) => ({ reading, doubt: whyUnread(reading) }))
  if (unread.length === 0) return readings
  return [...readings, ...unread].toSorted((one, other) =>
    orderMoments(one.reading.moment, other.reading.moment),
  )
}

function whyUnread({ value }: FactReading): MissingFact['why'] {
  return value.type === 'not known' && value.why !== undefined ? value.why : 'not known'
}

function limitsOf(
  select: ReadingSelect,
  scene: Scene,
): WindowLimits | { readonly missing: MissingFact } {
  const limits: { -readonly [Name in keyof WindowLimits]: WindowLimits[Name] } = {}
  const named: readonly [keyof WindowLimits, MomentExpression | undefined][] = [
    ['from', select.from],
    ['after', select.after],
    ['until', select.until],
    ['before', select.before],
    ['day', select.onDayOf],
  ]
  for (const [name, expression] of named) {
    if (expression === undefined) continue
    const found = findMoment(expression, scene)
    if ('missing' in found) return found
    limits[name] = found.moment
  }
  if (select.visit === undefined) return limits
  const span = scene.spanOf(select.visit)
  if (!span) return { missing: { item: select.item, why: 'not defined' } }
  return { ...limits, from: span.opens, until: span.closes }
}

/**
 * The stretch of an item's readings that a window can hold, by their places: the rest need not be looked at. Readings
 * are in order of when they may begin; a day too much at both ends covers every offset.
 */
function nearReadings(
  readings: readonly FactReading[],
  { from, after, until, before, day }: WindowLimits,
  { decision }: Scene,
): readonly FactReading[] {
  // What begins after the decision is not seen.
  let last = countBegun(readings, decision.until)
  for (const limit of [until, before, day])
    if (limit && limit !== decision)
      last = Math.min(last, countBegun(readings, dayShifted(limit.until, 1)))
  let first = 0
  for (const limit of [from, after, day])
    if (limit) first = Math.max(first, countBegun(readings, dayShifted(limit.from, -2)))
  if (first === 0) return last === readings.length ? readings : readings.slice(0, last)
  // A reading that is only a month or a year may begin long before the window.
  const early = wideOf(readings).flatMap(({ place, reading }) => (place < first ? [reading] : []))
  return [...early, ...readings.slice(first, last)]
}

interface PlacedReading {
  readonly place: number
  readonly reading: FactReading
}

/** The readings whose moment is no instant: looked for once, as a window is held against the same list many times. */
function wideOf(readings: readonly FactReading[]): readonly PlacedReading[] {
  return wideReadings.getOrInsertComputed(readings, () =>
    readings
      .map((reading, place) => ({ place, reading }))
      .filter(({ reading }) => reading.moment.instant === undefined),
  )
}

const wideReadings = new WeakMap<readonly FactReading[], readonly PlacedReading[]>()

/** An instant (UTC) so many days later; one of a far year stays. */
function dayShifted(instant: string, days: number): string {
  const day = instant.slice(0, 10)
  const number = calendarDayNumber(day)
  return number === undefined ? instant : dayText(number + days) + instant.slice(10)
}

function isAsked({ fact }: FactReading, { site, method }: ReadingSelect): boolean {
  if (site !== undefined && (fact.site === undefined || !site.includes(fact.site))) return false
  return method === undefined || (fact.method !== undefined && method.includes(fact.method))
}

type Inside = 'yes' | 'no' | 'maybe'

function isInside(
  reading: FactReading,
  { from, after, until, before, day }: WindowLimits,
  select: ReadingSelect,
): Inside {
  if (!isSaid(reading, select.details)) return 'no'
  // Somebody said for which visit it was taken.
  if (select.visit !== undefined && reading.fact.visit !== undefined)
    return reading.fact.visit === select.visit ? 'yes' : 'no'
  const { moment } = reading
  let inside: Inside = day ? sameDay(moment, day) : 'yes'
  if (from) inside = both(inside, notBefore(moment, from))
  if (after) inside = both(inside, opposite(notAfter(moment, after)))
  if (until) inside = both(inside, notAfter(moment, until))
  if (before) inside = both(inside, opposite(notBefore(moment, before)))
  return inside
}

function both(one: Inside, other: Inside): Inside {
  if (one === 'no' || other === 'no') return 'no'
  return one === 'maybe' ? one : other
}

/** Whether a reading is at a limit or later. A limit of whole days is met by the day of the place where it was written. */
function notBefore(moment: Moment, limit: Moment): Inside {
  if (!isWholeDays(moment) && !isWholeDays(limit)) {
    const order = compareMoments(moment, limit)
    return order === undefined ? 'maybe' : order >= 0 ? 'yes' : 'no'
  }
  if (moment.firstDay > limit.lastDay) return 'yes'
  if (moment.lastDay < limit.firstDay) return 'no'
  return isWholeDays(limit) && isWithin(moment, limit) ? 'yes' : 'maybe'
}

function notAfter(moment: Moment, limit: Moment): Inside {
  if (!isWholeDays(moment) && !isWholeDays(limit)) {
    const order = compareMoments(moment, limit)
    return order === undefined ? 'maybe' : order <= 0 ? 'yes' : 'no'
  }
  if (moment.lastDay < limit.firstDay) return 'yes'
  if (moment.firstDay > limit.lastDay) return 'no'
  return isWholeDays(limit) && isWithin(moment, limit) ? 'yes' : 'maybe'
}

function isWithin(moment: Moment, limit: Moment): boolean {
  return (
    moment.firstDay >= limit.firstDay &&
    moment.lastDay <= limit.lastDay &&
    limit.firstDay === limit.lastDay
  )
}

function sameDay(one: Moment, other: Moment): Inside {
  if (one.lastDay < other.firstDay || one.firstDay > other.lastDay) return 'no'
  const isSole = one.firstDay === one.lastDay && other.firstDay === other.lastDay
  return isSole ? 'yes' : 'maybe'
}

function opposite(inside: Inside): Inside {
  return inside === 'yes' ? 'no' : inside === 'no' ? 'yes' : 'maybe'
}

function isClosed({ until, before, day }: WindowLimits, { decision }: Scene): boolean {
  if (day && day.lastDay < decision.firstDay) return true
  return [until, before].some((end) => {
    if (!end) return false
    return isWholeDays(end) ? end.lastDay < decision.firstDay : compareMoments(end, decision) !== 1
  })
}

function wantedBy(
  item: string,
  { from, after, until, before, day }: WindowLimits,
): Omit<MissingFact, 'why'> {
  const start = from ?? after
  const end = until ?? before
  return {
    item,
    ...(start && { from: start.text }),
    ...(end && { until: end.text }),
    ...(day && { onDay: day.firstDay }),
  }
}
