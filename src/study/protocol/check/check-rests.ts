import type { HoldRule, Regimen } from '../document/dosing.ts'
import type { TruthExpression } from '../document/expressions.ts'
import { isMore } from '../quantity/compare-amounts.ts'
import type { ExpressionCheck } from './check-names.ts'

/** Reports rests that would end as they begin, and rests that nobody could tell before the first dose. */
export function checkRests(regimen: Regimen, path: string, check: ExpressionCheck): void {
  for (const [index, hold] of (regimen.holds ?? []).entries()) {
    const at = `${path}.holds[${index}]`
    if (isOverAtOnce(hold))
      check.report({ kind: 'rest ends at once', path: `${at}.resumeWhen`, found: hold.id })
    if (!canBe('not met', hold.when, regimen, check))
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

/**
 * Whether a condition may come to an answer while no dose of the regimen was given. What counts from a dose is unknown then;
 * all else may be so or not.
 */
function canBe(
  verdict: 'met' | 'not met',
  expression: TruthExpression,
  regimen: Regimen,
  check: ExpressionCheck,
): boolean {
  const can = (one: TruthExpression) => canBe(verdict, one, regimen, check)
  const { op } = expression
  if (op === 'not')
    return canBe(verdict === 'met' ? 'not met' : 'met', expression.of, regimen, check)
  if (op === 'and' || op === 'or') {
    const isOfAll = (op === 'and') === (verdict === 'met')
    return isOfAll ? expression.of.every(can) : expression.of.some(can)
  }
  if (op === 'exists' && verdict === 'not met' && expression.of.item === regimen.item) return false
  const definition = op === 'defined' ? check.book.definitions.get(expression.name) : undefined
  return !countsFrom(definition?.expression ?? expression, regimen, check)
}

/** Whether an expression needs the moment of a dose of the regimen that was given. */
function countsFrom(
  part: unknown,
  regimen: Pick<Regimen, 'item'>,
  check: Pick<ExpressionCheck, 'book'>,
): boolean {
  if (typeof part !== 'object' || part === null) return false
  if ('anchor' in part && typeof part.anchor === 'string') {
    const event = check.book.anchors.get(part.anchor)?.event
    if (event && 'item' in event && event.item === regimen.item && !isDecided(event)) return true
  }
  return Object.values(part).some((inner) => countsFrom(inner, regimen, check))
}

function isDecided(event: object): boolean {
  return 'orDecision' in event && event.orDecision === true
}
