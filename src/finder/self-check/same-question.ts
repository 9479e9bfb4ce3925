import type { AskedRule } from '../../words/language/asked.ts'
import type { Reading } from '../eligibility/reading.ts'
import type { CriterionAsk } from './ask.ts'

/**
 * What two rules share that are put in the same words, whatever an answer tells of each: a person is asked once, and answers
 * both. A value is the same where what is measured, its bounds and its unit are. Rule `same-question@2`.
 */
export function questionKey(rule: AskedRule, readings: readonly Reading[]): string {
  return JSON.stringify(rule, (name, value: unknown) => {
    if (name !== 'reading' || typeof value !== 'number') return marks.has(name) ? undefined : value
    const { span: _, rule: _by, ...asked } = readings[value] ?? { span: [], rule: '' }
    return asked
  })
}

const marks = new Set(['isTurned', 'isWide', 'isPart'])

/** For each criterion whose question others of the study have too, their ids. */
export function sameQuestions(
  asked: readonly { readonly ask: CriterionAsk; readonly criterion: { readonly id: string } }[],
): ReadonlyMap<string, readonly string[]> {
  const byKey = new Map<string, string[]>()
  for (const { ask, criterion } of asked) {
    const key = ask.kind === 'rule' ? questionKey(ask.rule, ask.readings) : undefined
    if (key !== undefined) byKey.set(key, [...(byKey.get(key) ?? []), criterion.id])
  }
  const alike = [...byKey.values()].filter((ids) => ids.length > 1)
  return new Map(alike.flatMap((ids) => ids.map((id) => [id, ids.filter((one) => one !== id)])))
}
