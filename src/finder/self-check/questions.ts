import type { Criteria, Criterion } from '../eligibility/criteria.ts'
import { decide } from '../eligibility/decide.ts'
import { askOf } from './ask.ts'
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
 * A study's criteria, with what was read in each, as groups of questions; empty groups and questions that nobody need
 * answer are left out.
 */
export function questionGroups(
  criteria: Criteria,
  readings: ReadingsById,
): readonly QuestionGroup[] {
  const roots = criteria.parts.filter((part) => part.type === 'criterion')
  const all = roots.map((root) => questionOf(root, readings)).filter(asksAnything)
  return groupNames
    .map((group) => ({ group, questions: all.filter((one) => groupOf(one) === group) }))
    .filter(({ questions }) => questions.length > 0)
}

/** Every question of some groups that a person can answer. */
export function askedIds(all: readonly QuestionGroup[]): readonly string[] {
  const idsIn = (questions: readonly Question[]): string[] =>
    questions.flatMap(({ criterion, isAsked, children }) => [
      ...(isAsked ? [criterion.id] : []),
      ...idsIn(children),
    ])
  return all.flatMap(({ questions }) => idsIn(questions))
}

function questionOf(criterion: Criterion, all: ReadingsById): Question {
  const readings = all.get(criterion.id) ?? []
  const under = criterion.children.filter((child) => child.type === 'criterion')
  return {
    criterion,
    readings,
    ask: askOf(criterion, readings),
    isAsked: !criterion.opens && !isToldByPerson(criterion, readings),
    children: under.map((child) => questionOf(child, all)),
  }
}

function asksAnything({ isAsked, children }: Question): boolean {
  return isAsked || children.some(asksAnything)
}

/** True when age and sex alone tell a criterion, whoever the person is: then nobody is asked twice. */
function isToldByPerson(criterion: Criterion, readings: readonly Reading[]): boolean {
  if (!readings.some(({ type }) => type === 'age' || type === 'sex')) return false
  const alone: Criteria = { source: '', parts: [{ ...criterion, children: [] }] }
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
