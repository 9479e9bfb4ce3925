import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { RoundingMode } from '../../../finder/eligibility/fraction.ts'
import { fc } from '../../../testing/properties.ts'
import {
  addQuantities,
  ratioOfQuantities,
  roundQuantity,
  scaleQuantity,
  subtractQuantities,
} from './arithmetic.ts'
import { compareQuantities, convertQuantity } from './convert.ts'
import { readPlainDecimal } from '../../../finder/eligibility/decimal.ts'
import { compareFractions, fractionOf } from '../../../finder/eligibility/fraction.ts'
import { type QuantityProblem, isQuantityProblem, readQuantity } from './quantity.ts'

const kinds = [
  ['kg', 'g', 'mg', 'ug', '[lb_av]', '[oz_av]'],
  ['m', 'cm', 'mm', '[in_i]', '[ft_i]'],
  ['Cel', '[degF]', 'K'],
  ['10*9/L', '10*3/uL', '/mm3', '{cells}/uL'],
  ['mg/dL', 'g/L', 'ug/mL', 'mg/L'],
  ['h', 'min', 's', 'd', 'wk'],
]
const decimal = fc
  .tuple(fc.bigInt({ min: -(10n ** 9n), max: 10n ** 9n }), fc.integer({ min: 0, max: 6 }))
  .map(([digits, scale]) => {
    const text = (digits < 0n ? -digits : digits).toString().padStart(scale + 1, '0')
    const whole = text.slice(0, text.length - scale)
    const sign = digits < 0n ? '-' : ''
    return scale === 0 ? sign + whole : `${sign}${whole}.${text.slice(-scale)}`
  })
const amount = decimal.map((text) => text.replace('-', ''))
const units = fc.constantFrom(...kinds)
const two = units.chain((kind) =>
  fc.record({
    one: fc.record({ value: decimal, unit: fc.constantFrom(...kind) }),
    other: fc.record({ value: decimal, unit: fc.constantFrom(...kind) }),
    third: fc.record({ value: decimal, unit: fc.constantFrom(...kind) }),
  }),
)
const modes: readonly RoundingMode[] = [
  'down',
  'up',
  'nearest-half-up',
  'nearest-half-down',
  'nearest-half-even',
]

function good<Result extends object>(result: Result | QuantityProblem): Result {
  if (isQuantityProblem(result)) throw new Error(JSON.stringify(result))
  return result
}

const order = (...pair: Parameters<typeof compareQuantities>) =>
  good(compareQuantities(...pair)).order

test('a quantity that another unit holds exactly is equal to itself there, and comes back the same', () => {
  fc.assert(
    fc.property(two, ({ one, other }) => {
      const there = good(convertQuantity(one, other.unit))
      if (!there.isExact) return
      assert.equal(order(one, there), 0)
      const back = good(convertQuantity(there, one.unit))
      assert.ok(back.isExact)
      assert.equal(order(back, one), 0)
      assert.equal(Number(back.value), Number(one.value))
    }),
  )
})

test('a quantity that no decimal is exactly in another unit is less than a step of 24 places away', () => {
  fc.assert(
    fc.property(decimal, (value) => {
      const there = good(convertQuantity({ value, unit: '[degF]' }, 'Cel'))
      const near = Math.abs(Number(there.value) - ((Number(value) - 32) * 5) / 9)
      assert.ok(near <= 1e-6)
      assert.equal(order({ value, unit: '[degF]' }, there) === 0, there.isExact)
    }),
  )
})

test('quantities of a kind have one order, whatever their units', () => {
  fc.assert(
    fc.property(two, ({ one, other, third }) => {
      assert.equal(order(one, other), 0 - order(other, one) || 0)
      if (order(one, other) <= 0 && order(other, third) <= 0) assert.ok(order(one, third) <= 0)
    }),
  )
})

test('what is added can be subtracted again, and nothing is lost', () => {
  const masses = fc.record({ value: decimal, unit: fc.constantFrom('kg', 'g', '[lb_av]') })
  fc.assert(
    fc.property(decimal, masses, (value, other) => {
      const one = { value, unit: 'kg' }
      const sum = good(addQuantities(one, other))
      assert.equal(order(good(subtractQuantities(sum, other)), one), 0)
    }),
  )
})

test('a dose divided by its weight is its rate again', () => {
  fc.assert(
    fc.property(amount, fc.bigInt({ min: 1n, max: 99_999n }), (rate, grams) => {
      const weight = { value: String(grams), unit: 'g' }
      const dose = good(scaleQuantity({ value: rate, unit: 'mg/kg' }, weight))
      assert.ok(dose.isExact)
      assert.equal(dose.unit, 'mg')
      const kilograms = good(convertQuantity(weight, 'kg')).value
      const back = good(ratioOfQuantities(dose, { value: kilograms, unit: 'mg' }))
      assert.equal(order({ value: back.value, unit: '1' }, { value: rate, unit: '1' }), 0)
    }),
  )
})

test('a rounded dose is a whole number of steps, less than a step away, and never above where it goes down', () => {
  const steps = fc.constantFrom('0.01', '0.05', '0.1', '1', '2.5', '5', '10')
  fc.assert(
    fc.property(amount, steps, fc.constantFrom(...modes), (value, step, mode) => {
      const dose = { value, unit: 'mg' }
      const rounded = good(roundQuantity(dose, step, mode))
      const size = { value: step, unit: 'mg' }
      assert.match(good(ratioOfQuantities(rounded, size)).value, /^\d+$/)
      const off = good(subtractQuantities(dose, rounded))
      const away = { ...off, value: off.value.replace('-', '') }
      assert.equal(order(away, size), -1)
      if (mode === 'down') assert.ok(order(rounded, dose) <= 0)
      if (mode === 'up') assert.ok(order(rounded, dose) >= 0)
      if (mode.startsWith('nearest')) assert.ok(order(good(addQuantities(away, away)), size) <= 0)
    }),
  )
})

test('no text makes the reader of quantities throw, and what it reads it reads again', () => {
  const texts = fc.oneof(fc.string(), fc.double().map(String), decimal)
  fc.assert(
    fc.property(texts, fc.oneof(fc.string(), fc.constant('kg')), (value, unit) => {
      const read = readQuantity(value, unit)
      if (!isQuantityProblem(read)) assert.deepEqual(readQuantity(read.value, read.unit), read)
    }),
  )
})

test('two numbers of one unit are in the order that their fractions have, short or long', () => {
  const digits = fc.bigInt({ min: -(10n ** 19n), max: 10n ** 19n })
  const text = fc.tuple(digits, fc.integer({ min: 0, max: 17 })).map(([all, scale]) => {
    const size = (all < 0n ? -all : all).toString().padStart(scale + 1, '0')
    const whole = size.slice(0, size.length - scale)
    return `${all < 0n ? '-' : ''}${whole}${scale === 0 ? '' : `.${size.slice(-scale)}`}`
  })
  const near = fc.oneof(
    fc.tuple(text, text),
    fc.tuple(text, fc.constantFrom('0', '00', '.0', '1')).map(([one, more]) => {
      const other = one.includes('.')
        ? one + more.replace('.', '')
        : `${one}.${more.replace('.', '')}`
      return [one, other] as const
    }),
  )
  const exact = (value: string) => {
    const decimal = readPlainDecimal(value)
    assert.ok(decimal)
    return fractionOf(decimal)
  }
  fc.assert(
    fc.property(near, ([one, other]) => {
      const found = order({ value: one, unit: 'mg' }, { value: other, unit: 'mg' })
      assert.equal(found, compareFractions(exact(one), exact(other)))
    }),
  )
  for (const value of ['', ' 1', '1e3', '0x10', '1.', '.5', '+1', '1,5', 'Infinity'])
    assert.ok(
      isQuantityProblem(compareQuantities({ value, unit: 'mg' }, { value: '1', unit: 'mg' })),
      value,
    )
})
