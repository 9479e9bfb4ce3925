import type { AskedRule } from '../../words/language/asked.ts'
import type { CriterionAsk } from './ask.ts'

/**
 * What two rules share that are put in the same words, whatever an answer tells of each: a person is asked once, and answers
 * both. Undefined where a question names a value, which is of its own rule. Rule `same-question@1`.
 */
export function questionKey(rule: AskedRule): string | undefined {
  const key = JSON.stringify(rule, (name, value: unknown) => (marks.has(name) ? undefined : value))
  return key.includes('"reading":') ? undefined : key
}

const marks = new Set(['isTurned', 'isWide', 'isPart'])

/** For each criterion whose question others of the study have too, their ids. */
export function sameQuestions(
  asked: readonly { readonly ask: CriterionAsk; readonly criterion: { readonly id: string } }[],
): ReadonlyMap<string, readonly string[]> {
  const byKey = new Map<string, string[]>()
  for (const { ask, criterion } of asked) {
    const key = ask.kind === 'rule' ? questionKey(ask.rule) : undefined
    if (key !== undefined) byKey.set(key, [...(byKey.get(key) ?? []), criterion.id])
  }
  const alike = [...byKey.values()].filter((ids) => ids.length > 1)
  return new Map(alike.flatMap((ids) => ids.map((id) => [id, ids.filter((one) => one !== id)])))
}
