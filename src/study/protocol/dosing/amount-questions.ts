import type { Regimen } from '../document/dosing.ts'
import type { OperatorSetting } from '../document/settings.ts'
import { isBeyondMeasure } from '../quantity/beyond-measure.ts'
import { isMore } from '../quantity/compare-amounts.ts'
import type { DoseDerivation } from '../state/answers.ts'
import { type QuestionDesk, askSilent } from '../state/question-desk.ts'
import { capOf } from './dose-rules.ts'

/** What an amount asks where the version is silent: one that is large without a cap, one that nobody can measure unrounded. */
export function amountQuestions(
  regimen: Regimen,
  one: DoseDerivation,
  settings: readonly OperatorSetting[],
  desk: QuestionDesk,
): readonly string[] {
  const { cap, rounding } = regimen
  const { value, unit } = one.amount
  const more = { blocks: false, given: { amount: `${value} ${unit}` } }
  const isLarge =
    cap?.askAbove !== undefined && !capOf(regimen, settings) && isMore(one.amount, cap.askAbove)
  return [
    ...(isLarge ? [askSilent(desk, cap, more)] : []),
    ...(rounding && !one.rounding && isBeyondMeasure(one.amount)
      ? [askSilent(desk, rounding, more)]
      : []),
  ]
}
