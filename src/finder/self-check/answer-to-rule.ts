import type { Answer } from '../eligibility/facts.ts'
import type { Kind } from '../eligibility/criteria.ts'
import type { CriterionAsk } from './ask.ts'
import { turnedAnswer } from './read-answers.ts'

/**
 * What an answer to a question tells of its rule: a yes to a question that asks for more than the rule leaves it open, and a
 * no to one that asks for some of what is enough.
 */
export function answerToRule(answer: Answer, ask: CriterionAsk | undefined): Answer {
  if (ask?.kind !== 'rule') return answer
  const given = turnedAnswer(answer, ask.rule.isTurned)
  const isLeft = (ask.rule.isWide && given === 'yes') || (ask.rule.isPart && given === 'no')
  return isLeft ? 'not sure' : answer
}

/** Whether an answer leaves its rule open, which is narrower than its question or names more. */
export function leavesOpen(answer: Answer | undefined, ask: CriterionAsk | undefined): boolean {
  return answer !== undefined && answerToRule(answer, ask) !== answer
}

/**
 * Whether an answer was left open though it leans against joining: a yes beside what keeps out, a no beside what is wanted. It
 * decides nothing, and nobody may be told that nothing they said speaks against the study.
 */
export function leansAgainst(
  kind: Kind,
  answer: Answer | undefined,
  ask: CriterionAsk | undefined,
): boolean {
  return answer === (kind === 'exclusion' ? 'yes' : 'no') && leavesOpen(answer, ask)
}
