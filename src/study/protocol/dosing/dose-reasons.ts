import type { DecisionReason, RuleLookedAt } from '../state/answers.ts'
import { shownMoment } from '../state/moved.ts'
import type { HoldFound } from './hold-rules.ts'
import type { DoseProgress, LevelFound } from './level-changes.ts'

/** The rule of a rest that was ended at a lower level led to that level. */
export function restRules(
  { rules, lower, loweredBy, ended }: HoldFound,
  { level }: LevelFound,
): readonly RuleLookedAt[] {
  if (lower === 0 || level === undefined || !ended) return rules
  return rules.map((rule) =>
    rule.rule === loweredBy && rule.did === 'nothing'
      ? { ...rule, did: 'step', to: level, rest: { ended: shownMoment(ended) } }
      : rule,
  )
}

/** Why a dose is held: rules that nobody can tell, and the one by which doses rest. */
export function heldByRules(
  { isHeld, rules }: LevelFound,
  { heldBy, openBy }: HoldFound,
): readonly DecisionReason[] {
  const unknown = rules.find(({ did }) => did === 'hold') ?? rules.findLast(isUnknown)
  const level = unknown?.rule
  return [
    ...(isHeld ? [becauseOf('rule unknown', level)] : []),
    ...(openBy === undefined ? [] : [becauseOf('rule unknown', openBy)]),
    ...(heldBy === undefined ? [] : [becauseOf('rule holds', heldBy)]),
  ]
}

function isUnknown({ verdict }: RuleLookedAt): boolean {
  return verdict === 'unknown'
}

/** Why a dose is of its level. */
export function levelReason(
  { level }: DoseProgress,
  { change, isChanged }: LevelFound,
  { lower, loweredBy }: HoldFound,
): DecisionReason {
  if (level === undefined) return becauseOf('level started', change)
  const by = lower > 0 ? loweredBy : change
  return becauseOf(isChanged ? 'level changed' : 'level kept', by)
}

function becauseOf(type: DecisionReason['type'], node: string | undefined): DecisionReason {
  return { type, ...(node !== undefined && { node }) }
}
