import { leadingCount } from '../../../base/leading-count.ts'
import { orderTexts } from '../../../base/order-texts.ts'
import { orderMoments } from '../time/moment.ts'
import { markDisagreement } from './disagreement.ts'
import { type ChartView, type ReadOne, wasSoBy, orderSince } from './read-one.ts'
import type { FactReading } from './reading.ts'

/** A reading, and the time in which it counted: since it was known, until a correction of it was. */
interface Placed {
  readonly reading: FactReading
  /** Instants (UTC), or `always`. */
  readonly knownFrom: string
  readonly correctedFrom: string | undefined
}

/** All that was ever read of one item, in order, with what was corrected since. */
export interface Timeline {
  readonly repeats: 'once' | 'series'
  readonly read: readonly Placed[]
  /** What happened and says nothing as it is written. */
  readonly unread: readonly Placed[]
  /** Each is of one instant and can be read. */
  readonly isPlain: boolean
  /** Something was known before it happened. */
  readonly isAhead: boolean
}

/** By the id of a fact: since when it is known to be corrected. */
export type Corrections = ReadonlyMap<string, string>

/** Since when each fact that is corrected is known to be: by the first correction of it. */
export function earliestCorrections(all: readonly ReadOne[]): Corrections {
  const earliest = new Map<string, string>()
  for (const { fact, knownFrom } of all) {
    if (fact.corrects === undefined) continue
    const before = earliest.get(fact.corrects)
    if (before === undefined || orderSince(knownFrom, before) < 0)
      earliest.set(fact.corrects, knownFrom)
  }
  return earliest
}

/** The timeline of each item of which something was read. */
export function timelinesOf(
  all: readonly ReadOne[],
  corrections: Corrections,
  { items }: ChartView,
): ReadonlyMap<string, Timeline> {
  const timelines = new Map<
    string,
    Timeline & { read: Placed[]; unread: Placed[]; isPlain: boolean; isAhead: boolean }
  >()
  for (const { fact, read, unread, knownFrom } of all) {
    const reading = typeof read === 'string' ? unread : read
    if (!reading) continue
    const { item, id } = fact
    const own = timelines.getOrInsertComputed(item, () => ({
      repeats: items.get(item)?.repeats ?? 'series',
      read: [],
      unread: [],
      isPlain: true,
      isAhead: false,
    }))
    if (orderSince(knownFrom, reading.moment.from) < 0) own.isAhead = true
    if (reading.moment.instant === undefined || reading.value.type === 'not known')
      own.isPlain = false
    const placed = { reading, knownFrom, correctedFrom: corrections.get(id) }
    if (typeof read === 'string') own.unread.push(placed)
    else own.read.push(placed)
  }
  for (const { read, unread } of timelines.values()) {
    read.sort(inOrder)
    unread.sort(inOrder)
  }
  return timelines
}

/** The readings of an item that were known by an instant (UTC) and not corrected yet; without one, those of now. */
export function readingsBy(
  timeline: Timeline | undefined,
  instant?: string,
): {
  readonly kept: readonly FactReading[]
  readonly twice: readonly FactReading[]
  readonly unread: readonly FactReading[]
} {
  if (!timeline) return { kept: [], twice: [], unread: [] }
  const { read, unread, repeats, isAhead } = timeline
  // What had not happened yet was not known either.
  const begun = (placed: readonly Placed[]) =>
    isAhead || instant === undefined
      ? placed
      : placed.slice(
          0,
          leadingCount(placed, ({ reading }) => wasSoBy(reading.moment.from, instant)),
        )
  return {
    ...markDisagreement(standing(begun(read), instant), repeats),
    unread: standing(begun(unread), instant),
  }
}

/**
 * True for a reading that takes no other's place and beside which nothing was ever read of its moment: nothing else of its
 * item is read otherwise because of it.
 */
export function isAlone({ fact, moment }: FactReading, timeline: Timeline | undefined): boolean {
  if (fact.corrects !== undefined || timeline?.repeats !== 'series') return false
  const { read } = timeline
  const place = leadingCount(read, ({ reading }) => orderMoments(reading.moment, moment) < 0)
  const [own, next] = [read[place], read[place + 1]]
  return own?.reading.fact === fact && next?.reading.moment.from !== moment.from
}

function standing(placed: readonly Placed[], instant: string | undefined): readonly FactReading[] {
  const those: FactReading[] = []
  for (const { reading, knownFrom, correctedFrom } of placed) {
    const isStanding =
      instant === undefined
        ? correctedFrom === undefined
        : wasSoBy(knownFrom, instant) &&
          (correctedFrom === undefined || !wasSoBy(correctedFrom, instant))
    if (isStanding) those.push(reading)
  }
  return those
}

function inOrder({ reading: one }: Placed, { reading: other }: Placed): number {
  return (
    orderMoments(one.moment, other.moment) ||
    orderTexts(one.fact.id, other.fact.id) ||
    // Two facts of one id are a mistake; which came first makes no difference.
    orderTexts(JSON.stringify(one.value), JSON.stringify(other.value))
  )
}
