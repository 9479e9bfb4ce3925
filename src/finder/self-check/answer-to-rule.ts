import type { Answer } from '../eligibility/facts.ts'
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
