import assert from 'node:assert/strict'
import { test } from 'node:test'
import { fractionOf, compareFractions, overFraction } from './fraction.ts'
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
