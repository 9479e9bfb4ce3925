import { add, compareDecimals, type Decimal, multiply, readDecimal } from './decimal.ts'
import { dimensionOf, inBase } from './ucum.ts'

/**
 * Grams a mole of what some laboratories measure as mass and others as amount, from IUPAC standard atomic weights;
 * cholesterol in all its fractions counts as cholesterol, triglycerides by the usual 885.4 (triolein).
 */
const molarMass: Readonly<Record<string, string>> = {
  creatinine: '113.12',
  bilirubin: '584.66',
  directBilirubin: '584.66',
  glucose: '180.16',
  'fasting glucose': '180.16',
  '2-hour glucose': '180.16',
  cholesterol: '386.65',
  ldl: '386.65',
  hdl: '386.65',
  triglycerides: '885.4',
  calcium: '40.078',
  magnesium: '24.305',
  phosphate: '30.974',
  'uric acid': '168.11',
  lactate: '90.08',
  testosterone: '288.42',
  estradiol: '272.38',
  cortisol: '362.46',
  vitaminD: '400.64',
  iron: '55.845',
}

/** Of these a millimole is a milliequivalent: their ions carry one charge. */
const singlyCharged: ReadonlySet<string> = new Set(['potassium', 'sodium'])

/** Ratios to creatinine: a milligram for each millimole is 1 / 113.12 of a gram for each gram. */
const toCreatinine: ReadonlySet<string> = new Set(['urineProteinRatio', 'urineAlbuminRatio'])

/**
 * HbA1c in NGSP per cent from IFCC mmol/mol by the master equation, NGSP = 0.09148 × IFCC + 2.152
 * (Hoelzel et al., Clin Chem 2004;50:166).
 */
const hba1c = { slope: decimal('0.09148'), intercept: decimal('2.152') }

/**
 * How a value compares with a limit that is given in another kind of unit, by what is known of the substance: negative
 * below, positive above. Undefined where they are not converted, and within half a per cent of the limit, where rounding
 * on either side could turn it. Rule `converted@1`.
 */
export function converted(
  code: string,
  value: Decimal,
  unit: string,
  limit: Decimal,
  limitUnit: string,
): number | undefined {
  const one = inCommon(code, value, unit)
  const other = inCommon(code, limit, limitUnit)
  if (!one || !other || one.scale !== other.scale) return undefined
  const above = compareDecimals(one.value, multiply(other.value, decimal('1.005')))
  const below = compareDecimals(one.value, multiply(other.value, decimal('0.995')))
  if (above > 0) return 1
  return below < 0 ? -1 : undefined
}

interface Common {
  readonly scale: string
  readonly value: Decimal
}

/** In the one unit in which both forms of a substance's values can be compared. */
function inCommon(code: string, value: Decimal, unit: string): Common | undefined {
  const base = inBase(value, unit)
  const dimension = dimensionOf(unit)
  if (!base || !dimension) return undefined
  if (code === 'hba1c') {
    if (dimension === 'share') return { scale: 'NGSP', value: base }
    const inNgsp = add(multiply(base, hba1c.slope), hba1c.intercept)
    return dimension === 'amount ratio' ? { scale: 'NGSP', value: inNgsp } : undefined
  }
  if (singlyCharged.has(code)) {
    if (dimension === 'amount concentration')
      return { scale: 'charge', value: multiply(base, decimal('1000')) }
    return dimension === 'charge concentration' ? { scale: 'charge', value: base } : undefined
  }
  if (dimension === 'mass ratio') return { scale: 'ratio', value: base }
  if (dimension === 'mass per amount')
    return toCreatinine.has(code)
      ? { scale: 'ratio', value: multiply(base, decimal('0.00884017')) }
      : undefined
  const mass = molarMass[code]
  if (mass === undefined) return undefined
  if (dimension === 'mass concentration') return { scale: 'mass', value: base }
  if (dimension !== 'amount concentration') return undefined
  return { scale: 'mass', value: multiply(base, decimal(mass)) }
}

function decimal(text: string): Decimal {
  return readDecimal(text) ?? { digits: 0n, scale: 0 }
}
