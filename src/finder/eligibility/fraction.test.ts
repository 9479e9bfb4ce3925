import assert from 'node:assert/strict'
import { test } from 'node:test'
import { comparePlainDecimals, decimalText, readPlainDecimal } from './decimal.ts'
import {
  type Fraction,
  type RoundingMode,
  compareFractions,
  exactDecimal,
  minusFraction,
  overFraction,
  plusFraction,
  roundFraction,
  timesFraction,
  toPlaces,
} from './fraction.ts'

const of = (above: bigint, below: bigint): Fraction => ({ above, below })
const isEqual = (one: Fraction | undefined, other: Fraction) =>
  assert.ok(one && compareFractions(one, other) === 0, JSON.stringify([String(one?.above)]))

test('fractions are added, subtracted, multiplied and divided exactly', () => {
  const [third, half] = [of(1n, 3n), of(1n, 2n)]
  isEqual(plusFraction(third, half), of(5n, 6n))
  isEqual(minusFraction(third, half), of(-1n, 6n))
  isEqual(timesFraction(third, half), of(1n, 6n))
  isEqual(overFraction(third, half), of(2n, 3n))
  isEqual(overFraction(third, of(-1n, 2n)), of(-2n, 3n))
  assert.equal(overFraction(third, of(0n, 5n)), undefined)
  for (const [by, sign] of [
    [half, 1],
    [of(-1n, 2n), -1],
  ] as const) {
    const quotient = overFraction(third, by)
    assert.ok(quotient)
    assert.equal(compareFractions(quotient, of(0n, 1n)), sign)
  }
})

test('fractions are compared exactly, below zero too', () => {
  assert.equal(compareFractions(of(1n, 3n), of(333_333n, 1_000_000n)), 1)
  assert.equal(compareFractions(of(-1n, 3n), of(1n, 3n)), -1)
  assert.equal(compareFractions(of(2n, 6n), of(1n, 3n)), 0)
})

test('a fraction is a decimal only where it ends', () => {
  const text = (above: bigint, below: bigint) => {
    const decimal = exactDecimal(of(above, below))
    return decimal && decimalText(decimal)
  }
  assert.equal(text(1n, 8n), '0.125')
  assert.equal(text(-3n, 40n), '-0.075')
  assert.equal(text(6n, 3n), '2')
  assert.equal(text(0n, 7n), '0')
  assert.equal(text(7n, 14n), '0.5')
  assert.equal(text(1n, 5n), '0.2')
  assert.equal(text(3n, 250n), '0.012')
  assert.equal(text(-7n, 14n), '-0.5')
  assert.equal(text(-6n, 3n), '-2')
  assert.equal(text(1n, 3n), undefined)
  assert.equal(text(1n, 30n), undefined)
})

test('rounding goes where its mode says, below zero alike', () => {
  const round = (above: bigint, mode: RoundingMode, step = '1') => {
    const size = readPlainDecimal(step)
    const rounded = size && roundFraction(of(above, 10n), size, mode)
    return rounded && decimalText(rounded)
  }
  const table: readonly (readonly [bigint, ...string[]])[] = [
    [25n, '2', '3', '3', '2', '2'],
    [35n, '3', '4', '4', '3', '4'],
    [26n, '2', '3', '3', '3', '3'],
    [24n, '2', '3', '2', '2', '2'],
    [20n, '2', '2', '2', '2', '2'],
    [-25n, '-2', '-3', '-3', '-2', '-2'],
    [-26n, '-2', '-3', '-3', '-3', '-3'],
    [0n, '0', '0', '0', '0', '0'],
  ]
  const modes: readonly RoundingMode[] = [
    'down',
    'up',
    'nearest-half-up',
    'nearest-half-down',
    'nearest-half-even',
  ]
  for (const [above, ...wanted] of table)
    assert.deepEqual(
      modes.map((mode) => round(above, mode)),
      wanted,
      String(above),
    )
  assert.equal(round(26n, 'down', '0.25'), '2.5')
  assert.equal(round(26n, 'down', '0'), undefined)
  assert.equal(round(26n, 'down', '-1'), undefined)
})

test('a number to so many places goes to the nearest, a half to even', () => {
  const text = (above: bigint, below: bigint, places: number) =>
    decimalText(toPlaces(of(above, below), places))
  assert.equal(text(2n, 3n, 4), '0.6667')
  assert.equal(text(-2n, 3n, 4), '-0.6667')
  assert.equal(text(1n, 8n, 2), '0.12')
  assert.equal(text(3n, 8n, 2), '0.38')
  assert.equal(text(5n, 2n, 0), '2')
})

test('a decimal as it was worked out is read to any length, and nothing else is', () => {
  const long = `0.${'1'.repeat(150)}`
  const read = readPlainDecimal(long)
  assert.equal(read && decimalText(read), long)
  for (const text of ['', '.5', '1.', '1,5', '1e3', ' 1', '+1', '--1', `0.${'1'.repeat(201)}`])
    assert.equal(readPlainDecimal(text), undefined, text)
})

test('what is no decimal is compared with nothing, however long it is', () => {
  const long = '1.2345678901234567'
  assert.ok((comparePlainDecimals(long, '1.2345678901234568') ?? 0) < 0)
  assert.ok((comparePlainDecimals('2', long) ?? 0) > 0)
  for (const wrong of ['1,5', 'many', 'as many as there may ever be'])
    for (const right of ['1', long]) {
      assert.equal(comparePlainDecimals(wrong, right), undefined)
      assert.equal(comparePlainDecimals(right, wrong), undefined)
    }
})
