import { roundQuantity } from './arithmetic.ts'
import { isQuantityProblem, type Quantity } from './quantity.ts'

/** More than three decimals: no syringe, scale or cutter gives it, so somebody rounds. */
export function isBeyondMeasure({ value }: Quantity): boolean {
  return (value.split('.')[1]?.length ?? 0) > 3
}

/**
 * A quantity that is near to one beyond measure, with so few digits that people read it; undefined where none is so near, as of
 * what is very small. It is to be shown beside the other, and never in its place.
 */
export function nearQuantity(quantity: Quantity): Quantity | undefined {
  if (!isBeyondMeasure(quantity)) return undefined
  // Three decimals after a whole number are taken for thousands.
  const step = Number(quantity.value) >= 1 ? '0.01' : '0.001'
  const near = roundQuantity(quantity, step, 'nearest-half-even')
  if (isQuantityProblem(near)) return undefined
  const value = near.value.replace(/(\.\d*?)0+$/, '$1').replace(/\.$/, '')
  return Number(value) >= leastNear ? { value, unit: quantity.unit } : undefined
}

/** Below it, three decimals would be too coarse. */
const leastNear = 0.1
