import type { PlannedVisit } from '../document/schedule.ts'
import type { Protocol } from '../document/protocol.ts'
import { readDuration } from '../time/duration.ts'
import { isTimeProblem } from '../time/problems.ts'
import { checkTruth } from './check-expression.ts'
import { type ExpressionCheck, checkAnchor, checkAnchorDays, checkItem } from './check-names.ts'

/** Reports visits that cannot be placed or recorded, and windows of one anchor that overlap: a reading would be of both. */
export function checkVisits({ visits }: Protocol, check: ExpressionCheck): void {
  const spans: { readonly visit: PlannedVisit; readonly from: number; readonly until: number }[] =
    []
  for (const [index, visit] of visits.entries()) {
    const path = `visits[${index}]`
    checkVisit(visit, path, check)
    const span = spanOf(visit, check)
    if (!span) continue
    for (const other of spans)
      if (
        other.visit.target?.anchor === visit.target?.anchor &&
        span.from <= other.until &&
        other.from <= span.until
      )
        check.report({
          kind: 'windows overlap',
          path: `${path}.window`,
          found: visit.id,
          other: other.visit.id,
        })
    spans.push({ visit, ...span })
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
  if (repeat?.until) checkTruth(repeat.until, `${path}.repeat.until`, check)
  if (!target) {
    if (visit.status !== 'silent' && visit.unscheduled !== true)
      check.report({ kind: 'target missing', path, found: visit.id })
    return
  }
  if (target.day === undefined) checkAnchor(target.anchor, `${path}.target.anchor`, check)
  else checkAnchorDays(target.anchor, `${path}.target.anchor`, check)
}

/** The hours after its anchor in which a visit counts, a day as 24; only of one with a window of its own. */
function spanOf(
  { target, window, unscheduled, repeat }: PlannedVisit,
  { book }: ExpressionCheck,
): { readonly from: number; readonly until: number } | undefined {
  if (!target || !window || unscheduled === true || repeat) return undefined
  const first = book.anchors.get(target.anchor)?.days?.first ?? 1
  const due = target.day === undefined ? hoursOf(target.after ?? 'P0D') : (target.day - first) * 24
  const [early, late] = [hoursOf(window.early), hoursOf(window.late)]
  if (due === undefined || early === undefined || late === undefined) return undefined
  return { from: due - early, until: due + late }
}

/** Months have no length of their own: a window in them is not compared. */
function hoursOf(duration: string): number | undefined {
  const parts = readDuration(duration)
  if (isTimeProblem(parts) || parts.months !== 0) return undefined
  return parts.days * 24 + parts.seconds / 3600
}
