import type { HoldRule } from '../document/dosing.ts'
import { itemsRead, readsItemsOnly } from '../expression/items-read.ts'
import type { ProtocolBook, Scene } from '../expression/scene.ts'
import type { Chart } from '../facts/chart.ts'
import type { FactReading } from '../facts/reading.ts'
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
  const { reads } = lived
  const readings = reads.items.map((item) => [...scene.chart.of(item), ...scene.chart.unread(item)])
  if (!reads.isAll || lived.isPlanned !== scene.isPlanned || !isSame(lived.readings, readings))
    Object.assign(lived, {
      isPlanned: scene.isPlanned,
      readings,
      moments: momentsOf(reads.items, scene.chart),
      steps: [],
    } satisfies Omit<Lived, 'reads'>)
  const moments = lived.moments.filter((moment) => compareMoments(moment, scene.decision) !== 1)
  const kept = lived.steps.findIndex(({ moment }, index) => moment !== moments[index])
  if (kept !== -1) lived.steps.length = kept
  for (const moment of moments.slice(lived.steps.length)) {
    const before = lived.steps.at(-1)?.after ?? noRest
    lived.steps.push({ moment, after: next(before, { ...scene, decision: moment }) })
  }
  return next(lived.steps.at(-1)?.after ?? noRest, scene)
}

const noRest: RestsSoFar = { ends: [], wasTooLong: false }

interface Lived {
  readonly reads: ReadByRule
  isPlanned: boolean
  readings: readonly (readonly FactReading[])[]
  /** Of what was read, in order. */
  moments: readonly Moment[]
  steps: { readonly moment: Moment; readonly after: RestsSoFar }[]
}

function momentsOf(items: readonly string[], chart: Chart): readonly Moment[] {
  return items
    .flatMap((item) => chart.of(item))
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
      isPlanned: false,
      readings: [],
      moments: [],
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

function isSame(
  one: readonly (readonly FactReading[])[],
  other: readonly (readonly FactReading[])[],
): boolean {
  return (
    one.length === other.length &&
    one.every((list, index) => {
      const same = other[index]
      return list.length === same?.length && list.every((reading, at) => reading === same[at])
    })
  )
}
