import type { HoldRule, Regimen } from '../document/dosing.ts'
import { isMore } from '../quantity/compare-amounts.ts'
import type { FaultReport } from './fault.ts'

/** Reports rests that would end as they begin. */
export function checkRests({ holds = [] }: Regimen, path: string, report: FaultReport): void {
  for (const [index, hold] of holds.entries())
    if (isOverAtOnce(hold))
      report({
        kind: 'rest ends at once',
        path: `${path}.holds[${index}].resumeWhen`,
        found: hold.id,
      })
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
