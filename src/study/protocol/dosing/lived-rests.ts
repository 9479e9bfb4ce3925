import { leadingCount } from '../../../base/leading-count.ts'
import type { HoldRule } from '../document/dosing.ts'
import { itemsRead, readsItemsOnly } from '../expression/items-read.ts'
import type { ProtocolBook, Scene } from '../expression/scene.ts'
import type { Chart } from '../facts/chart.ts'
import type { FactReading } from '../facts/reading.ts'
import { orderInstants } from '../time/instants.ts'
import { type Moment, compareMoments, orderMoments } from '../time/moment.ts'

/** What became of the rests of a rule by a moment. */
export interface RestsSoFar {
  readonly heldSince?: Moment
  /** When doses went on although the rule is met: until it no longer is, or something newer meets it. */
  readonly freedAt?: Moment
  /** When each rest ended, the first one first. */
  readonly ends: readonly Moment[]
  readonly wasTooLong: boolean
}

/**
 * Lives through a rule's rests: every moment at which something that the rule reads was recorded, in order, and the
 * decision's own at the end, as what counts time turns by itself. Later doses begin where earlier ones came to while all that
 * the rule reads is the same. `known` is the participant's chart of now.
 */
export function restsUntil(
  rule: HoldRule,
  scene: Scene,
  known: Chart,
  next: (before: RestsSoFar, then: Scene) => RestsSoFar,
): RestsSoFar {
  const lived = livedBy(rule, known, scene.book)
  const { decision } = scene
  const lists = listsOf(lived.reads, scene.chart)
  const { steps } = livedSoFar(lived, lists)
  const isSeen = ({ moment }: { readonly moment: Moment }) => compareMoments(moment, decision) !== 1
  // What has begun by the end of the decision comes before what has not.
  const lead = leadingCount(steps, isSeen)
  if (lead < steps.length) return next(steps[lead - 1]?.after ?? noRest, scene)
  for (const moment of momentsAfter(steps.at(-1)?.moment, lists, isSeen)) {
    const before = steps.at(-1)?.after ?? noRest
    steps.push({ moment, after: next(before, { ...scene, decision: moment }) })
  }
  return next(steps.at(-1)?.after ?? noRest, scene)
}

const noRest: RestsSoFar = { ends: [], wasTooLong: false }

/** All readings of an item, and those that say nothing as they are written. */
interface ItemLists {
  readonly of: readonly FactReading[]
  readonly unread: readonly FactReading[]
}

/** The rests of a rule as they were lived through by some lists. */
interface LivedLists {
  lists: readonly ItemLists[]
  /** Of what was read, in order. */
  steps: { readonly moment: Moment; readonly after: RestsSoFar }[]
}

interface Lived {
  readonly reads: ReadByRule
  /** By what is known now: these lists are always the same. */
  readonly now: LivedLists
  /** By what was known at some other time, the last that was asked for. */
  readonly other: LivedLists
}

function listsOf({ items }: ReadByRule, chart: Chart): readonly ItemLists[] {
  return items.map((item) => ({ of: chart.of(item), unread: chart.unread(item) }))
}

/** What was lived through by these lists before, or by others for as long as they were the same. */
function livedSoFar({ reads, now, other }: Lived, lists: readonly ItemLists[]): LivedLists {
  if (!reads.isAll) return { lists, steps: [] }
  const isNow = now.lists.every(
    ({ of, unread }, place) => of === lists[place]?.of && unread === lists[place].unread,
  )
  if (isNow) return now
  const [fromNow, fromOther] = [keptSteps(now, lists), keptSteps(other, lists)]
  other.steps = fromNow > fromOther ? now.steps.slice(0, fromNow) : other.steps.slice(0, fromOther)
  other.lists = lists
  return other
}

/** How many steps know only of what is the same in other lists: those that are over before anything differs. */
function keptSteps({ steps, lists: before }: LivedLists, lists: readonly ItemLists[]): number {
  let differs: string | undefined
  for (const [index, { of, unread }] of lists.entries())
    for (const from of [
      firstDifference(before[index]?.of, of),
      firstDifference(before[index]?.unread, unread),
    ])
      if (from !== undefined && (differs === undefined || orderInstants(from, differs) < 0))
        differs = from
  if (differs === undefined) return steps.length
  const limit = differs
  const end = steps.findIndex(({ moment }) => orderInstants(moment.until, limit) >= 0)
  return end === -1 ? steps.length : end
}

/** When the first reading may have happened by which two lists differ. */
function firstDifference(
  one: readonly FactReading[] = [],
  other: readonly FactReading[],
): string | undefined {
  if (one === other) return undefined
  let place = 0
  while (place < one.length && one[place] === other[place]) place++
  const [first, second] = [one[place]?.moment.from, other[place]?.moment.from]
  if (first === undefined || second === undefined) return first ?? second
  return orderInstants(first, second) <= 0 ? first : second
}

/** The moments of readings that come after another and are seen, in order. */
function momentsAfter(
  last: Moment | undefined,
  lists: readonly ItemLists[],
  isSeen: (reading: FactReading) => boolean,
): readonly Moment[] {
  const isOver = ({ moment }: FactReading) => last !== undefined && orderMoments(moment, last) <= 0
  const moments: Moment[] = []
  for (const { of } of lists)
    for (let at = leadingCount(of, isOver); at < of.length; at++) {
      const reading = of[at]
      if (!reading || !isSeen(reading)) break
      moments.push(reading.moment)
    }
  return lists.length === 1 ? moments : moments.sort(orderMoments)
}

/** By the chart of now, of which there is one for each participant that is asked about. */
const livedRests = new WeakMap<Chart, Map<HoldRule, Lived>>()

function livedBy(rule: HoldRule, known: Chart, book: ProtocolBook): Lived {
  return livedRests
    .getOrInsertComputed(known, () => new Map<HoldRule, Lived>())
    .getOrInsertComputed(rule, () => {
      const reads = readBy(rule, book)
      const now = { lists: listsOf(reads, known), steps: [] }
      return { reads, now, other: { lists: [], steps: [] } }
    })
}

interface ReadByRule {
  readonly items: readonly string[]
  /** The rule reads nothing else. */
  readonly isAll: boolean
}

function readBy({ when, resumeWhen }: HoldRule, book: ProtocolBook): ReadByRule {
  return {
    items: [...itemsRead(when, book).union(itemsRead(resumeWhen, book))],
    isAll: readsItemsOnly(when, book) && readsItemsOnly(resumeWhen, book),
  }
}
