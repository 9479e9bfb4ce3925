import { leadingCount } from '../../../base/leading-count.ts'
import { orderTexts } from '../../../base/order-texts.ts'
import { orderInstants } from '../time/instants.ts'
import type { Fact } from './fact.ts'
import { type ChartView, type ReadOne, always, wasSoBy, orderSince, readOne } from './read-one.ts'
import type { FactReading, SetAside } from './reading.ts'
import {
  type Corrections,
  type Timeline,
  earliestCorrections,
  isAlone,
  readingsBy,
  timelinesOf,
} from './timeline.ts'

/** The facts of a participant as they were known at one time: read, put in order, what is corrected left out. */
export interface Chart {
  /** The readings of an item, by when they happened. */
  readonly of: (item: string) => readonly FactReading[]
  /** Readings of an item that say nothing as they are written: a unit left out, a weight that no body has. */
  readonly unread: (item: string) => readonly FactReading[]
  /** True where all that was ever read of an item is of one instant each and can be read: nothing there is doubtful. */
  readonly isPlain: (item: string) => boolean
  /** The facts that a fact took the place of, one after the other, the first of all at the beginning. */
  readonly before: (fact: Fact) => readonly Fact[]
}

/** What is known now. */
export interface ChartOfNow extends Chart {
  /** The facts that nothing is worked out from. */
  readonly setAside: readonly SetAside[]
}

/** A chart as it is without some facts of an item. */
export function chartWithout(chart: Chart, item: string, facts: readonly string[]): Chart {
  const [sole] = facts
  const kept = (readings: readonly FactReading[]): readonly FactReading[] => {
    const place = facts.length === 1 ? placesOf(readings).get(sole) : 'several'
    if (place === undefined) return readings
    return place === 'several'
      ? readings.filter(({ fact }) => !facts.includes(fact.id))
      : readings.toSpliced(place, 1)
  }
  // Few rules read what is left out: it is looked for when one does.
  let [of, unread]: (readonly FactReading[] | undefined)[] = []
  return {
    ...chart,
    of: (other) => (other === item ? (of ??= kept(chart.of(item))) : chart.of(other)),
    unread: (other) =>
      other === item ? (unread ??= kept(chart.unread(item))) : chart.unread(other),
  }
}

type Places = ReadonlyMap<string | undefined, number | 'several'>

/** Where the reading of each fact is in a list: each dose is left out of the same list once. */
function placesOf(readings: readonly FactReading[]): Places {
  return knownPlaces.getOrInsertComputed(readings, () => {
    const places = new Map<string | undefined, number | 'several'>()
    for (const [place, { fact }] of readings.entries())
      places.set(fact.id, places.has(fact.id) ? 'several' : place)
    return places
  })
}

const knownPlaces = new WeakMap<readonly FactReading[], Places>()

/** The charts of one participant: what is known now, and what was known before. */
export interface Charts {
  readonly chart: ChartOfNow
  /**
   * What was known at an instant (UTC). The chart of now where nothing that had happened by then was recorded later:
   * whoever looks at it leaves out what had not happened.
   */
  readonly chartAt: (instant: string) => Chart
  /**
   * What was known at an instant by whoever was about to do what a reading says. That this itself was written down later
   * makes no other chart of it: who looks leaves it out.
   */
  readonly chartBefore: (reading: FactReading, instant: string) => Chart
}

/** Reads facts into charts. The order in which they come makes no difference. */
export function readCharts(facts: readonly Fact[], view: ChartView): Charts {
  const all = facts
    .map((fact) => readOne(fact, view))
    .filter(({ knownFrom }) => wasSoBy(knownFrom, view.now.until))
  const corrections = earliestCorrections(all)
  const timelines = timelinesOf(all, corrections, view)
  const chart = chartOfNow(all, corrections, timelines)
  const differingAt = knownLater(sinceCorrected(all).filter(isKnownLater))
  const earlier = earlierCharts(all, timelines, chart)
  const known = new Map<string, Chart>()
  const chartBy = (differing: readonly ReadOne[], instant: string): Chart =>
    differing.length === 0 ? chart : earlier(differing, instant)
  const chartAt = (instant: string): Chart =>
    known.getOrInsertComputed(instant, () => chartBy(differingAt(instant), instant))
  return {
    chart,
    chartAt,
    chartBefore: (reading, instant) => {
      const { fact } = reading
      const differing = differingAt(instant)
      const others = differing.filter((one) => one.fact !== fact)
      const isApart = others.length < differing.length && isAlone(reading, timelines.get(fact.item))
      return isApart ? chartBy(others, instant) : chartAt(instant)
    },
  }
}

/** What had happened by an instant and was not known yet, of what was known later than it happened. */
function knownLater(late: readonly ReadOne[]): (instant: string) => readonly ReadOne[] {
  const ordered = late.toSorted((one, other) => orderSince(one.happened, other.happened))
  // By when all up to a place were known: before that nothing need be looked for.
  let latest: string = always
  const allKnown = ordered.map(({ knownFrom }) => {
    if (orderSince(latest, knownFrom) < 0) latest = knownFrom
    return latest
  })
  return (instant) => {
    const differing: ReadOne[] = []
    for (
      let at = leadingCount(ordered, ({ happened }) => wasSoBy(happened, instant)) - 1;
      at >= 0;
      at--
    ) {
      if (wasSoBy(allKnown[at] ?? always, instant)) break
      const one = ordered[at]
      if (one && !wasSoBy(one.knownFrom, instant)) differing.push(one)
    }
    return differing
  }
}

function isKnownLater({ happened, knownFrom }: ReadOne): boolean {
  return knownFrom !== always && (happened === always || orderInstants(knownFrom, happened) > 0)
}

/** A correction changes what was so since the fact that it corrects. */
function sinceCorrected(all: readonly ReadOne[]): readonly ReadOne[] {
  if (all.every(({ fact }) => fact.corrects === undefined)) return all
  const happenedAt = new Map(all.map(({ fact, happened }) => [fact.id, happened]))
  return all.map((one) => {
    const { corrects } = one.fact
    const happened = corrects === undefined ? undefined : happenedAt.get(corrects)
    if (happened === undefined || one.happened === always || !wasSoBy(happened, one.happened))
      return one
    return { ...one, happened }
  })
}

/** The chart of an instant: that of now, but for the items of which something was not known yet. */
function earlierCharts(
  all: readonly ReadOne[],
  timelines: ReadonlyMap<string, Timeline>,
  now: Chart,
): (differing: readonly ReadOne[], instant: string) => Chart {
  const byId = Map.groupBy(all, ({ fact }) => fact.id)
  return (differing, instant) => {
    // A correction may be of another item than what it corrects.
    const items = new Set(
      differing.flatMap(({ fact: { item, corrects } }) => [
        item,
        ...(corrects === undefined ? [] : (byId.get(corrects) ?? [])).map(({ fact }) => fact.item),
      ]),
    )
    const [of, unread] = [
      new Map<string, readonly FactReading[]>(),
      new Map<string, readonly FactReading[]>(),
    ]
    const own = (item: string) => timelines.get(item)
    return {
      of: (item) =>
        items.has(item)
          ? of.getOrInsertComputed(item, () => readingsBy(own(item), instant).kept)
          : now.of(item),
      unread: (item) =>
        items.has(item)
          ? unread.getOrInsertComputed(item, () => readingsBy(own(item), instant).unread)
          : now.unread(item),
      isPlain: now.isPlain,
      before: now.before,
    }
  }
}

function chartOfNow(
  all: readonly ReadOne[],
  corrections: Corrections,
  timelines: ReadonlyMap<string, Timeline>,
): ChartOfNow {
  const setAside = all.flatMap(({ fact, read }): SetAside[] => {
    const why = corrections.has(fact.id) ? 'corrected' : read
    return typeof why === 'string' ? [{ fact: fact.id, item: fact.item, why }] : []
  })
  const ordered = new Map<string, ReturnType<typeof readingsBy>>()
  for (const [item, timeline] of timelines) {
    const readings = readingsBy(timeline)
    ordered.set(item, readings)
    for (const { fact } of readings.twice)
      setAside.push({ fact: fact.id, item, why: 'recorded twice' })
  }
  return {
    of: (item) => ordered.get(item)?.kept ?? [],
    unread: (item) => ordered.get(item)?.unread ?? [],
    isPlain: (item) => timelines.get(item)?.isPlain ?? true,
    before: (fact) => chainBefore(fact, all),
    setAside: setAside.toSorted((one, other) => orderTexts(one.fact, other.fact)),
  }
}

/** A circle of corrections, which no form can make, is gone round once. */
function chainBefore(fact: Fact, all: readonly ReadOne[]): readonly Fact[] {
  const chain: Fact[] = []
  let corrects = fact.corrects
  while (corrects !== undefined) {
    const id: string = corrects
    const found = all.find((one) => one.fact.id === id)?.fact
    if (!found || found.id === fact.id || chain.includes(found)) break
    chain.unshift(found)
    corrects = found.corrects
  }
  return chain
}
