import { orderTexts } from '../../../base/order-texts.ts'
import type { ProtocolItem } from '../document/protocol.ts'
import { orderInstants } from '../time/instants.ts'
import { type Moment, compareMoments, orderMoments, readMoment } from '../time/moment.ts'
import { isTimeProblem } from '../time/problems.ts'
import { markDisagreement } from './disagreement.ts'
import type { Fact } from './fact.ts'
import { readValue } from './read-value.ts'
import type { FactReading, SetAside } from './reading.ts'

/** The facts of a participant as they were known at one time: read, put in order, what is corrected left out. */
export interface Chart {
  /** The readings of an item, by when they happened. */
  readonly of: (item: string) => readonly FactReading[]
  /** Readings of an item that say nothing as they are written: a unit left out, a weight that no body has. */
  readonly unread: (item: string) => readonly FactReading[]
  /** The facts that a fact took the place of, one after the other, the first of all at the beginning. */
  readonly before: (fact: Fact) => readonly Fact[]
  readonly setAside: readonly SetAside[]
}

/** A chart as it is without some facts of an item. */
export function chartWithout(chart: Chart, item: string, facts: readonly string[]): Chart {
  const isKept = ({ fact }: FactReading): boolean => !facts.includes(fact.id)
  const [of, unread] = [chart.of(item).filter(isKept), chart.unread(item).filter(isKept)]
  return {
    ...chart,
    of: (other) => (other === item ? of : chart.of(other)),
    unread: (other) => (other === item ? unread : chart.unread(other)),
  }
}

/** The charts of one participant: what is known now, and what was known before. */
export interface Charts {
  readonly chart: Chart
  /**
   * What was known at an instant (UTC). The chart of now where nothing that had happened by then was recorded later:
   * whoever looks at it leaves out what had not happened.
   */
  readonly chartAt: (instant: string) => Chart
}

/** What charts are read with. */
export interface ChartView {
  readonly items: ReadonlyMap<string, ProtocolItem>
  /** What happens later is not used, and is asked about; what was recorded later is not known yet. */
  readonly now: Moment
  readonly zone?: string
}

/** Reads facts into charts. The order in which they come makes no difference. */
export function readCharts(facts: readonly Fact[], view: ChartView): Charts {
  const all = facts
    .map((fact) => readOne(fact, view))
    .filter(({ knownFrom }) => isBy(knownFrom, view.now.until))
  const late = sinceCorrected(all).filter(isKnownLater)
  const chart = chartOf(all, view)
  const before = new Map<string, Chart>()
  return {
    chart,
    chartAt: (instant) => {
      const differing = late.filter(
        ({ happened, knownFrom }) => isBy(happened, instant) && !isBy(knownFrom, instant),
      )
      if (differing.length === 0) return chart
      const kept = before.get(instant) ?? earlierChart(all, differing, instant, chart, view)
      before.set(instant, kept)
      return kept
    },
  }
}

function isKnownLater({ happened, knownFrom }: ReadOne): boolean {
  return knownFrom !== always && (happened === always || orderInstants(knownFrom, happened) > 0)
}

/** What `always` was so, or was so by an instant. */
function isBy(since: string, instant: string): boolean {
  return since === always || orderInstants(since, instant) <= 0
}

/** A correction changes what was so since the fact that it corrects. */
function sinceCorrected(all: readonly ReadOne[]): readonly ReadOne[] {
  if (all.every(({ fact }) => fact.corrects === undefined)) return all
  const happenedAt = new Map(all.map(({ fact, happened }) => [fact.id, happened]))
  return all.map((one) => {
    const { corrects } = one.fact
    const happened = corrects === undefined ? undefined : happenedAt.get(corrects)
    if (happened === undefined || one.happened === always || !isBy(happened, one.happened))
      return one
    return { ...one, happened }
  })
}

/** The chart of an instant: that of now, but for the items of which something was not known yet. */
function earlierChart(
  all: readonly ReadOne[],
  differing: readonly ReadOne[],
  instant: string,
  now: Chart,
  view: ChartView,
): Chart {
  const corrected = new Set(differing.flatMap(({ fact }) => fact.corrects ?? []))
  const items = new Set([
    ...differing.map(({ fact }) => fact.item),
    ...all.filter(({ fact }) => corrected.has(fact.id)).map(({ fact }) => fact.item),
  ])
  // A correction may be of another item than what it corrects.
  const known = all.filter(
    ({ fact, knownFrom }) =>
      isBy(knownFrom, instant) && (items.has(fact.item) || fact.corrects !== undefined),
  )
  const own = chartOf(known, view)
  return {
    of: (item) => (items.has(item) ? own.of(item) : now.of(item)),
    unread: (item) => (items.has(item) ? own.unread(item) : now.unread(item)),
    before: now.before,
    setAside: own.setAside,
  }
}

/** A fact read by itself: what it says, or why it says nothing. */
interface ReadOne {
  readonly fact: Fact
  readonly read: FactReading | SetAside['why']
  /** It happened, and what it says cannot be used. */
  readonly unread?: FactReading
  /** Instants (UTC), or `always`: when it began to be so, and since when it was known. */
  readonly happened: string
  readonly knownFrom: string
}

const always = 'always'

function readOne(fact: Fact, view: ChartView): ReadOne {
  const { zone } = view
  const moment = readMoment(fact.at, zone)
  const recorded =
    fact.recordedAt === undefined
      ? undefined
      : fact.recordedAt === fact.at
        ? moment
        : readMoment(fact.recordedAt, zone)
  // A correction without a time of recording is of when it says it happened.
  const own = fact.corrects === undefined || isTimeProblem(moment) ? always : moment.from
  const said = recorded && !isTimeProblem(recorded) ? recorded.from : own
  const known = recorded === undefined && !isBy(said, view.now.until) ? always : said
  if (isTimeProblem(moment))
    return { fact, read: 'moment not understood', happened: always, knownFrom: known }
  // Without a time of recording it was known when it happened; said of the future, it is known already.
  const read = readingOf(fact, moment, view)
  const unread = typeof read === 'string' && saysNothing.has(read) && unreadOf(fact, moment)
  return { fact, read, happened: moment.until, knownFrom: known, ...(unread && { unread }) }
}

const saysNothing: ReadonlySet<SetAside['why']> = new Set([
  'not understood',
  'unit not convertible',
  'not plausible',
])

function unreadOf(fact: Fact, moment: Moment): FactReading {
  return { fact, moment, value: { type: 'not known' }, rivals: [], isSiteListed: true }
}

function readingOf(
  fact: Fact,
  moment: Moment,
  { items, now, zone }: ChartView,
): FactReading | SetAside['why'] {
  const item = items.get(fact.item)
  if (!item) return 'unknown item'
  if (compareMoments(moment, now) === 1) return 'in the future'
  const value = readValue(fact, item, zone)
  if (typeof value === 'string') return value
  const { sites } = item
  const isSiteListed = sites === undefined || (fact.site !== undefined && sites.includes(fact.site))
  return { fact, moment, value, rivals: [], isSiteListed }
}

function chartOf(all: readonly ReadOne[], { items }: ChartView): Chart {
  const corrected = new Set(all.flatMap(({ fact }) => fact.corrects ?? []))
  const setAside: SetAside[] = []
  const byItem = new Map<string, FactReading[]>()
  const nothingSaid: FactReading[] = []
  for (const { fact, read, unread } of all) {
    const why = corrected.has(fact.id) ? 'corrected' : read
    if (unread && why !== 'corrected') nothingSaid.push(unread)
    if (typeof why === 'string') setAside.push({ fact: fact.id, item: fact.item, why })
    else {
      const own = byItem.get(fact.item)
      if (own) own.push(why)
      else byItem.set(fact.item, [why])
    }
  }
  const ordered = new Map<string, readonly FactReading[]>()
  for (const [id, readings] of byItem) {
    const repeats = items.get(id)?.repeats ?? 'series'
    const { kept, twice } = markDisagreement(readings.toSorted(inOrder), repeats)
    ordered.set(id, kept)
    for (const { fact } of twice) setAside.push({ fact: fact.id, item: id, why: 'recorded twice' })
  }
  const unread = Map.groupBy(nothingSaid.toSorted(inOrder), ({ fact }) => fact.item)
  return {
    of: (item) => ordered.get(item) ?? [],
    unread: (item) => unread.get(item) ?? [],
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

function inOrder(one: FactReading, other: FactReading): number {
  return (
    orderMoments(one.moment, other.moment) ||
    orderTexts(one.fact.id, other.fact.id) ||
    // Two facts of one id are a mistake; which came first makes no difference.
    orderTexts(JSON.stringify(one.value), JSON.stringify(other.value))
  )
}
