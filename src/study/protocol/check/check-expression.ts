import { inputsOfFunction, unitOfFunction, unitOfInput } from '../clinical/derive.ts'
import type { ReadingSelect, TruthExpression, ValueExpression } from '../document/expressions.ts'
import type { ProtocolItem } from '../document/protocol.ts'
import { checkLimit } from './check-limit.ts'
import { checkWindow } from './check-window.ts'
import {
  type ExpressionCheck,
  type ValueKind,
  checkAnchorDays,
  checkItem,
  checkMoment,
  checkUnit,
  checkVisitOnce,
  unitsConvert,
} from './check-names.ts'

/** Reports every fault of a condition: unknown names, wrong types, units that do not convert. */
export function checkTruth(
  expression: TruthExpression,
  path: string,
  check: ExpressionCheck,
): void {
  switch (expression.op) {
    case 'fact':
    case 'judgement':
      checkItem(expression.item, `${path}.item`, check, ['yes-no', 'event', 'text', 'date'])
      return
    case 'code':
      checkCode(expression, path, check)
      return
    case 'compare':
      checkCompare(expression, path, check)
      return
    case 'exists':
      checkSelect(expression.of, `${path}.of`, check)
      return
    case 'any':
    case 'agreed':
      checkTest(expression.of, expression.holds, path, check)
      return
    case 'before':
      checkMoment(expression.first, `${path}.first`, check)
      checkMoment(expression.second, `${path}.second`, check)
      return
    case 'atLeast':
      checkCount(expression, path, check)
      checkAll(expression.of, path, check)
      return
    case 'and':
    case 'or':
      checkAll(expression.of, path, check)
      return
    case 'not':
      checkTruth(expression.of, `${path}.of`, check)
      return
    case 'defined':
      checkDefined(expression.name, path, check)
      return
    case 'doubt':
      checkTruth(expression.reading, `${path}.reading`, check)
      for (const [index, one] of expression.others.entries())
        checkTruth(one, `${path}.others[${index}]`, check)
  }
}

function checkCount(
  { count, of }: Extract<TruthExpression, { readonly op: 'atLeast' }>,
  path: string,
  { report }: ExpressionCheck,
): void {
  const [found, other] = [String(count), String(of.length)]
  if (count > of.length)
    report({ kind: 'count beyond its list', path: `${path}.count`, found, other })
}

function checkAll(of: readonly TruthExpression[], path: string, check: ExpressionCheck): void {
  for (const [index, one] of of.entries()) checkTruth(one, `${path}.of[${index}]`, check)
}

function checkCode(
  { item, in: codes }: Extract<TruthExpression, { readonly op: 'code' }>,
  path: string,
  check: ExpressionCheck,
): void {
  const found = checkItem(item, `${path}.item`, check, ['code', 'text'])
  for (const code of codes)
    if (found?.codes && !found.codes.includes(code))
      check.report({ kind: 'code not listed', path: `${path}.in`, found: code, other: item })
}

/** A definition that is tested on a reading is read with the unit of that reading's item. */
function checkDefined(name: string, path: string, check: ExpressionCheck): void {
  const { book, report, reading, defining = [] } = check
  const definition = book.definitions.get(name)
  if (!definition) report({ kind: 'unknown definition', path: `${path}.name`, found: name })
  else if (!definition.expression && !book.items.has(name))
    report({ kind: 'unknown item', path: `${path}.name`, found: name })
  else if (definition.expression && !defining.includes(name)) {
    const within = { ...check, defining: [...defining, name] }
    if (reading) checkTruth(definition.expression, `${path}(${name})`, within)
    else if (check.inTest !== true)
      checkTruth(definition.expression, `${path}(${name})`, {
        ...within,
        // All else that is wrong with it is told where it stands.
        report: (fault) => fault.kind === 'reading outside a test' && report(fault),
      })
  }
}

function checkTest(
  of: ReadingSelect,
  holds: TruthExpression | undefined,
  path: string,
  check: ExpressionCheck,
): void {
  checkSelect(of, `${path}.of`, check)
  const reading = check.book.items.get(of.item)
  if (holds)
    checkTruth(holds, `${path}.holds`, { ...check, inTest: true, ...(reading && { reading }) })
}

function checkCompare(
  { left, is, right }: Extract<TruthExpression, { readonly op: 'compare' }>,
  path: string,
  check: ExpressionCheck,
): void {
  const one = checkValue(left, `${path}.left`, check)
  const other = checkValue(right, `${path}.right`, check)
  checkLimit(left, right, `${path}.right`, check)
  checkLimit(right, left, `${path}.left`, check)
  if (one === undefined || other === undefined) return
  const shown = (kind: NonNullable<ValueKind>) => (kind === 'text' ? 'text' : kind.unit)
  const isAlike =
    one === 'text' || other === 'text'
      ? one === other && (is === '=' || is === '!=')
      : unitsConvert(one.unit, other.unit)
  if (!isAlike)
    check.report({ kind: 'units do not convert', path, found: shown(one), other: shown(other) })
}

/** Reports every fault of a value, and says what kind of value it is. */
export function checkValue(
  value: ValueExpression,
  path: string,
  check: ExpressionCheck,
): ValueKind {
  switch (value.op) {
    case 'quantity':
      return checkUnit(value.unit, `${path}.unit`, check)
    case 'text':
      return 'text'
    case 'this':
    case 'bySite':
      return checkThis(value, path, check)
    case 'reading':
      return checkReading(value, path, check)
    case 'count':
      checkTest(value.of, value.holds, path, check)
      return { unit: '1' }
    case 'age':
      checkMoment(value.on, `${path}.on`, check)
      if (![...check.book.items.values()].some(({ role }) => role === 'birth date'))
        check.report({ kind: 'no birth date', path })
      return { unit: value.unit }
    case 'day':
      checkAnchorDays(value.anchor, `${path}.anchor`, check)
      checkMoment(value.of, `${path}.of`, check)
      return { unit: '1' }
    case 'elapsed':
      checkMoment(value.from, `${path}.from`, check)
      checkMoment(value.to, `${path}.to`, check)
      return { unit: value.unit }
    case 'add':
    case 'subtract':
    case 'multiply':
    case 'divide':
      return checkArithmetic(value, path, check)
    case 'derived':
      return checkDerived(value, path, check)
  }
}

function checkThis(
  value: Extract<ValueExpression, { readonly op: 'this' | 'bySite' }>,
  path: string,
  check: ExpressionCheck,
): ValueKind {
  if (check.inTest !== true) check.report({ kind: 'reading outside a test', path })
  if (value.op === 'this') return kindOf(check.reading)
  const [first, ...others] = Object.values(value.sites).map(({ unit }) =>
    checkUnit(unit, path, check),
  )
  for (const [site] of Object.entries(value.sites))
    if (check.reading?.sites && !check.reading.sites.includes(site))
      check.report({ kind: 'site not listed', path, found: site, other: check.reading.id })
  for (const other of others)
    if (
      first &&
      other &&
      first !== 'text' &&
      other !== 'text' &&
      !unitsConvert(first.unit, other.unit)
    )
      check.report({ kind: 'units do not convert', path, found: first.unit, other: other.unit })
  return first
}

function checkReading(
  { of, comparable }: Extract<ValueExpression, { readonly op: 'reading' }>,
  path: string,
  check: ExpressionCheck,
): ValueKind {
  checkSelect(of, `${path}.of`, check)
  if (comparable) checkSelect(comparable.with, `${path}.comparable.with`, check)
  return kindOf(check.book.items.get(of.item))
}

function kindOf(item: ProtocolItem | undefined): ValueKind {
  if (!item) return undefined
  return item.type === 'quantity' ? { unit: item.unit ?? '1' } : 'text'
}

function checkArithmetic(
  { op, of }: Extract<ValueExpression, { readonly op: 'add' | 'subtract' | 'multiply' | 'divide' }>,
  path: string,
  check: ExpressionCheck,
): ValueKind {
  const kinds = of.map((one, index) => checkValue(one, `${path}.of[${index}]`, check))
  const units = kinds.flatMap((kind) => (kind === undefined || kind === 'text' ? [] : [kind.unit]))
  const [first = '1', ...others] = units
  if (op === 'multiply') {
    const measured = units.filter((unit) => unit !== '1')
    if (measured.length > 1)
      check.report({ kind: 'units do not convert', path, found: measured.join(' × ') })
    return { unit: measured[0] ?? '1' }
  }
  for (const other of others)
    if (!unitsConvert(first, other))
      check.report({ kind: 'units do not convert', path, found: first, other })
  return { unit: op === 'divide' ? '1' : first }
}

function checkDerived(
  { by, inputs }: Extract<ValueExpression, { readonly op: 'derived' }>,
  path: string,
  check: ExpressionCheck,
): ValueKind {
  for (const [name, input] of Object.entries(inputs)) {
    const kind = checkValue(input, `${path}.inputs.${name}`, check)
    const unit = unitOfInput(name)
    if (
      unit !== undefined &&
      kind !== undefined &&
      !(kind !== 'text' && unitsConvert(kind.unit, unit))
    )
      check.report({
        kind: 'units do not convert',
        path: `${path}.inputs.${name}`,
        found: kind === 'text' ? 'text' : kind.unit,
        other: unit,
      })
  }
  const wanted = inputsOfFunction(by)
  if (!wanted) check.report({ kind: 'unknown function', path: `${path}.by`, found: by })
  for (const name of wanted ?? [])
    if (inputs[name] === undefined)
      check.report({ kind: 'input missing', path, found: name, other: by })
  const unit = unitOfFunction(by)
  return unit === undefined ? undefined : { unit }
}

function checkSelect(select: ReadingSelect, path: string, check: ExpressionCheck): void {
  const item = checkItem(select.item, `${path}.item`, check)
  for (const site of select.site ?? [])
    if (item?.sites && !item.sites.includes(site))
      check.report({ kind: 'site not listed', path: `${path}.site`, found: site, other: item.id })
  for (const name of ['from', 'after', 'until', 'before', 'onDayOf'] as const) {
    const moment = select[name]
    if (moment) checkMoment(moment, `${path}.${name}`, check)
  }
  checkWindow(select, path, check.report)
  const visit = select.visit
  if (visit !== undefined) checkVisitOnce(visit, `${path}.visit`, check)
}
