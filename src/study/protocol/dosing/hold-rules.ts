import type { HoldRule, Regimen } from '../document/dosing.ts'
import type { TruthExpression } from '../document/expressions.ts'
import { itemsRead } from '../expression/items-read.ts'
import type { Scene } from '../expression/scene.ts'
import type { Truth } from '../expression/truth.ts'
import { weighTruth } from '../expression/weigh-truth.ts'
import type { FactReading } from '../facts/reading.ts'
import type { RuleLookedAt } from '../state/answers.ts'
import { type QuestionDesk, judgedAt } from '../state/question-desk.ts'
import { movedBy, shownMoment } from '../state/moved.ts'
import { type Moment, compareMoments, orderMoments } from '../time/moment.ts'

/** Whether doses rest, since when, and how often they went on at a lower level before. */
export interface HoldFound {
  readonly rules: readonly RuleLookedAt[]
  /** The rule by which doses rest. */
  readonly heldBy?: string
  /** The rule of which nobody can tell whether doses rest by it. */
  readonly openBy?: string
  /** Held longer than the version lets: treatment ends. */
  readonly isOver?: string
  /** How many levels lower doses go on since the last dose, and by which rule. */
  readonly lower: number
  readonly loweredBy?: string
  readonly ended?: Moment
}

/**
 * Looks at the rules that let doses rest. A rest begins when its rule is met and ends when the other is, so every
 * moment at which something was recorded is looked at in order, and the decision's own. What is unknown neither begins a rest nor ends one,
 * and is asked.
 */
export function heldAt(
  { holds = [] }: Regimen,
  since: Moment | undefined,
  scene: Scene,
  desk: QuestionDesk,
): HoldFound {
  const all = holds.map((rule) => restOf(rule, since, scene, desk))
  const over = all.find(({ isOver }) => isOver)?.looked.rule
  const held = all.find(({ isHeld }) => isHeld)?.looked.rule
  const open = all.find(({ isOpen }) => isOpen)?.looked.rule
  const lowered = all.find(({ lower }) => lower > 0)
  return {
    rules: all.map(({ looked }) => looked),
    lower: all.reduce((sum, { lower }) => sum + lower, 0),
    ...(held !== undefined && { heldBy: held }),
    ...(open !== undefined && { openBy: open }),
    ...(over !== undefined && { isOver: over }),
    ...(lowered && { loweredBy: lowered.looked.rule }),
    ...(lowered?.endedAt && { ended: lowered.endedAt }),
  }
}

function restOf(rule: HoldRule, since: Moment | undefined, scene: Scene, desk: QuestionDesk) {
  const { heldSince, freedAt, endedAt, lower, wasTooLong } = restsUntil(rule, since, scene)
  const truth = heldSince ? goesOn(rule, heldSince, scene) : weighTruth(rule.when, scene)
  const judged = judgedAt(desk, truth, { node: rule.id, blocks: true })
  const isOpen = heldSince === undefined && truth.verdict === 'unknown'
  const isTooLong = heldSince !== undefined && isPast(rule, heldSince, scene.decision, scene)
  const rest = heldSince ? restSince(rule, heldSince, scene) : freedBy(truth, freedAt)
  const looked: RuleLookedAt = {
    ...judged,
    rule: rule.id,
    did: heldSince || isOpen ? 'hold' : 'nothing',
    ...(rest && { rest }),
  }
  return {
    isHeld: heldSince !== undefined,
    isOpen,
    lower,
    endedAt,
    isOver: wasTooLong || isTooLong,
    looked,
  }
}

/** Lives through the rests of a rule until the decision. */
function restsUntil(rule: HoldRule, since: Moment | undefined, scene: Scene) {
  let heldSince: Moment | undefined
  let freedAt: Moment | undefined
  let endedAt: Moment | undefined
  let lower = 0
  let wasTooLong = false
  for (const decision of momentsOf(rule, scene)) {
    const then = { ...scene, decision }
    if (!heldSince) {
      const { verdict } = weighTruth(rule.when, then)
      if (verdict !== 'met') freedAt = undefined
      else if (!freedAt || isNews(rule, freedAt, then)) heldSince = decision
    } else if (goesOn(rule, heldSince, then).verdict === 'met') {
      // A rest that ended before the last dose was counted with that dose.
      if (!since || orderMoments(decision, since) > 0) lower += rule.resumeLower ?? 0
      wasTooLong ||= isPast(rule, heldSince, decision, scene)
      heldSince = undefined
      freedAt = decision
      endedAt = decision
    }
  }
  return { heldSince, freedAt, endedAt, lower, wasTooLong }
}

/** Whether a rest is over: by what was recorded since it began. What somebody said of an earlier rest ends no later one. */
function goesOn({ resumeWhen }: HoldRule, heldSince: Moment, scene: Scene): Truth {
  const truth = weighTruth(resumeWhen, sceneSince(resumeWhen, heldSince, scene, 'then or later'))
  return {
    ...truth,
    missing: truth.missing.map((one) =>
      one.why === 'not recorded' || one.why === 'window open'
        ? { ...one, from: one.from ?? heldSince.text }
        : one,
    ),
  }
}

/** Whether a rule that is still met when doses went on is met by something newer: that begins another rest. */
function isNews({ when }: HoldRule, freedAt: Moment, scene: Scene): boolean {
  return weighTruth(when, sceneSince(when, freedAt, scene, 'later')).verdict === 'met'
}

/** A scene with only those readings of an expression that are not surely before a moment; what is said once stays. */
function sceneSince(
  expression: TruthExpression,
  since: Moment,
  scene: Scene,
  which: 'then or later' | 'later',
): Scene {
  const { chart, book } = scene
  // What days and hours are counted from stays: it is no reading that is tested.
  const read = itemsRead(expression, { ...book, anchors: new Map() })
  const items = [...read].filter((item) => book.items.get(item)?.repeats === 'series')
  const isKept = ({ moment }: FactReading): boolean => {
    const order = compareMoments(moment, since)
    return order !== -1 && (which === 'then or later' || order !== 0)
  }
  const of = new Map(items.map((item) => [item, chart.of(item).filter(isKept)]))
  return { ...scene, chart: { ...chart, of: (item) => of.get(item) ?? chart.of(item) } }
}

function restSince(rule: HoldRule, since: Moment, scene: Scene): RuleLookedAt['rest'] {
  const end = rule.longest === undefined ? undefined : movedBy(since, rule.longest, scene)
  return { since: shownMoment(since), ...(end && { endsAfter: shownMoment(end) }) }
}

function freedBy({ verdict }: Truth, freedAt: Moment | undefined): RuleLookedAt['rest'] {
  return verdict === 'met' && freedAt ? { freed: shownMoment(freedAt) } : undefined
}

/** True where a rest is longer than the version lets. */
function isPast({ longest }: HoldRule, since: Moment, at: Moment, scene: Scene): boolean {
  const end = longest === undefined ? undefined : movedBy(since, longest, scene)
  return end !== undefined && compareMoments(at, end) === 1
}

/**
 * The moments at which something that the rule reads was recorded, and the decision's own at the end: what counts time
 * turns by itself.
 */
function momentsOf({ when, resumeWhen }: HoldRule, scene: Scene): readonly Moment[] {
  const items = itemsRead(when, scene.book).union(itemsRead(resumeWhen, scene.book))
  const recorded = [...items]
    .flatMap((item) => scene.chart.of(item))
    .map(({ moment }) => moment)
    .filter((moment) => compareMoments(moment, scene.decision) !== 1)
    .toSorted(orderMoments)
  return [...recorded, scene.decision]
}
