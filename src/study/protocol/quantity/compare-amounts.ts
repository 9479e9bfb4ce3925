import { compareQuantities } from './convert.ts'
import { type Quantity, isQuantityProblem } from './quantity.ts'

/** True where an amount is surely more than another, across units. */
export function isMore(one: Quantity, other: Quantity): boolean {
  const compared = compareQuantities(one, other)
  return !isQuantityProblem(compared) && compared.order > 0
}

/** True where two amounts are the same, across units. */
export function isEqual(one: Quantity, other: Quantity): boolean {
  const compared = compareQuantities(one, other)
  return !isQuantityProblem(compared) && compared.order === 0
}
