import type { DoseLevel, LevelChange, Regimen } from '../document/dosing.ts'
import { basisKind } from '../dosing/dose-amount.ts'
import { scaleQuantity } from '../quantity/arithmetic.ts'
import { amountIn, compareQuantities } from '../quantity/convert.ts'
import { isQuantityProblem } from '../quantity/quantity.ts'
import { checkAmounts } from './check-amounts.ts'
import { checkTruth } from './check-expression.ts'
import { type ExpressionCheck, checkItem, unitsConvert } from './check-names.ts'
import { capFault, roundingFault } from './doses-given.ts'
import { checkRests } from './check-rests.ts'
import { checkSteps } from './check-steps.ts'

/** Reports what keeps a regimen from being worked out: levels nobody reaches, steps that fire twice, amounts not modelled. */
export function checkRegimen(regimen: Regimen, path: string, check: ExpressionCheck): void {
  checkItem(regimen.item, `${path}.item`, check, ['quantity'])
  checkFirstDose(regimen, path, check)
  checkLevels(regimen, path, check)
  checkBody(regimen, path, check)
  checkStart(regimen, path, check)
  for (const [index, change] of regimen.changes.entries())
    checkChange(regimen, change, `${path}.changes[${index}]`, check)
  checkSteps(regimen, path, check)
  checkAmounts(regimen, path, check)
  checkGiven(regimen, path, check)
  if (regimen.appliesIf) checkTruth(regimen.appliesIf, `${path}.appliesIf`, check)
  for (const [index, { when, resumeWhen }] of (regimen.holds ?? []).entries()) {
    checkTruth(when, `${path}.holds[${index}].when`, check)
    checkTruth(resumeWhen, `${path}.holds[${index}].resumeWhen`, check)
  }
  checkRests(regimen, path, check.report)
  for (const [index, { when }] of regimen.stops.entries())
    if (when) checkTruth(when, `${path}.stops[${index}].when`, check)
}

/** A cap or a rounding that leaves no dose as its level says. */
function checkGiven(regimen: Regimen, path: string, { book, report }: ExpressionCheck): void {
  const { amount } = regimen.cap ?? {}
  const cap = amount && capFault(regimen, amount, book)
  if (cap) report({ ...cap, path: `${path}.cap.amount` })
  const { step, mode } = regimen.rounding ?? {}
  const rounding = step && mode && roundingFault(regimen, { step, mode }, amount, book)
  if (rounding) report({ ...rounding, path: `${path}.rounding.step` })
}

/** Days of doses are counted from the first dose of the same item, planned or given. */
function checkFirstDose(
  { anchor, item }: Regimen,
  path: string,
  { book, report }: ExpressionCheck,
): void {
  const event = book.anchors.get(anchor)?.event
  if (!event) report({ kind: 'unknown anchor', path: `${path}.anchor`, found: anchor })
  else if (event.type !== 'first' || event.item !== item || event.orDecision !== true)
    report({ kind: 'anchor is not the first dose', path: `${path}.anchor`, found: anchor })
}

function checkLevels(regimen: Regimen, path: string, check: ExpressionCheck): void {
  const unit = check.book.items.get(regimen.item)?.unit
  for (const [index, level] of regimen.levels.entries()) {
    const at = `${path}.levels[${index}]`
    const kind = basisKind(level)
    const basis = {
      fixed: undefined,
      weight: { value: '1', unit: 'kg' },
      surface: { value: '1', unit: 'm2' },
    }[kind]
    const amount = basis ? scaleQuantity(level.amount, basis) : level.amount
    const isGiven =
      !isQuantityProblem(amount) && unit !== undefined && !isQuantityProblem(amountIn(amount, unit))
    if (!isGiven)
      check.report({
        kind: 'amount not modelled',
        path: `${at}.amount.unit`,
        found: level.amount.unit,
        ...(unit !== undefined && { other: unit }),
      })
    checkBasis(regimen, kind, at, check)
    const before = regimen.levels[index - 1]
    if (before) checkOrder(before, level, at, check)
  }
}

/** The last level is the ceiling: that can be told only of amounts of one kind. */
function checkOrder(
  before: DoseLevel,
  level: DoseLevel,
  path: string,
  { report }: ExpressionCheck,
): void {
  const [one, other] = [before.amount, level.amount]
  if (!unitsConvert(one.unit, one.unit) || !unitsConvert(other.unit, other.unit)) return
  const order = compareQuantities(one, other)
  if (isQuantityProblem(order))
    report({
      kind: 'units do not convert',
      path: `${path}.amount.unit`,
      found: other.unit,
      other: one.unit,
    })
  else if (order.order >= 0)
    report({ kind: 'levels not in order', path, found: level.id, other: before.id })
}

function checkBasis(
  { weight }: Regimen,
  kind: ReturnType<typeof basisKind>,
  path: string,
  check: ExpressionCheck,
): void {
  if (kind === 'fixed') return
  if (!weight) check.report({ kind: 'weight missing', path })
  else if (kind === 'surface' && !weight.surface) check.report({ kind: 'surface missing', path })
}

function checkBody({ weight }: Regimen, path: string, check: ExpressionCheck): void {
  if (!weight) return
  checkMeasure(weight.item, 'kg', `${path}.weight.item`, check)
  if (weight.surface)
    checkMeasure(weight.surface.height, 'cm', `${path}.weight.surface.height`, check)
}

/** Weights and heights are such by their unit. */
function checkMeasure(id: string, unit: string, path: string, check: ExpressionCheck): void {
  const item = checkItem(id, path, check, ['quantity'])
  const own = item?.unit ?? '1'
  if (item?.type === 'quantity' && !unitsConvert(own, unit))
    check.report({ kind: 'units do not convert', path, found: own, other: unit })
}

function checkStart(regimen: Regimen, path: string, check: ExpressionCheck): void {
  const names = new Set(regimen.levels.map(({ id }) => id))
  for (const [index, { level, when }] of regimen.start.entries()) {
    const at = `${path}.start[${index}]`
    if (!names.has(level))
      check.report({ kind: 'unknown level', path: `${at}.level`, found: level })
    if (when) checkTruth(when, `${at}.when`, check)
    else if (index < regimen.start.length - 1)
      check.report({
        kind: 'start never reached',
        path: `${path}.start[${index + 1}]`,
        found: regimen.start[index + 1]?.id ?? '',
      })
  }
  if (!regimen.start.some(({ when }) => when === undefined))
    check.report({ kind: 'no level to start', path: `${path}.start` })
}

function checkChange(
  regimen: Regimen,
  change: LevelChange,
  path: string,
  check: ExpressionCheck,
): void {
  const names = new Set(regimen.levels.map(({ id }) => id))
  for (const level of [...change.from, ...(change.to === undefined ? [] : [change.to])])
    if (!names.has(level)) check.report({ kind: 'unknown level', path, found: level })
  if (change.to !== undefined && change.from.includes(change.to))
    check.report({ kind: 'steps to itself', path, found: change.to })
  if (change.to === undefined && !change.question)
    check.report({ kind: 'question missing', path, found: change.id })
  checkTruth(change.when, `${path}.when`, check)
}
