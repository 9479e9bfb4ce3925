import { type AgeUnit, ageReached } from '../registry/ages.ts'
import type { Bound } from './comparisons.ts'
import { converted } from './analytes.ts'
import { compareDecimals, multiply, toDecimal } from './decimal.ts'
import { type Facts, type Lab, latestOf } from './facts.ts'
import { type Verdict, and, not, or } from './logic.ts'
import { dimensionOf, inBase } from './ucum.ts'
import type { AgeReading, MeasureReading, PregnancyReading, Reading } from './reading.ts'

/** Whether what one reading says is so of a person. `any`: one of several measures named is enough. */
export function truthOf(reading: Reading, facts: Facts, any = false): Verdict {
  const plain = plainTruth(reading, facts, any)
  return reading.negated ? not(plain) : plain
}

function plainTruth(reading: Reading, facts: Facts, any: boolean): Verdict {
  switch (reading.type) {
    case 'age':
      return ageTruth(reading, facts.ageDays)
    case 'sex':
      if (reading.sex === 'ALL') return 'met'
      return facts.sex === undefined ? 'unknown' : said(facts.sex === reading.sex)
    case 'measure':
      return severalTruth(reading, facts, any)
    case 'pregnancy':
      return pregnancyTruth(reading, facts)
    case 'concept':
      return conditionTruth(facts.conditions?.[reading.term])
    case 'time':
    case 'topic':
    case 'question':
      return 'unknown'
  }
}

/** Of "AST/ALT" in an exclusion one is enough; "AST or ALT" in a requirement is told only where both agree. */
function severalTruth(reading: MeasureReading, facts: Facts, any: boolean): Verdict {
  if (reading.codes.length === 0) return 'unknown'
  const truths = reading.codes.map((code) => agreed(reading, code, latestOf(facts, code)))
  if (any) return or(truths)
  return reading.either === true && and(truths) !== or(truths) ? 'unknown' : and(truths)
}

/**
 * Ages are counted in completed units, as the registry counts them: "≤ 65 years" holds until the 66th
 * birthday. "> 18 years" is read both ways by people, so from the 18th to the 19th birthday it is unknown.
 */
function ageTruth(reading: AgeReading, ageDays: number | undefined): Verdict {
  const { sure, unit } = reading
  const within = ageWithin(reading, ageDays)
  if (!sure || within !== 'met') return within
  return ageWithin({ ...sure, unit }, ageDays) === 'met' ? 'met' : 'unknown'
}

function ageWithin(
  { min, max, unit }: Pick<AgeReading, 'min' | 'max' | 'unit'>,
  ageDays: number | undefined,
): Verdict {
  const calendar = ageUnits[unit]
  if (!calendar || ageDays === undefined) return 'unknown'
  const reached = (bound: Bound, more: number): Verdict => {
    const value = Number(bound.value) + more
    return Number.isInteger(value) ? ageReached({ value, unit: calendar }, ageDays) : 'unknown'
  }
  const above =
    !min || min.inclusive ? min && reached(min, 0) : strictlyAbove(reached(min, 0), reached(min, 1))
  const below = max && not(reached(max, max.inclusive ? 1 : 0))
  return and([above ?? 'met', below ?? 'met'])
}

function strictlyAbove(atValue: Verdict, afterValue: Verdict): Verdict {
  if (atValue === 'not met') return 'not met'
  return afterValue === 'met' ? 'met' : 'unknown'
}

const ageUnits: Readonly<Record<string, AgeUnit>> = {
  a: 'year',
  mo: 'month',
  wk: 'week',
  d: 'day',
  h: 'hour',
  min: 'minute',
}

/** Of values of one time ("82 mmol/mol (9.7 %)", on arrival and today) what is so of each. Rule `each-value@1`. */
function agreed(reading: MeasureReading, code: string, labs: readonly Lab[]): Verdict {
  const [first, ...more] = labs.map((lab) => measureTruth(reading, code, lab))
  return first !== undefined && more.every((one) => one === first) ? first : 'unknown'
}

/** Compared exactly, in one unit; another dimension, an unknown unit or no value is unknown. */
function measureTruth(reading: MeasureReading, code: string, lab: Lab): Verdict {
  return and([
    reading.min ? isAbove(reading, code, reading.min, lab) : 'met',
    reading.max
      ? not(isAbove(reading, code, { ...reading.max, inclusive: !reading.max.inclusive }, lab))
      : 'met',
  ])
}

/** Whether a value is above a bound, or at it where that is enough. A value that is itself a bound may not tell. */
function isAbove(reading: MeasureReading, code: string, bound: Bound, lab: Lab): Verdict {
  const comparator: string = lab.comparator ?? ''
  const low = beyond(reading, code, bound, lab)
  const high =
    lab.upTo === undefined ? low : beyond(reading, code, bound, { ...lab, value: lab.upTo })
  if (low === undefined || high === undefined) return 'unknown'
  const hasLeast = !comparator.startsWith('<')
  const hasMost = !comparator.startsWith('>')
  if (hasLeast && (low > 0 || (low === 0 && (bound.inclusive || comparator === '>')))) return 'met'
  if (hasMost && (high < 0 || (high === 0 && (!bound.inclusive || comparator === '<'))))
    return 'not met'
  return 'unknown'
}

/** How a value compares with a bound: negative below, zero at it, positive above; undefined where they cannot be compared. */
function beyond(
  { unit }: MeasureReading,
  code: string,
  bound: Bound,
  lab: Lab,
): number | undefined {
  const value = toDecimal(lab.value)
  const limit = toDecimal(bound.value)
  if (!value || !limit) return undefined
  if (unit === '{ULN}' && lab.unit !== '{ULN}') {
    const uppers = lab.upperLimit === undefined ? (lab.usualUpperLimits ?? []) : [lab.upperLimit]
    const compared = uppers.map((upper) => {
      const most = toDecimal(upper)
      return most && Math.sign(compareDecimals(value, multiply(limit, most)))
    })
    const [first, ...more] = compared
    return more.every((one) => one === first && one !== 0) ? first : undefined
  }
  if (dimensionOf(unit) !== dimensionOf(lab.unit))
    return converted(code, value, lab.unit, limit, unit)
  const one = inBase(value, lab.unit)
  const other = inBase(limit, unit)
  return one && other && compareDecimals(one, other)
}

/**
 * Pregnancy and nursing ask nothing of a male; they and contraception ask nothing of a child under 8 years,
 * before puberty ordinarily begins. Rule `childhood@1`. What was said about the person goes first.
 */
function pregnancyTruth({ about }: PregnancyReading, facts: Facts): Verdict {
  if (about === 'pregnant' && facts.pregnant) return knownTruth(facts.pregnant)
  if (about === 'lactating' && facts.lactating) return knownTruth(facts.lactating)
  if (
    facts.ageDays !== undefined &&
    ageReached({ value: 8, unit: 'year' }, facts.ageDays) === 'not met'
  )
    return 'not applicable'
  if (facts.sex === 'MALE' && about !== 'contraception') return 'not applicable'
  return 'unknown'
}

function knownTruth(known: 'yes' | 'no' | 'unknown'): Verdict {
  return known === 'unknown' ? 'unknown' : said(known === 'yes')
}

function conditionTruth(condition: 'present' | 'absent' | 'unknown' | undefined): Verdict {
  if (condition === undefined || condition === 'unknown') return 'unknown'
  return said(condition === 'present')
}

function said(so: boolean): Verdict {
  return so ? 'met' : 'not met'
}
