import type { ProtocolItem } from '../document/protocol.ts'
import { orderInstants } from '../time/instants.ts'
import { type Moment, compareMoments, readMoment } from '../time/moment.ts'
import { isTimeProblem } from '../time/problems.ts'
import type { Fact } from './fact.ts'
import { readValue } from './read-value.ts'
import type { FactReading, SetAside } from './reading.ts'

/** What charts are read with. */
export interface ChartView {
  readonly items: ReadonlyMap<string, ProtocolItem>
  /** What happens later is not used, and is asked about; what was recorded later is not known yet. */
  readonly now: Moment
  readonly zone?: string
}

/** A fact read by itself: what it says, or why it says nothing. */
export interface ReadOne {
  readonly fact: Fact
  readonly read: FactReading | SetAside['why']
  /** It happened, and what it says cannot be used. */
  readonly unread?: FactReading
  /** Instants (UTC), or `always`: when it began to be so, and since when it was known. */
  readonly happened: string
  readonly knownFrom: string
}

/** Since ever: what has no time of its own. */
export const always = 'always'

/** Reads one fact by the items of a document: what it says, or why it says nothing, and since when it was known. */
export function readOne(fact: Fact, view: ChartView): ReadOne {
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
  const known = recorded === undefined && !wasSoBy(said, view.now.until) ? always : said
  if (isTimeProblem(moment))
    return { fact, read: 'moment not understood', happened: always, knownFrom: known }
  // Without a time of recording it was known when it happened; said of the future, it is known already.
  const read = readingOf(fact, moment, view)
  const unread = typeof read === 'string' && saysNothing.has(read) && unreadOf(fact, moment, read)
  return { fact, read, happened: moment.from, knownFrom: known, ...(unread && { unread }) }
}

const saysNothing: ReadonlySet<SetAside['why']> = new Set([
  'not understood',
  'unit not convertible',
  'not plausible',
])

function unreadOf(fact: Fact, moment: Moment, why: SetAside['why']): FactReading {
  const value: FactReading['value'] =
    why === 'unit not convertible' ? { type: 'not known', why } : { type: 'not known' }
  return { fact, moment, value, rivals: [], isSiteListed: true }
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

/** What `always` was so, or was so by an instant. */
export function wasSoBy(since: string, instant: string): boolean {
  return since === always || orderInstants(since, instant) <= 0
}

/** Below, at or above zero as something began before, with or after another; what `always` was so began first. */
export function orderSince(one: string, other: string): number {
  if (one === always || other === always)
    return (one === always ? 0 : 1) - (other === always ? 0 : 1)
  return orderInstants(one, other)
}
