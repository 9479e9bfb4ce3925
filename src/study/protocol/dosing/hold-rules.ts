import type { HoldRule, Regimen } from '../document/dosing.ts'
import type { TruthExpression } from '../document/expressions.ts'
import { itemsRead } from '../expression/items-read.ts'
import type { Scene } from '../expression/scene.ts'
import type { Truth } from '../expression/truth.ts'
import { weighTruth, weighVerdict } from '../expression/weigh-truth.ts'
import type { Chart } from '../facts/chart.ts'
import type { FactReading } from '../facts/reading.ts'
import type { RuleLookedAt } from '../state/answers.ts'
import { type QuestionDesk, judgedAt } from '../state/question-desk.ts'
import { movedBy, shownMoment } from '../state/moved.ts'
import { type Moment, compareMoments, orderMoments } from '../time/moment.ts'
import { type RestsSoFar, restsUntil } from './lived-rests.ts'

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
 * Looks at the rules that let doses rest. A rest begins when its rule is met and ends when the other is. What is unknown
 * neither begins a rest nor ends one, and is asked.
 */
export function heldAt(
  { holds = [] }: Regimen,
  since: Moment | undefined,
  scene: Scene,
  { desk, known }: Asked,
): HoldFound {
  const all = holds.map((rule) => restOf(rule, since, scene, { desk, known }))
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

interface Asked {
  readonly desk: QuestionDesk
  /** The participant's chart of now. */
  readonly known: Chart
}

function restOf(rule: HoldRule, since: Moment | undefined, scene: Scene, { desk, known }: Asked) {
  // Living through the rests ends with the decision's own scene: what was weighed there is not weighed again.
  let met: Truth | undefined
  const metNow = (): Truth => (met ??= weighTruth(rule.when, scene))
  const isMet = (then: Scene): boolean =>
    (then === scene ? metNow().verdict : weighVerdict(rule.when, then)) === 'met'
  const { heldSince, freedAt, ends, wasTooLong } = restsUntil(rule, scene, known, (before, then) =>
    afterMoment(rule, before, then, isMet),
  )
  // A rest that ended before the last dose was counted with that dose.
  const counted = ends.filter((end) => !since || orderMoments(end, since) > 0)
  const truth = heldSince ? goesOn(rule, heldSince, scene) : metNow()
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
    lower: counted.length * (rule.resumeLower ?? 0),
    endedAt: ends.at(-1),
    isOver: wasTooLong || isTooLong,
    looked,
  }
}

/** What becomes of a rule's rests at the moment of a scene. */
function afterMoment(
  rule: HoldRule,
  before: RestsSoFar,
  then: Scene,
  isMet: (then: Scene) => boolean,
): RestsSoFar {
  const { heldSince, freedAt, ends, wasTooLong } = before
  const { decision } = then
  if (heldSince) {
    const since = sceneSince(rule.resumeWhen, heldSince, then, 'then or later')
    if (weighVerdict(rule.resumeWhen, since) !== 'met') return before
    return {
      freedAt: decision,
      ends: [...ends, decision],
      wasTooLong: wasTooLong || isPast(rule, heldSince, decision, then),
    }
  }
  if (!isMet(then)) return { ends, wasTooLong }
  const isNew = !freedAt || isNews(rule, freedAt, then)
  return isNew ? { ...before, heldSince: decision } : before
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
  return weighVerdict(when, sceneSince(when, freedAt, scene, 'later')) === 'met'
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
