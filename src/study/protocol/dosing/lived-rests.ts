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
  const { steps } = lived
  const { chart, decision } = scene
  const lists = lived.reads.items.map((item) => ({
    of: chart.of(item),
    unread: chart.unread(item),
  }))
  steps.length = lived.reads.isAll ? keptSteps(lived, lists) : 0
  lived.lists = lists
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

interface Lived {
  readonly reads: ReadByRule
  lists: readonly ItemLists[]
  /** Of what was read, in order. */
  readonly steps: { readonly moment: Moment; readonly after: RestsSoFar }[]
}

/** How many steps know only of what is the same in other lists: those that are over before anything differs. */
function keptSteps({ steps, lists: before }: Lived, lists: readonly ItemLists[]): number {
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
  return lists
    .flatMap(({ of }) => of.slice(leadingCount(of, isOver), leadingCount(of, isSeen)))
    .map(({ moment }) => moment)
    .toSorted(orderMoments)
}

/** By the chart of now, of which there is one for each participant that is asked about. */
const livedRests = new WeakMap<Chart, Map<HoldRule, Lived>>()

function livedBy(rule: HoldRule, known: Chart, book: ProtocolBook): Lived {
  return livedRests
    .getOrInsertComputed(known, () => new Map<HoldRule, Lived>())
    .getOrInsertComputed(rule, () => ({
      reads: readBy(rule, book),
      lists: [],
      steps: [],
    }))
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
