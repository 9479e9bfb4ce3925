import type { Criteria, Criterion } from '../eligibility/criteria.ts'
import { decide } from '../eligibility/decide.ts'
import type { AsksById } from './ask.ts'
import { type Group, groupOf, groupNames } from './groups.ts'
import type { Reading } from '../eligibility/reading.ts'
import type { Question } from './question.ts'

/** A part of a self-check with its questions, in the order of the criteria. */
export interface QuestionGroup {
  readonly group: Group
  readonly questions: readonly Question[]
}

/** What was read in each criterion, by its id. */
export type ReadingsById = ReadonlyMap<string, readonly Reading[]>

/**
 * A study's criteria, with what was read in each, as groups of questions; empty groups are left out.
 */
export function questionGroups(
  criteria: Criteria,
  readings: ReadingsById,
  asks: AsksById,
): readonly QuestionGroup[] {
  const roots = criteria.parts.filter((part) => part.type === 'criterion')
  const all = roots.map((root) => questionOf(root, readings, asks))
  return groupNames
    .map((group) => ({ group, questions: all.filter((one) => groupOf(one) === group) }))
    .filter(({ questions }) => questions.length > 0)
}

/** Every question of some groups, those under others after them. */
export function allQuestions(all: readonly QuestionGroup[]): readonly Question[] {
  const within = (question: Question): Question[] => [
    question,
    ...question.children.flatMap(within),
  ]
  return all.flatMap(({ questions }) => questions.flatMap(within))
}

function questionOf(criterion: Criterion, all: ReadingsById, asks: AsksById): Question {
  const readings = all.get(criterion.id) ?? []
  const under = criterion.children.filter((child) => child.type === 'criterion')
  const ask = asks.get(criterion.id) ?? { kind: 'site' as const }
  const isTold = isToldByPerson(criterion, readings)
  return {
    criterion,
    readings,
    ask,
    isToldByPerson: isTold,
    isAsked: !criterion.opens && ask.kind === 'rule' && !isTold,
    children: under.map((child) => questionOf(child, all, asks)),
  }
}

function isToldByPerson(criterion: Criterion, readings: readonly Reading[]): boolean {
  if (!readings.some(({ type }) => type === 'age' || type === 'sex')) return false
  const { notAlone: _, ...plain } = criterion
  const alone: Criteria = { source: '', parts: [{ ...plain, children: [] }] }
  return samples.every(
    (facts) =>
      decide(alone, facts, 'screening', { read: () => readings }).criteria[0]?.verdict !==
      'unknown',
  )
}

/** People of very different ages, away from birthdays that limits are made of. */
const samples = [10, 2_000, 11_150, 27_600].flatMap((ageDays) => [
  { ageDays, sex: 'FEMALE' as const },
  { ageDays, sex: 'MALE' as const },
])
