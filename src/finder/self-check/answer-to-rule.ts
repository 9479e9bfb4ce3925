import type { Answer } from '../eligibility/facts.ts'
import type { CriterionAsk } from './ask.ts'
import { turnedAnswer } from './read-answers.ts'

/** What an answer to a question tells of its rule: a yes to a question that asks for more than the rule leaves it open. */
export function answerToRule(answer: Answer, ask: CriterionAsk | undefined): Answer {
  if (ask?.kind !== 'rule' || ask.rule.isWide !== true) return answer
  return turnedAnswer(answer, ask.rule.isTurned) === 'yes' ? 'not sure' : answer
}
