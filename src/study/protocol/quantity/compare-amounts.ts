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

/** Whether a sign is true of two things by their order: below 0 where the first is less, 0 where they are equal, above 0 where it is more. */
export function isInOrder(order: number, sign: '<' | '<=' | '>' | '>=' | '=' | '!='): boolean {
  switch (sign) {
    case '<':
      return order < 0
    case '<=':
      return order <= 0
    case '>':
      return order > 0
    case '>=':
      return order >= 0
    case '=':
      return order === 0
    case '!=':
      return order !== 0
  }
}
