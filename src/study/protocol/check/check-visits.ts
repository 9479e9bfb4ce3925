import type { PlannedVisit } from '../document/schedule.ts'
import type { Protocol } from '../document/protocol.ts'
import { readDuration } from '../time/duration.ts'
import { isTimeProblem } from '../time/problems.ts'
import { checkLength } from './check-amounts.ts'
import { checkTruth } from './check-expression.ts'
import { type ExpressionCheck, checkAnchor, checkItem, checkMoment } from './check-names.ts'
import { reachedFrom } from './reached-from.ts'

/**
 * Reports visits that cannot be placed or recorded, and windows of one anchor that overlap where both record the same item:
 * a reading would be of both.
 */
export function checkVisits({ visits }: Protocol, check: ExpressionCheck): void {
  const spans: { readonly visit: PlannedVisit; readonly from: number; readonly until: number }[] =
    []
  for (const [index, visit] of visits.entries()) {
    const path = `visits[${index}]`
    checkVisit(visit, path, check)
    const overlapping = new Set<string>()
    for (const span of spansOf(visit, check)) {
      for (const other of spans)
        if (
          other.visit.target?.anchor === visit.target?.anchor &&
          shareReadings(visit, other.visit) &&
          // Beside a window, one that has none yet waits for the operator's.
          (visit.window === undefined) === (other.visit.window === undefined) &&
          span.from <= other.until &&
          other.from <= span.until
        )
          overlapping.add(other.visit.id)
      spans.push({ visit, ...span })
    }
    for (const other of overlapping)
      check.report({ kind: 'windows overlap', path: `${path}.window`, found: visit.id, other })
  }
}

function checkVisit(visit: PlannedVisit, path: string, check: ExpressionCheck): void {
  const { target, items, order = [], onlyIf, repeat } = visit
  for (const [index, item] of items.entries()) checkItem(item, `${path}.items[${index}]`, check)
  for (const { first, then } of order)
    for (const item of [first, then])
      if (!check.book.items.has(item))
        check.report({ kind: 'unknown item', path: `${path}.order`, found: item })
  if (onlyIf) checkTruth(onlyIf, `${path}.onlyIf`, check)
  checkOrder(visit, path, check)
  checkLength(visit.window?.early, `${path}.window.early`, check.report)
  checkLength(visit.window?.late, `${path}.window.late`, check.report)
  checkLength(repeat?.every, `${path}.repeat.every`, check.report, 'above zero')
  if (repeat?.until) checkTruth(repeat.until, `${path}.repeat.until`, check)
  if (!target) {
    if (visit.status !== 'silent' && visit.unscheduled !== true)
      check.report({ kind: 'target missing', path, found: visit.id })
    return
  }
  if ((target.day === undefined) === (target.after === undefined))
    check.report({ kind: 'target twice', path: `${path}.target`, found: visit.id })
  if (target.day === undefined) checkAnchor(target.anchor, `${path}.target.anchor`, check)
  else checkMoment({ at: 'day', anchor: target.anchor, day: target.day }, `${path}.target`, check)
}

/** Whether a reading that names no visit could belong to either. */
function shareReadings(one: PlannedVisit, other: PlannedVisit): boolean {
  return one.id === other.id || recordedAt(one).some((item) => recordedAt(other).includes(item))
}

function recordedAt({ items, order = [] }: PlannedVisit): readonly string[] {
  return [...items, ...order.flatMap(({ first, then }) => [first, then])]
}

/** What is first before what is before it: nobody can do it so. */
function checkOrder({ order = [] }: PlannedVisit, path: string, { report }: ExpressionCheck): void {
  const next = (item: string) => order.flatMap((one) => (one.first === item ? one.then : []))
  const found = order.find(({ first }) => reachedFrom([first], next).has(first))
  if (found) report({ kind: 'cycle', path: `${path}.order`, found: found.first })
}

interface VisitSpan {
  readonly from: number
  readonly until: number
}

/** The hours in which a visit counts, for each time that it comes; without a last time, for as many as are ever shown. */
function spansOf(visit: PlannedVisit, check: ExpressionCheck): readonly VisitSpan[] {
  const span = spanOf(visit, check)
  const every = visit.repeat && hoursOf(visit.repeat.every)
  if (!span || (visit.repeat && (every === undefined || every <= 0))) return []
  return Array.from(
    { length: visit.repeat ? Math.min(visit.repeat.times ?? 60, 60) : 1 },
    (_, past) => ({
      from: span.from + past * (every ?? 0),
      until: span.until + past * (every ?? 0),
    }),
  )
}

/** The hours after its anchor in which a visit counts first, a day as 24. */
function spanOf(
  { target, window, unscheduled }: PlannedVisit,
  { book }: ExpressionCheck,
): VisitSpan | undefined {
  if (!target || unscheduled === true) return undefined
  const first = book.anchors.get(target.anchor)?.days?.first ?? 1
  const due = target.day === undefined ? hoursOf(target.after ?? 'P0D') : (target.day - first) * 24
  // Without a window it is its day, or that very time.
  const [early, late] = [hoursOf(window?.early ?? 'P0D'), hoursOf(window?.late ?? 'P0D')]
  if (due === undefined || early === undefined || late === undefined) return undefined
  return { from: due - early, until: due + late }
}

/** Months have no length of their own: a window in them is not compared. */
function hoursOf(duration: string): number | undefined {
  const parts = readDuration(duration)
  if (isTimeProblem(parts) || parts.months !== 0) return undefined
  return parts.days * 24 + parts.seconds / 3600
}
