import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readPlainDecimal } from './decimal.ts'
import { compareFractions, fractionOf, overFraction, timesFraction } from './fraction.ts'
import { readUnitCode } from './ucum-code.ts'
import { dimensionOf, inBase } from './ucum.ts'

const one = { digits: 1n, scale: 0 }
const codes =
  'kg g [lb_av] m cm mm [in_i] kg/m2 g/L g/dL mg/dL mg/L ug/L ug/mL ug/dL ng/mL ng/L pg/mL ng/dL mol/L mmol/L umol/L nmol/L pmol/L /L /uL 10*3/uL 10*6/L 10*9/L U/L U/mL [IU]/mL [IU]/L mg/d ug/d g/d min h d wk mo a'.split(
    ' ',
  )

test('a UCUM code means what the table of criteria says it does', () => {
  for (const code of codes)
    for (const other of codes.filter((unit) => dimensionOf(unit) === dimensionOf(code))) {
      const [from, to] = [readUnitCode(code), readUnitCode(other)]
      const [base, otherBase] = [inBase(one, code), inBase(one, other)]
      assert.ok(from && to && base && otherBase, code)
      assert.equal(from.dimension, to.dimension, `${code} ${other}`)
      const factor = overFraction(from.factor, to.factor)
      const tabled = overFraction(fractionOf(base), fractionOf(otherBase))
      assert.ok(factor && tabled && compareFractions(factor, tabled) === 0, `${code} ${other}`)
    }
})

/** A number of one unit, and the same number of another. */
const known: readonly (readonly [number: string, code: string, same: string, other: string])[] = [
  ['1', '[lb_av]', '453.59237', 'g'],
  ['1', '[oz_av]', '28.349523125', 'g'],
  ['1', '[in_i]', '2.54', 'cm'],
  ['1', '[ft_i]', '12', '[in_i]'],
  ['1', 'L', '1', 'dm3'],
  ['1', 'l', '1000', 'mL'],
  ['1', 'mL', '1', 'cm3'],
  ['1', 'min', '60', 's'],
  ['1', 'h', '60', 'min'],
  ['1', 'd', '24', 'h'],
  ['1', 'wk', '7', 'd'],
  ['1', 'a', '12', 'mo'],
  ['1', 'Hz', '60', '/min'],
  ['1', 'mol', '1000', 'mmol'],
  ['1', 'eq', '1000', 'meq'],
  ['1', 'mm[Hg]', '133.322', 'Pa'],
  ['1', 'cm[H2O]', '98.0665', 'Pa'],
  ['60000000', 'U', '1', 'kat'],
  ['1', '[IU]', '1', '[iU]'],
  ['1', '[IU]', '1000', 'm[IU]'],
  ['1', 'cal', '4.184', 'J'],
  ['1', 'Gy', '100', 'cGy'],
  ['1', 'Sv', '1000', 'mSv'],
  ['1', 'MBq', '1000', 'kBq'],
  ['100', '%', '1', '1'],
  ['1', '10*-3', '1', '10^-3'],
  ['1', 'g', '1000000000', 'ng'],
  ['1', 'ng', '1000', 'pg'],
  ['1', 'pg', '1000', 'fg'],
  ['1', 'Gg', '0.001', 'Tg'],
  ['1', 'dag', '10', 'g'],
  ['1', 'hPa', '100', 'Pa'],
  ['1', 'ug/kg/min', '1.44', 'mg/kg/d'],
  ['1', 'kg.m-2', '1', 'kg/m2'],
  ['1', 'm.m', '1', 'm2'],
  ['1', '{cells}/uL', '1', '/uL'],
  ['1', '[CFU]/mL', '1000', '[CFU]/L'],
]

test('the same amount in two units is the same in base units', () => {
  for (const [number, code, same, other] of known) {
    const [from, to] = [readUnitCode(code), readUnitCode(other)]
    const [one, two] = [readPlainDecimal(number), readPlainDecimal(same)]
    assert.ok(from && to && one && two, `${code} ${other}`)
    assert.equal(from.dimension, to.dimension, `${code} ${other}`)
    const first = timesFraction(fractionOf(one), from.factor)
    const second = timesFraction(fractionOf(two), to.factor)
    assert.equal(compareFractions(first, second), 0, `${code} ${other}`)
  }
})

test('what is no code of UCUM is not read', () => {
  const wrong =
    'kgs KG mCel kCel Cel/h Cel.m Cel2 m0 m1 kg/ /kg/ . a.. mm[hg] [kg] {} {a m{b}c 0 01 10* 10*300 hmo kmin k% __proto__ toString'
  for (const code of [...wrong.split(' '), '', ' kg', 'kg ', 'µg', 'm'.repeat(61)])
    assert.equal(readUnitCode(code), undefined, JSON.stringify(code))
})

test('a note is part of what is measured, and a ratio of like things is no plain number', () => {
  const dimension = (code: string) => readUnitCode(code)?.dimension
  assert.notEqual(dimension('{SD}'), dimension('1'))
  assert.notEqual(dimension('mg{a}'), dimension('mg{b}'))
  assert.equal(dimension('mL/min/{1.73_m2}'), dimension('L/h/{1.73_m2}'))
  assert.notEqual(dimension('mmol/mol'), dimension('%'))
  assert.notEqual(dimension('mmol/mol'), dimension('mg/g'))
  assert.equal(dimension('g/kg'), dimension('mg/g'))
})
