import { answerName, turnedAnswer } from '../../../finder/self-check/read-answers.ts'
import type { Told } from '../../../finder/self-check/told.ts'
import { line, type Markup } from '../../shell/markup.ts'
import { hiddenField } from '../../shell/parts/field.ts'

/** What was told travels in the page itself: nothing of it is kept on our side. */
export function hiddenAnswers(
  told: Told,
  rules: string,
  turned: ReadonlySet<string> = new Set(),
): Markup {
  const given = Object.entries(told.answers).filter(([, answer]) => answer !== 'skip')
  const pairs: readonly (readonly [string, string])[] = [
    ['rules', rules],
    ['who', told.who],
    ['age', told.typed.age],
    ['unit', told.typed.unit],
    ['born', told.typed.born],
    ['sex', told.sex ?? ''],
    ...(told.condition === 'skip' ? [] : [['condition', told.condition] as const]),
    ...given.map(([id, answer]) => [answerName(id), turnedAnswer(answer, turned.has(id))] as const),
  ]
  return line`${pairs
    .filter(([name, value]) => value !== '' || name === 'rules')
    .map(([name, value]) => hiddenField(name, value))}`
}
