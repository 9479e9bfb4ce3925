import { type VectorRunner, testVectors } from '../../../testing/run-vectors.ts'
import type { RoundingMode } from '../../../finder/eligibility/fraction.ts'
import { roundQuantity, scaleQuantity, volumeOf } from './arithmetic.ts'
import { compareQuantities, convertQuantity } from './convert.ts'
import { type QuantityProblem, isQuantityProblem } from './quantity.ts'

testVectors('units-and-dose.json', {
  convert: ({ value, frm, to }) => {
    const from = { value: String(value), unit: String(frm) }
    const converted = convertQuantity(from, String(to))
    if (isQuantityProblem(converted)) return { refuse: converted.problem === 'unlikeUnits' }
    const order = compareQuantities(from, { value: '38', unit: 'Cel' })
    return {
      value: Number(converted.value),
      over38: isQuantityProblem(order) ? undefined : order.order > 0,
    }
  },
  dose: doseOf,
  roundDose: ({ value, step, mode }) => {
    const dose = { value: String(value), unit: 'mg' }
    return { value: good(roundQuantity(dose, String(step), String(mode) as RoundingMode)).value }
  },
})

function doseOf({ weightKg, mgPerKg, capMg }: Parameters<VectorRunner>[0]) {
  const weight = { value: String(weightKg), unit: 'kg' }
  const dose = good(scaleQuantity({ value: String(mgPerKg), unit: 'mg/kg' }, weight))
  const cap = { value: typeof capMg === 'string' ? capMg : dose.value, unit: 'mg' }
  const capped = good(compareQuantities(dose, cap)).order > 0
  const given = capped ? cap : dose
  const volume = good(volumeOf(given, { value: '150', unit: 'mg/mL' }))
  return {
    mg: Number(dose.value),
    mgAfterCap: Number(given.value),
    capped,
    mLAt150mgPerML: Number(volume.value),
  }
}

function good<Result extends object>(result: Result | QuantityProblem): Result {
  if (isQuantityProblem(result)) throw new Error(JSON.stringify(result))
  return result
}
