import type { Checkpoint, DoseLevel, LevelChange, Regimen } from '../document/dosing.ts'
import type { Scene } from '../expression/scene.ts'
import { unknownTruth } from '../expression/truth.ts'
import { weighTruth } from '../expression/weigh-truth.ts'
import type { ReachedLevel, RuleLookedAt } from '../state/answers.ts'
import { type QuestionDesk, askSilent, judgedAt } from '../state/question-desk.ts'
import { shownMoment, movedBy } from '../state/moved.ts'
import { type Moment, compareMoments } from '../time/moment.ts'
import type { DoseDay } from './dose-days.ts'

/** What was reached so far: by whose dose, and since when. */
export interface DoseProgress {
  /** The number of the next dose. */
  readonly number: number
  readonly level?: string
  /** By which dose and rule it was reached, where a rule led to it. */
  readonly reached?: ReachedLevel
  /** When the level was last changed; at first, the first dose. */
  readonly changedAt?: Moment
  readonly first?: Moment
  readonly last?: Moment
  /** Changes that happened and happen only once. */
  readonly done: ReadonlySet<string>
  /** The last dose was not the one that was due, or nobody can tell its level. */
  readonly isOff: boolean
}

/** The level for one dose, with the rules looked at; none where a rule that decides is unknown. */
export interface LevelFound {
  readonly level?: string
  readonly rules: readonly RuleLookedAt[]
  readonly isChanged: boolean
  /** A rule that is unknown holds the dose. */
  readonly isHeld: boolean
  readonly change?: string
}

/** The level a person begins on: the first rule that is met. One that is unknown before it holds. */
export function startLevel({ start }: Regimen, scene: Scene, desk: QuestionDesk): LevelFound {
  const rules: RuleLookedAt[] = []
  for (const { id, when, level } of start) {
    const truth = when
      ? weighTruth(when, scene)
      : ({ verdict: 'met', grounds: [], missing: [], raised: [] } as const)
    const judged = judgedAt(desk, truth, { node: id, blocks: true })
    const isMet = truth.verdict === 'met'
    rules.push({
      ...judged,
      rule: id,
      did: isMet ? 'start' : 'nothing',
      ...(isMet && { to: level }),
    })
    if (isMet) return { level, rules, isChanged: true, isHeld: false }
    if (truth.verdict === 'unknown') return { rules, isChanged: false, isHeld: true }
  }
  return { rules, isChanged: false, isHeld: true }
}

/** What the changes of level come to before a dose. Unknown never steps; two that want different levels hold. */
export function changedLevel(
  regimen: Regimen,
  progress: DoseProgress,
  day: DoseDay,
  scene: Scene,
  desk: QuestionDesk,
): LevelFound {
  const { level, number } = progress
  const looked = regimen.changes
    .filter((change) => level !== undefined && change.from.includes(level))
    .filter(({ at }) => isAt(at, day, number))
    .map((change) => ({ change, rule: lookAt(change, regimen, progress, scene, desk) }))
  const steps = looked.filter(({ rule }) => rule.did === 'step')
  const isTorn = new Set(steps.map(({ change }) => change.to)).size > 1
  const rules = looked.map(({ rule }) =>
    isTorn && rule.did === 'step' ? tornRule(rule, regimen, desk) : rule,
  )
  const isHeld = rules.some(({ did }) => did === 'hold')
  const [step] = steps
  if (isHeld || !step?.change.to)
    return { ...(level !== undefined && { level }), rules, isChanged: false, isHeld }
  return { level: step.change.to, rules, isChanged: true, isHeld, change: step.change.id }
}

/** Two steps to different levels at one dose: no source says which of them is meant, so a person does. */
function tornRule(rule: RuleLookedAt, { id }: Regimen, desk: QuestionDesk): RuleLookedAt {
  const ask = desk.ask({ type: 'no rule', node: id, facts: [], blocks: true })
  return { ...rule, did: 'hold', asks: [...rule.asks, ask] }
}

function isAt(at: Checkpoint, day: DoseDay, number: number): boolean {
  if ('days' in at) return at.days.includes(day.number)
  return 'fromDay' in at ? day.number >= at.fromDay : number >= at.fromDose
}

function lookAt(
  change: LevelChange,
  { item }: Pick<Regimen, 'item'>,
  progress: DoseProgress,
  scene: Scene,
  desk: QuestionDesk,
): RuleLookedAt {
  const { id, to, when, ifUnknown, once } = change
  const truth = weighTruth(when, scene)
  const holds = truth.verdict === 'unknown' && ifUnknown === 'hold'
  const asks = truth.verdict === 'unknown' && !holds ? { ...truth, missing: [], raised: [] } : truth
  const judged = judgedAt(desk, asks, { node: id, blocks: holds })
  const base = { ...judged, rule: id }
  if (holds) return { ...base, did: 'hold' }
  if (truth.verdict !== 'met') return { ...base, did: 'nothing' }
  if (to === undefined) {
    const ask = askSilent(desk, change, { blocks: false })
    return { ...base, did: 'ask', asks: [...base.asks, ask] }
  }
  if (once === true && progress.done.has(id))
    return { ...base, did: 'nothing', prevented: { by: 'once' } }
  const gap = gapAt(change, progress, scene)
  if (gap.isOver === 'yes') return { ...base, did: 'step', to }
  if (gap.isOver === 'no')
    return {
      ...base,
      did: 'nothing',
      prevented: { by: 'gap', earliest: shownMoment(gap.earliest) },
    }
  const open = unknownTruth([{ item, why: 'moment not exact' }], [], truth.grounds)
  const blocks = ifUnknown === 'hold'
  const unsure = judgedAt(desk, open, { node: id, blocks })
  return { ...unsure, rule: id, did: blocks ? 'hold' : 'nothing' }
}

type GapFound =
  | { readonly isOver: 'yes' | 'unknown' }
  | { readonly isOver: 'no'; readonly earliest: Moment }

/** Whether the least time since the last change is over: not known where one of the two is written too coarsely. */
function gapAt(
  { minGap }: LevelChange,
  { changedAt, first }: DoseProgress,
  scene: Scene,
): GapFound {
  const since = changedAt ?? first
  if (minGap === undefined || !since) return { isOver: 'yes' }
  const earliest = movedBy(since, minGap, scene)
  const order = earliest && compareMoments(scene.decision, earliest)
  if (!earliest || order === undefined) return { isOver: 'unknown' }
  return order === -1 ? { isOver: 'no', earliest } : { isOver: 'yes' }
}

/** Levels by their place: the last is the ceiling. */
export function levelAt({ levels }: Regimen, id: string | undefined): DoseLevel | undefined {
  return levels.find((level) => level.id === id)
}

/** After a rest that lowers the level nothing raises it at the same dose. */
export function withoutStep(found: LevelFound, { level }: DoseProgress): LevelFound {
  if (level === undefined || found.change === undefined) return found
  const { change, rules, ...rest } = found
  const looked = rules.map((rule) =>
    rule.rule === change ? { ...rule, did: 'nothing' as const } : rule,
  )
  return { ...rest, rules: looked, level, isChanged: false }
}
