import { converted } from '../../eligibility/analytes.ts'
import { type Decimal, compareDecimals, multiply, toDecimal } from '../../eligibility/decimal.ts'
import { dimensionOf, inBase } from '../../eligibility/ucum.ts'
import type { Measured } from '../patient/patient.ts'
import type { DatedMeasure } from './gathering.ts'

/**
 * The values of a record, the newest first, with times that order as texts. A value whose day alone is known and one of
 * an hour of that day cannot be put in order: both get the day, so that they are no value where they differ. Where one
 * has no time at all and another differs, none has.
 */
export function orderedMeasures(measures: readonly DatedMeasure[]): readonly Measured[] {
  const byMeasure = Map.groupBy(measures, ({ measured }) => measured.what)
  const all = [...byMeasure.values()].flatMap((same) => eachOnce(timed(same)))
  return all.toSorted(newestFirst)
}

/** Older values of one measure tell nothing more. */
const mostOfOne = 20

function eachOnce(values: readonly Measured[]): readonly Measured[] {
  const kept: Measured[] = []
  const seen = new Set<string>()
  for (const one of values) {
    const key = `${one.at ?? ''} ${valueOf(one)}`
    if (seen.has(key)) continue
    seen.add(key)
    if (!kept.slice(-mostUnits).some((other) => isTheSame(one, other))) kept.push(one)
    if (kept.length === mostOfOne) break
  }
  return kept
}

/** Laboratories give a value in two units, three at most. */
const mostUnits = 3

/** One value of one time in two units: an HbA1c of 7.0 % and of 53 mmol/mol. */
function isTheSame(one: Measured, other: Measured): boolean {
  if (one.at === undefined || one.at !== other.at || one.unit === other.unit) return false
  if (one.comparator !== other.comparator || one.upTo !== undefined || other.upTo !== undefined)
    return false
  const [value, limit] = [toDecimal(one.value), toDecimal(other.value)]
  if (!value || !limit) return false
  const against = (rounding: Decimal): number | undefined => {
    const near = multiply(limit, rounding)
    if (dimensionOf(one.unit) !== dimensionOf(other.unit))
      return converted(one.what, value, one.unit, near, other.unit)
    const [base, nearBase] = [inBase(value, one.unit), inBase(near, other.unit)]
    return base && nearBase && compareDecimals(base, nearBase)
  }
  return (against(above) ?? 0) < 0 && (against(below) ?? 0) > 0
}

/** What rounding in either unit makes of it. */
const above: Decimal = { digits: 103n, scale: 2 }
const below: Decimal = { digits: 97n, scale: 2 }

function newestFirst(one: Measured, other: Measured): number {
  const [a, b] = [one.at ?? '', other.at ?? '']
  return a < b ? 1 : a > b ? -1 : 0
}

function timed(same: readonly DatedMeasure[]): readonly Measured[] {
  const values = new Set(same.map(({ measured }) => valueOf(measured)))
  const isUndated = values.size > 1 && same.some(({ when }) => !when)
  if (isUndated) return same.map(({ measured }) => measured)
  const coarse = new Set(
    same.flatMap(({ when }) => (when && when.ms === undefined ? when.day : [])),
  )
  return same
    .map(({ measured, when }) => {
      if (!when) return measured
      const { day, at } = when
      const shared = [4, 7, 10]
        .filter((length) => length <= day.length)
        .map((length) => day.slice(0, length))
        .find((part) => coarse.has(part))
      // An instant's day in UTC may be another than where it was written.
      const isShifted = coarse.size > 0 && at.slice(0, 10) !== day && at.length > 10
      return { ...measured, at: shared ?? (isShifted ? day : at) }
    })
    .toSorted(newestFirst)
}

function valueOf({ value, unit, comparator, upTo }: Measured): string {
  return `${comparator ?? ''} ${value} ${upTo ?? ''} ${unit}`
}
