import type { MomentExpression } from '../document/expressions.ts'
import type { ProtocolItem } from '../document/protocol.ts'
import type { ProtocolBook } from '../expression/scene.ts'
import { amountIn } from '../quantity/convert.ts'
import { isQuantityProblem, unitOf } from '../quantity/quantity.ts'
import type { FaultReport } from './fault.ts'

/** What expressions are held against: the names of the document, and where faults go. */
export interface ExpressionCheck {
  readonly book: ProtocolBook
  readonly report: FaultReport
  /** The item of the reading under test, inside `any`, `agreed` and `count`. */
  readonly reading?: ProtocolItem
  readonly inTest?: boolean
  /** The definitions that are being read: one that leads back to itself is told elsewhere. */
  readonly defining?: readonly string[]
}

/** What a value is: a unit to convert by, words, or not to be told. */
export type ValueKind = { readonly unit: string } | 'text' | undefined

/** Whether a value in one unit can be told in another. */
export function unitsConvert(one: string, other: string): boolean {
  return !isQuantityProblem(amountIn({ value: '1', unit: one }, other))
}

/** Reports a unit that is no UCUM code. */
export function checkUnit(
  unit: string,
  path: string,
  { report }: Pick<ExpressionCheck, 'report'>,
): ValueKind {
  if (!isQuantityProblem(unitOf(unit))) return { unit }
  report({ kind: 'unknown unit', path, found: unit })
  return undefined
}

/** A reading or an anchor of a visit needs one that comes once, too: which of its times would be meant? */
export function checkVisitOnce(id: string, path: string, check: ExpressionCheck): void {
  checkVisitHappens(id, path, check)
  const visit = check.book.protocol.visits.find((one) => one.id === id)
  if (visit?.repeat) check.report({ kind: 'visit repeats', path, found: id })
}

/** A reading or an endpoint of a visit needs one that is planned for everybody and has a place. */
export function checkVisitHappens(
  id: string,
  path: string,
  { book, report }: ExpressionCheck,
): void {
  const visit = book.protocol.visits.find((one) => one.id === id)
  if (!visit) report({ kind: 'unknown visit', path, found: id })
  else if (visit.onlyIf !== undefined || visit.unscheduled === true || !visit.target)
    report({ kind: 'visit may not happen', path, found: id })
}

/** Reports a moment whose anchor is unknown or counts no days. */
export function checkMoment(moment: MomentExpression, path: string, check: ExpressionCheck): void {
  if (moment.at === 'day') {
    checkAnchorDays(moment.anchor, `${path}.anchor`, check)
    if (moment.day === 0 && check.book.anchors.get(moment.anchor)?.days?.first === 1)
      check.report({ kind: 'no day zero', path: `${path}.day`, found: moment.anchor })
  } else if (moment.at === 'anchor') checkAnchor(moment.anchor, `${path}.anchor`, check)
}

/** Reports an anchor that is not there. */
export function checkAnchor(id: string, path: string, { book, report }: ExpressionCheck): void {
  if (!book.anchors.has(id)) report({ kind: 'unknown anchor', path, found: id })
}

/** Reports an anchor that is not there or by which no days are counted. */
export function checkAnchorDays(id: string, path: string, check: ExpressionCheck): void {
  checkAnchor(id, path, check)
  const anchor = check.book.anchors.get(id)
  if (anchor && !anchor.days) check.report({ kind: 'anchor counts no days', path, found: id })
}

/** Reports an item that is not there or is of another kind, and gives it. */
export function checkItem(
  id: string,
  path: string,
  { book, report }: Pick<ExpressionCheck, 'book' | 'report'>,
  types?: readonly ProtocolItem['type'][],
): ProtocolItem | undefined {
  const item = book.items.get(id)
  if (!item) report({ kind: 'unknown item', path, found: id })
  else if (types && !types.includes(item.type))
    report({ kind: 'item of another kind', path, found: id, other: item.type })
  return item
}
