import type { DurationText } from '../document/expressions.ts'
import type { Regimen } from '../document/dosing.ts'
import type { ProtocolNode } from '../document/node.ts'
import { volumeOf } from '../quantity/arithmetic.ts'
import { isMore } from '../quantity/compare-amounts.ts'
import { type Quantity, isQuantityProblem } from '../quantity/quantity.ts'
import { readDuration } from '../time/duration.ts'
import { isTimeProblem } from '../time/problems.ts'
import { type ExpressionCheck, unitsConvert } from './check-names.ts'
import type { FaultReport } from './fault.ts'

/** Reports amounts and times of a regimen that cannot be held against its doses, are not above zero, or are not there. */
export function checkAmounts(regimen: Regimen, path: string, check: ExpressionCheck): void {
  const { cap, rounding, smallest, timing, product } = regimen
  const unit = check.book.items.get(regimen.item)?.unit
  const amounts = {
    'cap.amount': cap?.amount,
    'cap.askAbove': cap?.askAbove,
    'rounding.step': rounding?.step,
    'smallest.amount': smallest?.amount,
  }
  for (const [name, amount] of Object.entries(amounts))
    if (amount) checkAmount(amount, unit, `${path}.${name}`, check.report)
  for (const [index, { amount }] of regimen.levels.entries())
    checkAboveZero(amount, `${path}.levels[${index}].amount`, check.report)
  if (product.strength) checkStrength(product.strength, unit, `${path}.product.strength`, check)
  checkLength(timing.every, `${path}.timing.every`, check.report, 'above zero')
  if (timing.cycle) checkCycle(timing.cycle, `${path}.timing.cycle`, check.report)
  for (const [index, { minGap }] of regimen.changes.entries())
    checkLength(minGap, `${path}.changes[${index}].minGap`, check.report)
  for (const [index, { longest }] of (regimen.holds ?? []).entries())
    checkLength(longest, `${path}.holds[${index}].longest`, check.report)
  if (cap?.amount && smallest?.amount && isMore(smallest.amount, cap.amount))
    check.report({
      kind: 'smallest above cap',
      path: `${path}.smallest.amount`,
      found: `${smallest.amount.value} ${smallest.amount.unit}`,
      other: `${cap.amount.value} ${cap.amount.unit}`,
    })
  checkSaid(regimen, path, check.report)
}

/** A rule that is not silent says what it rules. */
function checkSaid(
  { cap, rounding, smallest, stops, weight }: Regimen,
  path: string,
  report: FaultReport,
): void {
  const check = (name: string, rule: ProtocolNode | undefined, isSaid: boolean) => {
    if (rule && rule.status !== 'silent' && !isSaid)
      report({ kind: 'says nothing', path: `${path}.${name}`, found: rule.id })
  }
  check('cap', cap, cap?.amount !== undefined)
  check('rounding', rounding, rounding?.step !== undefined && rounding.mode !== undefined)
  check('smallest', smallest, smallest?.amount !== undefined)
  check('weight', weight, weight?.use !== undefined)
  for (const [index, stop] of stops.entries())
    check(
      `stops[${index}]`,
      stop,
      [stop.days, stop.doses, stop.when].some((end) => end !== undefined),
    )
}

/** Reports an amount that is not in a unit of the doses, or not above zero. */
export function checkAmount(
  amount: Quantity,
  unit: string | undefined,
  path: string,
  report: FaultReport,
): void {
  if (unit !== undefined && !unitsConvert(amount.unit, unit))
    report({ kind: 'units do not convert', path: `${path}.unit`, found: amount.unit, other: unit })
  checkAboveZero(amount, path, report)
}

function checkAboveZero(amount: Quantity, path: string, report: FaultReport): void {
  const { value, unit } = amount
  if (unitsConvert(unit, unit) && !isMore(amount, { value: '0', unit }))
    report({ kind: 'not above zero', path: `${path}.value`, found: `${value} ${unit}` })
}

/** A strength holds so much of what is dosed: `150 mg/mL` for doses in milligrams. */
function checkStrength(
  strength: Quantity,
  unit: string | undefined,
  path: string,
  { report }: ExpressionCheck,
): void {
  checkAboveZero(strength, path, report)
  if (/\/(?:kg|m2)\b/.test(strength.unit))
    report({ kind: 'strength of a body', path: `${path}.unit`, found: strength.unit })
  if (unit === undefined) return
  const volume = volumeOf({ value: '1', unit }, { ...strength, value: '1' })
  if (isQuantityProblem(volume))
    report({
      kind: 'units do not convert',
      path: `${path}.unit`,
      found: strength.unit,
      other: unit,
    })
}

function checkCycle(
  { length, from, to }: NonNullable<Regimen['timing']['cycle']>,
  path: string,
  report: FaultReport,
): void {
  if (from < 1 || to < from || to > length)
    report({ kind: 'days of the cycle', path, found: `${from}–${to}`, other: String(length) })
}

/** Reports a length of time that runs backwards, and where time must pass, one of nothing. */
export function checkLength(
  duration: DurationText | undefined,
  path: string,
  report: FaultReport,
  least: 'zero' | 'above zero' = 'zero',
): void {
  const parts = readDuration(duration ?? 'P0D')
  if (duration === undefined || isTimeProblem(parts)) return
  const { months, days, seconds } = parts
  if (Math.min(months, days, seconds) < 0) report({ kind: 'below zero', path, found: duration })
  else if (least === 'above zero' && months + days + seconds === 0)
    report({ kind: 'not above zero', path, found: duration })
}
