import type { Regimen } from '../document/dosing.ts'
import { eligibilityAt } from '../eligibility/eligibility.ts'
import type { Scene } from '../expression/scene.ts'
import type { MissingFact } from '../expression/truth.ts'
import { isMore } from '../quantity/compare-amounts.ts'
import type {
  DecisionReason,
  DoseDecision,
  DoseDerivation,
  RuleLookedAt,
} from '../state/answers.ts'
import { shownMoment } from '../state/moved.ts'
import { type ParticipantCase, withdrawnAt } from '../state/participant-case.ts'
import { type QuestionDesk, askFor } from '../state/question-desk.ts'
import { compareMoments } from '../time/moment.ts'
import { amountsOf, isAboveZero } from './dose-amount.ts'
import { type DoseDay, doseDay } from './dose-days.ts'
import { amountQuestions } from './amount-questions.ts'
import { smallestOf } from './dose-rules.ts'
import { firstDoseBefore } from './first-dose.ts'
import { heldByRules, levelReason, restRules } from './dose-reasons.ts'
import { heldAt } from './hold-rules.ts'
import {
  type DoseProgress,
  type LevelFound,
  changedLevel,
  levelAt,
  startLevel,
  withoutStep,
} from './level-changes.ts'
import { stoppedAt } from './stop-rules.ts'

/** A decision, and what the replay needs to go on from it. */
export interface DecidedDose {
  readonly decision: DoseDecision
  /** The level that the rules come to, held or not. */
  readonly level?: string
  readonly change?: string
  /** The amounts of that level, also where the dose is held and none is shown. */
  readonly amounts: readonly DoseDerivation[]
}

/** What a decision is made with. */
export interface DoseDesk {
  readonly participant: ParticipantCase
  readonly scene: Scene
  readonly desk: QuestionDesk
}

/** What a regimen says of one dose, at the moment of the scene. Unknown holds and asks; it never goes higher. */
export function decideDose(regimen: Regimen, progress: DoseProgress, at: DoseDesk): DecidedDose {
  const { scene, desk } = at
  const day = doseDay(regimen, progress.first ?? scene.decision, scene.decision, scene.book)
  const base = baseOf(regimen, progress, day, at)
  const refused = refusal(regimen, progress, day, at)
  if (refused.reason) return refusedDose(base, progress, refused.rules, refused.reason)
  const blocked = progress.first || firstDoseBefore(scene) ? [] : eligibilityReasons(at)
  const against = blocked.find(({ type }) => type === 'not eligible')
  if (against) return refusedDose(base, progress, [], against)
  const rest = heldAt(regimen, progress.last, scene, { desk, known: at.participant.chart })
  if (rest.isOver !== undefined)
    return refusedDose(base, progress, rest.rules, { type: 'stopped', node: rest.isOver })
  const stepped = levelFor(regimen, progress, day, at)
  const found = lowered(
    regimen,
    rest.lower > 0 ? withoutStep(stepped, progress) : stepped,
    rest.lower,
  )
  if (!found) return refusedDose(base, progress, rest.rules, { type: 'stopped' })
  const rules = [...refused.rules, ...restRules(rest, found), ...found.rules]
  const holds = [...blocked, ...heldByRules(found, rest)]
  const reason = levelReason(progress, found, rest)
  return settledDose(regimen, progress, { base, found, rules, holds, reason }, at)
}

type DecisionBase = Pick<DoseDecision, 'regimen' | 'number' | 'dueAt' | 'day'>

function refusedDose(
  base: DecisionBase,
  progress: DoseProgress,
  rules: readonly RuleLookedAt[],
  reason: DecisionReason,
): DecidedDose {
  const decision = { ...base, ...empty, kind: 'refuse', rules, because: [reason] } as const
  return { decision, amounts: [], ...levelOf(progress) }
}

interface RulesFound {
  readonly base: DecisionBase
  readonly found: LevelFound
  readonly rules: readonly RuleLookedAt[]
  readonly holds: readonly DecisionReason[]
  /** Why it is this level. */
  readonly reason: DecisionReason
}

/** The level is known as far as it can be: its amount is given, or the dose is held for what is open. */
function settledDose(
  regimen: Regimen,
  progress: DoseProgress,
  { base, found, rules, holds, reason }: RulesFound,
  at: DoseDesk,
): DecidedDose {
  const level = levelAt(regimen, found.level)
  const amounts = level ? amountsOf(regimen, level, at.participant.settings, at.scene) : []
  const dose = settle(regimen, amounts, at)
  if (progress.isOff)
    at.desk.ask({ type: 'given dose differs', node: regimen.id, facts: [], blocks: false })
  const asks = [...rules.flatMap((rule) => rule.asks), ...dose.asks]
  const against = [...holds, ...dose.holds]
  const isHeld = against.length > 0
  const decision: DoseDecision = {
    ...base,
    ...levelOf(found),
    ...(!found.isChanged && progress.reached && { reached: progress.reached }),
    rules,
    missing: [...heldMissing(rules), ...dose.missing],
    asks: asks.length > 1 ? [...new Set(asks)] : asks,
    kind: isHeld ? 'hold' : 'give',
    ...(!isHeld && dose.one && { dose: dose.one }),
    options: isHeld ? dose.options : [],
    because: isHeld ? against : [reason],
  }
  return {
    decision,
    ...levelOf(found),
    ...(found.change !== undefined && { change: found.change }),
    amounts: dose.all,
  }
}

function heldMissing(rules: readonly RuleLookedAt[]): readonly MissingFact[] {
  return rules.flatMap((rule) => (rule.did === 'hold' ? rule.missing : []))
}

const empty = { options: [], missing: [], asks: [] } as const

function baseOf(
  regimen: Regimen,
  progress: DoseProgress,
  day: DoseDay,
  { scene }: DoseDesk,
): DecisionBase {
  return {
    regimen: regimen.id,
    number: progress.number,
    dueAt: shownMoment(scene.decision),
    day: day.label,
  }
}

function levelOf({ level }: { readonly level?: string }): { readonly level?: string } {
  return level === undefined ? {} : { level }
}

/** Withdrawal and the end of treatment. */
function refusal(
  regimen: Regimen,
  progress: DoseProgress,
  day: DoseDay,
  { participant, scene, desk }: DoseDesk,
): { readonly rules: readonly RuleLookedAt[]; readonly reason?: DecisionReason } {
  const withdrawn = withdrawnAt(participant, scene.chart, 'treatment')
  if (withdrawn && compareMoments(withdrawn, scene.decision) !== 1)
    return { rules: [], reason: { type: 'withdrawn', on: shownMoment(withdrawn) } }
  return stoppedAt(regimen, progress.number, progress.first ? day : undefined, scene, desk)
}

/** Before the first dose of the study the criteria decide; later only people do. */
function eligibilityReasons({ participant, scene }: DoseDesk): readonly DecisionReason[] {
  const { answer, by, earliest } = eligibilityAt(scene, 'enrolment', participant.desk)
  const node = by[0] === undefined ? {} : { node: by[0] }
  switch (answer) {
    case 'yes':
      return []
    case 'no':
      return [{ type: 'not eligible', ...node }]
    case 'notYet':
      return [{ type: 'not yet', ...node, ...(earliest !== undefined && { on: earliest }) }]
    case 'unknown':
      return [{ type: 'eligibility open', ...node }]
  }
}

function levelFor(
  regimen: Regimen,
  progress: DoseProgress,
  day: DoseDay,
  { scene, desk }: DoseDesk,
): LevelFound {
  return progress.level === undefined
    ? startLevel(regimen, scene, desk)
    : changedLevel(regimen, progress, day, scene, desk)
}

/** So many levels lower after a rest; undefined where there is none so low. */
function lowered({ levels }: Regimen, found: LevelFound, lower: number): LevelFound | undefined {
  if (lower === 0 || found.level === undefined) return found
  const level = levels[levels.findIndex(({ id }) => id === found.level) - lower]
  return level && { ...found, level: level.id, isChanged: true }
}

interface SettledDose {
  readonly one?: DoseDerivation
  readonly options: readonly DoseDerivation[]
  readonly all: readonly DoseDerivation[]
  readonly holds: readonly DecisionReason[]
  readonly missing: readonly MissingFact[]
  readonly asks: readonly string[]
}

/** One amount to give, or why there is none: no weight, two of them, too little to measure. */
function settle(
  regimen: Regimen,
  amounts: readonly DoseDerivation[] | { readonly missing: readonly MissingFact[] },
  { participant, desk }: DoseDesk,
): SettledDose {
  if ('missing' in amounts) {
    const { missing } = amounts
    const asks = askFor(desk, missing, [], { node: regimen.id, blocks: true })
    return { options: [], all: [], holds: [{ type: 'no weight' }], missing, asks }
  }
  const [one, ...others] = amounts
  if (!one) return { options: [], all: [], holds: [], missing: [], asks: [] }
  if (others.length > 0) {
    const weights = amounts.flatMap(({ weight }) => weight?.fact ?? [])
    const words = regimen.weight?.question
    const node = regimen.weight?.id ?? regimen.id
    const ask = desk.ask({
      type: 'weight',
      node,
      facts: weights,
      blocks: true,
      ...(words && { words }),
    })
    return {
      options: amounts,
      all: amounts,
      holds: [{ type: 'weight not settled', node }],
      missing: [],
      asks: [ask],
    }
  }
  const smallest = smallestOf(regimen, participant.settings)
  // Rounded down to nothing is nothing to give.
  if (!isAboveZero(one.amount) || (smallest && isMore(smallest.rule, one.amount)))
    return {
      options: [one],
      all: amounts,
      holds: [{ type: 'below smallest' }],
      missing: [],
      asks: [],
    }
  return {
    one,
    options: [],
    all: amounts,
    holds: [],
    missing: [],
    asks: amountQuestions(regimen, one, participant.settings, desk),
  }
}
