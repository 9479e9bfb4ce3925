import type { ValueExpression } from '../document/expressions.ts'
import { isMore } from '../quantity/compare-amounts.ts'
import { convertQuantity } from '../quantity/convert.ts'
import { isQuantityProblem } from '../quantity/quantity.ts'
import type { ExpressionCheck } from './check-names.ts'

/** Reports what a value can never be told by: half a year by an age in whole years, a code that its item does not have. */
export function checkLimit(
  value: ValueExpression,
  limit: ValueExpression,
  path: string,
  check: ExpressionCheck,
): void {
  checkAge(value, limit, path, check)
  checkCodeText(value, limit, path, check)
  checkPlausible(value, limit, path, check)
}

/** An age is a number of whole years or months: six months cannot be told by whole years. */
function checkAge(
  age: ValueExpression,
  limit: ValueExpression,
  path: string,
  { report }: ExpressionCheck,
): void {
  if (age.op !== 'age' || limit.op !== 'quantity') return
  const count = convertQuantity(limit, age.unit)
  if (isQuantityProblem(count) || (count.isExact && !count.value.includes('.'))) return
  report({ kind: 'not a whole age', path, found: `${limit.value} ${limit.unit}`, other: age.unit })
}

/** A value outside of what its item can plausibly be is not used: a limit there is always met, or never. */
function checkPlausible(
  of: ValueExpression,
  limit: ValueExpression,
  path: string,
  { book, reading, report }: ExpressionCheck,
): void {
  if (limit.op !== 'quantity') return
  const item =
    of.op === 'reading' ? book.items.get(of.of.item) : of.op === 'this' ? reading : undefined
  const { plausible, unit } = item ?? {}
  if (!item || !plausible || unit === undefined) return
  const isBeyond =
    isMore(limit, { value: plausible.to, unit }) || isMore({ value: plausible.from, unit }, limit)
  if (isBeyond)
    report({
      kind: 'limit that no body has',
      path,
      found: `${limit.value} ${limit.unit}`,
      other: item.id,
    })
}

/** A code that an item does not have is never read. */
function checkCodeText(
  of: ValueExpression,
  text: ValueExpression,
  path: string,
  { book, report }: ExpressionCheck,
): void {
  if (of.op !== 'reading' || text.op !== 'text') return
  const codes = book.items.get(of.of.item)?.codes
  if (codes && !codes.includes(text.text))
    report({ kind: 'code not listed', path, found: text.text, other: of.of.item })
}
