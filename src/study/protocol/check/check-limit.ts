import type { ValueExpression } from '../document/expressions.ts'
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
