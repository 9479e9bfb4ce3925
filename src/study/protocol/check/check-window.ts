import type { MomentExpression, ReadingSelect } from '../document/expressions.ts'
import { readDuration } from '../time/duration.ts'
import { isTimeProblem } from '../time/problems.ts'
import type { FaultReport } from './fault.ts'

/** Reports a window that begins after it ends, where both ends are counted from one moment: no reading is ever in it. */
export function checkWindow(
  { item, from, after, until, before }: ReadingSelect,
  path: string,
  report: FaultReport,
): void {
  const start = from ?? after
  // No decision knows what comes after it.
  const end = until ?? before ?? (start?.at === 'decision' ? { at: 'decision' } : undefined)
  if (!start || !end || baseOf(start) !== baseOf(end)) return
  const [first, last] = [secondsOf(start), secondsOf(end)]
  if (first !== undefined && last !== undefined && first > last)
    report({ kind: 'window turned round', path, found: item })
}

function baseOf(moment: MomentExpression): string {
  return 'anchor' in moment
    ? `${moment.at === 'day' ? 'day' : 'anchor'} ${moment.anchor}`
    : moment.at
}

/** Seconds after what it is counted from, a day as 24 hours; undefined for months, which have no length of their own. */
function secondsOf(moment: MomentExpression): number | undefined {
  if (moment.at === 'day') return moment.day * 86_400
  const parts = readDuration(moment.plus ?? 'P0D')
  return isTimeProblem(parts) || parts.months !== 0
    ? undefined
    : parts.days * 86_400 + parts.seconds
}
