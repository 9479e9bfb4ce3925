import type { ProtocolCriterion } from '../document/criteria.ts'
import type { ComparisonSign, TruthExpression } from '../document/expressions.ts'
import type { Protocol } from '../document/protocol.ts'
import { compareQuantities } from '../quantity/convert.ts'
import { type Quantity, isQuantityProblem } from '../quantity/quantity.ts'
import type { ExpressionCheck } from './check-names.ts'

/**
 * Reports two criteria that nobody can fulfil together, so that nobody could ever join: at least 5 kg and below 5 kg, or what
 * lets in and what keeps out in the same words. Only what is said of one and the same value is held against each other.
 */
export function checkTogether({ eligibility }: Protocol, { report }: ExpressionCheck): void {
  const seen: {
    readonly id: string
    readonly limits: readonly ValueLimit[]
    readonly said: string
  }[] = []
  for (const [index, criterion] of eligibility.entries()) {
    const { id, kind, expression, appliesIf, status } = criterion
    // What does not hold of a silent one is asked of a person, and keeps nobody out by itself.
    if (!expression || appliesIf || status === 'silent') continue
    const limits = limitsOf(expression, kind === 'inclusion')
    const said = `${kind} ${JSON.stringify(expression)}`
    const turned = `${otherSide(criterion)} ${JSON.stringify(expression)}`
    const path = `eligibility[${index}].expression`
    if (isNever(limits, limits)) report({ kind: 'never together', path, found: id, other: id })
    const against = seen.find((one) => one.said === turned || isNever(limits, one.limits))
    if (against) report({ kind: 'never together', path, found: id, other: against.id })
    seen.push({ id, limits, said })
  }
}

function otherSide({ kind }: ProtocolCriterion): ProtocolCriterion['kind'] {
  return kind === 'inclusion' ? 'exclusion' : 'inclusion'
}

/** What a value must be, for somebody to join. */
interface ValueLimit {
  /** The value that is compared, as it is written. */
  readonly of: string
  readonly is: ComparisonSign
  readonly limit: Quantity
  /** It must be so; where it only must not be otherwise, having no such value is enough. */
  readonly isNeeded: boolean
}

/** What must hold of values for an expression to be met, or not to be: of parts that are all needed. */
function limitsOf(expression: TruthExpression, isMet: boolean): readonly ValueLimit[] {
  if (expression.op === 'not') return limitsOf(expression.of, !isMet)
  if (expression.op === (isMet ? 'and' : 'or'))
    return expression.of.flatMap((one) => limitsOf(one, isMet))
  if (expression.op !== 'compare') return []
  const { left, is, right } = expression
  if (right.op !== 'quantity' || left.op === 'quantity') return []
  const { value, unit } = right
  const limit = { of: JSON.stringify(left), limit: { value, unit }, isNeeded: isMet }
  return [{ ...limit, is: isMet ? is : opposite[is] }]
}

const opposite = { '<': '>=', '<=': '>', '>': '<=', '>=': '<', '=': '!=', '!=': '=' } as const

/** Whether no value is within a limit of each. */
function isNever(some: readonly ValueLimit[], others: readonly ValueLimit[]): boolean {
  return some.some((one) =>
    others.some(
      (other) => one.of === other.of && (one.isNeeded || other.isNeeded) && isApart(one, other),
    ),
  )
}

function isApart(one: ValueLimit, other: ValueLimit): boolean {
  const compared = compareQuantities(one.limit, other.limit)
  if (isQuantityProblem(compared)) return false
  const { order } = compared
  const isAbove = (is: ComparisonSign) => is === '>' || is === '>=' || is === '='
  const isBelow = (is: ComparisonSign) => is === '<' || is === '<=' || is === '='
  const takesEnd = [one.is, other.is].every((is) => is === '>=' || is === '<=' || is === '=')
  if (isAbove(one.is) && isBelow(other.is) && (order > 0 || (order === 0 && !takesEnd))) return true
  if (isBelow(one.is) && isAbove(other.is) && (order < 0 || (order === 0 && !takesEnd))) return true
  const isBut = [one.is, other.is].includes('=') && [one.is, other.is].includes('!=')
  return isBut && order === 0
}
