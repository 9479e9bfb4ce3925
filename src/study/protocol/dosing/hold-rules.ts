import type { HoldRule, Regimen } from '../document/dosing.ts'
import { itemsRead } from '../expression/items-read.ts'
import type { Scene } from '../expression/scene.ts'
import { weighTruth } from '../expression/weigh-truth.ts'
import type { RuleLookedAt } from '../state/answers.ts'
import { type QuestionDesk, judgedAt } from '../state/question-desk.ts'
import { movedBy } from '../state/moved.ts'
import { type Moment, compareMoments, orderMoments } from '../time/moment.ts'

/** Whether doses rest, since when, and how often they went on at a lower level before. */
export interface HoldFound {
  readonly rules: readonly RuleLookedAt[]
  readonly isHeld: boolean
  /** Held longer than the version lets: treatment ends. */
  readonly isOver?: string
  /** How many levels lower doses go on since the last dose. */
  readonly lower: number
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
  return {
    rules: all.map(({ looked }) => looked),
    isHeld: all.some(({ heldSince }) => heldSince !== undefined),
    lower: all.reduce((sum, { lower }) => sum + lower, 0),
    ...(over !== undefined && { isOver: over }),
  }
}

function restOf(rule: HoldRule, since: Moment | undefined, scene: Scene, desk: QuestionDesk) {
  let heldSince: Moment | undefined
  let lower = 0
  let wasTooLong = false
  for (const decision of momentsOf(rule, scene)) {
    const then = { ...scene, decision }
    if (!heldSince && weighTruth(rule.when, then).verdict === 'met') heldSince = decision
    else if (heldSince && weighTruth(rule.resumeWhen, then).verdict === 'met') {
      // A rest that ended before the last dose was counted with that dose.
      if (!since || orderMoments(decision, since) > 0) lower += rule.resumeLower ?? 0
      wasTooLong ||= isPast(rule, heldSince, decision, scene)
      heldSince = undefined
    }
  }
  const truth = weighTruth(heldSince ? rule.resumeWhen : rule.when, scene)
  const judged = judgedAt(desk, truth, { node: rule.id, blocks: true })
  const isUnknown = truth.verdict === 'unknown'
  const isTooLong = heldSince !== undefined && isPast(rule, heldSince, scene.decision, scene)
  const looked: RuleLookedAt = {
    ...judged,
    rule: rule.id,
    did: heldSince || isUnknown ? 'hold' : 'nothing',
  }
  const held = heldSince ?? (isUnknown ? scene.decision : undefined)
  return { heldSince: held, lower, isOver: wasTooLong || isTooLong, looked }
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
