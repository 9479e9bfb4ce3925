import type { ProtocolItem } from '../document/protocol.ts'
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
  /** A reading by its fact's id. */
  readonly setAside: readonly SetAside[]
  /** Instants (UTC) at which something became known, in order; a reading may be known later than it happened. */
  readonly hasLateFacts: boolean
}

/** What a chart is read with. */
export interface ChartView {
  readonly items: ReadonlyMap<string, ProtocolItem>
  /** What happens later is not used, and is asked about. */
  readonly now: Moment
  /** Only what was known at this instant (UTC) is seen; without it, at `now`. */
  readonly knownAt?: string
  readonly zone?: string
}

/** Reads facts into a chart. The order in which they come makes no difference. */
export function readChart(facts: readonly Fact[], view: ChartView): Chart {
  const knownAt = view.knownAt ?? view.now.until
  const dated = facts.map((fact) => datedFact(fact, view.zone))
  const known = dated.filter((one) => one.knownFrom === undefined || one.knownFrom <= knownAt)
  const corrected = new Set(known.flatMap(({ fact }) => fact.corrects ?? []))
  const setAside: SetAside[] = []
  const byItem = new Map<string, FactReading[]>()
  for (const one of known) {
    const read = corrected.has(one.fact.id) ? 'corrected' : readDated(one, view)
    if (typeof read === 'string')
      setAside.push({ fact: one.fact.id, item: one.fact.item, why: read })
    else byItem.set(one.fact.item, [...(byItem.get(one.fact.item) ?? []), read])
  }
  const ordered = new Map<string, readonly FactReading[]>()
  for (const [id, readings] of byItem) {
    const item = view.items.get(id)
    const { kept, twice } = markDisagreement(readings.toSorted(inOrder), item?.repeats ?? 'series')
    ordered.set(id, kept)
    for (const { fact } of twice) setAside.push({ fact: fact.id, item: id, why: 'recorded twice' })
  }
  return {
    of: (item) => ordered.get(item) ?? [],
    setAside: setAside.toSorted((one, other) => compareText(one.fact, other.fact)),
    hasLateFacts: dated.some(isLate) || corrected.size > 0,
  }
}

interface DatedFact {
  readonly fact: Fact
  readonly moment?: Moment
  readonly knownFrom?: string
}

function datedFact(fact: Fact, zone?: string): DatedFact {
  const moment = readMoment(fact.at, zone)
  const recorded = fact.recordedAt === undefined ? moment : readMoment(fact.recordedAt, zone)
  return {
    fact,
    ...(!isTimeProblem(moment) && { moment }),
    // Without a time of recording it was known when it happened; in the future, it is known already.
    ...(!isTimeProblem(recorded) && fact.recordedAt !== undefined && { knownFrom: recorded.from }),
  }
}

function isLate({ moment, knownFrom }: DatedFact): boolean {
  return knownFrom !== undefined && moment !== undefined && knownFrom > moment.until
}

function readDated(
  { fact, moment, knownFrom }: DatedFact,
  { items, now, zone }: ChartView,
): FactReading | SetAside['why'] {
  const item = items.get(fact.item)
  if (!item) return 'unknown item'
  if (!moment) return 'moment not understood'
  if (compareMoments(moment, now) === 1) return 'in the future'
  const value = readValue(fact, item, zone)
  if (typeof value === 'string') return value
  const { sites } = item
  const isSiteListed = sites === undefined || (fact.site !== undefined && sites.includes(fact.site))
  return { fact, moment, value, knownFrom: knownFrom ?? moment.from, rivals: [], isSiteListed }
}

function inOrder(one: FactReading, other: FactReading): number {
  return orderMoments(one.moment, other.moment) || compareText(one.fact.id, other.fact.id)
}

function compareText(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0
}
