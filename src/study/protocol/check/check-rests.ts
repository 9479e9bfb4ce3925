import type { HoldRule, Regimen } from '../document/dosing.ts'
import { isMore } from '../quantity/compare-amounts.ts'
import { canBe } from './before-doses.ts'
import type { ExpressionCheck } from './check-names.ts'

/** Reports rests that would end as they begin, and rests that nobody could tell before the first dose. */
export function checkRests(regimen: Regimen, path: string, check: ExpressionCheck): void {
  for (const [index, hold] of (regimen.holds ?? []).entries()) {
    const at = `${path}.holds[${index}]`
    if (isOverAtOnce(hold))
      check.report({ kind: 'rest ends at once', path: `${at}.resumeWhen`, found: hold.id })
    if (!canBe('not met', hold.when, { book: check.book, notGiven: [regimen.item] }))
      check.report({
        kind: 'nobody could begin',
        path: `${at}.when`,
        found: hold.id,
        other: regimen.item,
      })
  }
}

/** Two limits for the same value that share numbers, or one expression for both. */
function isOverAtOnce({ when, resumeWhen }: HoldRule): boolean {
  if (JSON.stringify(when) === JSON.stringify(resumeWhen)) return true
  if (when.op !== 'compare' || resumeWhen.op !== 'compare') return false
  const [one, other] = [when.right, resumeWhen.right]
  if (one.op !== 'quantity' || other.op !== 'quantity') return false
  if (JSON.stringify(when.left) !== JSON.stringify(resumeWhen.left)) return false
  const isShared = (low: typeof one, high: typeof one, isBothOpen: boolean): boolean =>
    isMore(high, low) || (!isBothOpen && !isMore(low, high))
  const isBothIn = when.is.endsWith('=') && resumeWhen.is.endsWith('=')
  if (when.is.startsWith('>') && resumeWhen.is.startsWith('<'))
    return isShared(one, other, !isBothIn)
  if (when.is.startsWith('<') && resumeWhen.is.startsWith('>'))
    return isShared(other, one, !isBothIn)
  return false
}
