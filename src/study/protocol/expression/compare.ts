import type { Verdict } from '../../../finder/eligibility/logic.ts'
import type { ComparisonSign } from '../document/expressions.ts'
import { isInOrder } from '../quantity/compare-amounts.ts'
import { compareQuantities } from '../quantity/convert.ts'
import { type Quantity, isQuantityProblem } from '../quantity/quantity.ts'
import { type Ground, type MissingFact, type Truth, groundedTruth, unknownTruth } from './truth.ts'
import { type ValueFound, shownValue } from './value-found.ts'

/** Compares two values, exactly and across units of one kind. A range that spans the limit is unknown. */
export function compareValues(left: ValueFound, is: ComparisonSign, right: ValueFound): Truth {
  if (left.known === 'no' || right.known === 'no') return unknownOf(left, right)
  const verdict = verdictOf(left, is, right)
  const ground = groundOf(left, is, right, verdict === 'unlike' ? 'unknown' : verdict)
  if (verdict === 'unlike')
    return unknownTruth([missingFor(left, right, 'unit not convertible')], [], [ground])
  if (verdict === 'unknown')
    return unknownTruth([missingFor(left, right, 'moment not exact')], [], [ground])
  return groundedTruth(ground, verdict === 'not met' ? turnsMet(left, is, right) : undefined)
}

/** The verdict of `compareValues` alone. */
export function compareVerdict(left: ValueFound, is: ComparisonSign, right: ValueFound): Verdict {
  if (left.known === 'no' || right.known === 'no') return 'unknown'
  const verdict = verdictOf(left, is, right)
  return verdict === 'unlike' ? 'unknown' : verdict
}

function unknownOf(left: ValueFound, right: ValueFound): Truth {
  const open = [left, right].filter((one) => one.known === 'no')
  return unknownTruth(
    open.flatMap(({ missing }) => missing),
    open.flatMap(({ raised }) => raised),
  )
}

type Told = Exclude<ValueFound, { readonly known: 'no' }>

function verdictOf(left: Told, is: ComparisonSign, right: Told): Verdict | 'unlike' {
  if (left.known === 'not applicable' || right.known === 'not applicable') return 'not applicable'
  // What there is none of is not above, below or equal to anything.
  if (left.known === 'none' || right.known === 'none') return is === '!=' ? 'met' : 'not met'
  if (left.known === 'text' || right.known === 'text') {
    if (left.known !== 'text' || right.known !== 'text' || (is !== '=' && is !== '!='))
      return 'unlike'
    return (left.text === right.text) === (is === '=') ? 'met' : 'not met'
  }
  if (left.least === left.most && right.least === right.most)
    return verdictOfPoint(holds(left.least, is, right.least))
  const ends = [
    holds(left.least, is, right.least),
    holds(left.least, is, right.most),
    holds(left.most, is, right.least),
    holds(left.most, is, right.most),
  ]
  if (ends.includes('unlike')) return 'unlike'
  const isPoint = isSame(left) && isSame(right)
  if (ends.every((one) => one === 'yes') && (isPoint || is !== '!=')) return 'met'
  if (ends.every((one) => one === 'no') && (isPoint || is !== '=')) return 'not met'
  return 'unknown'
}

function verdictOfPoint(held: 'yes' | 'no' | 'unlike'): Verdict | 'unlike' {
  return held === 'unlike' ? held : held === 'yes' ? 'met' : 'not met'
}

/** Without an end a side is more than anything. */
function holds(
  left: Quantity | undefined,
  is: ComparisonSign,
  right: Quantity | undefined,
): 'yes' | 'no' | 'unlike' {
  const order = orderOf(left, right)
  if (order === undefined) return 'unlike'
  return isInOrder(order, is) ? 'yes' : 'no'
}

function orderOf(left: Quantity | undefined, right: Quantity | undefined): number | undefined {
  if (!left || !right) return (left ? 0 : 1) - (right ? 0 : 1)
  const compared = compareQuantities(left, right)
  return isQuantityProblem(compared) ? undefined : compared.order
}

function isSame({ least, most }: Extract<Told, { readonly known: 'quantity' }>): boolean {
  return most !== undefined && orderOf(least, most) === 0
}

/** A value that grows with time reaches a least limit by itself, on whichever side of the sign it stands. */
function turnsMet(left: Told, is: ComparisonSign, right: Told): string | undefined {
  if (left.known !== 'quantity' || right.known !== 'quantity') return undefined
  if (is === '>=' || is === '>') return right.most && left.grows?.(right.most, is === '>')
  if (is === '<=' || is === '<') return left.most && right.grows?.(left.most, is === '<')
  return undefined
}

function groundOf(left: Told, is: ComparisonSign, right: Told, verdict: Verdict): Ground {
  const [one, other] = [shownValue(left), shownValue(right)]
  const { item } = left
  const at = left.known === 'quantity' ? left.at : undefined
  const facts = right.facts.length === 0 ? left.facts : [...left.facts, ...right.facts]
  // Nearly all are of a reading and a limit, and are made at every dose.
  if (item !== undefined && one && other && at !== undefined)
    return { type: 'compare', verdict, item, left: one, is, right: other, at, facts }
  return {
    type: 'compare',
    verdict,
    ...(item !== undefined && { item }),
    ...(one && { left: one }),
    is,
    ...(other && { right: other }),
    ...(at !== undefined && { at }),
    facts,
  }
}

function missingFor(left: Told, right: Told, why: MissingFact['why']): MissingFact {
  return { item: left.item ?? right.item ?? '', why, facts: [...left.facts, ...right.facts] }
}
