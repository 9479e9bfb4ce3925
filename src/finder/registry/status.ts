import { isDate } from './check-study.ts'
import type { StatusModule } from './study.ts'

/** What can be said of a status: as it stands, claimed but not checked for two years, or given up. */
export type Freshness = 'current' | 'stale' | 'unchecked' | 'unknown'

/** These say that a person may still join, so they mislead when nobody keeps them true. */
const claims: ReadonlySet<string> = new Set([
  'RECRUITING',
  'NOT_YET_RECRUITING',
  'ENROLLING_BY_INVITATION',
  'AVAILABLE',
])
/** With these a new person can ask to join today. */
const open: ReadonlySet<string> = new Set(['RECRUITING', 'NOT_YET_RECRUITING', 'AVAILABLE'])
const over: ReadonlySet<string> = new Set([
  'COMPLETED',
  'TERMINATED',
  'WITHDRAWN',
  'NO_LONGER_AVAILABLE',
  'ACTIVE_NOT_RECRUITING',
  'SUSPENDED',
  'APPROVED_FOR_MARKETING',
])

/**
 * Rule `stale-status@1`: a study that claims to take people, and that its team last verified two years ago
 * or more, may be out of date. A month counts to its last day, so the mark never comes too early.
 */
export function freshnessOf(status: StatusModule | undefined, today: string): Freshness {
  const claimed = status?.overallStatus ?? 'UNKNOWN'
  if (claimed === 'UNKNOWN') return 'unknown'
  if (!claims.has(claimed)) return 'current'
  const verified = lastDayOf(status?.statusVerifiedDate)
  if (verified === undefined) return 'unchecked'
  return Temporal.PlainDate.compare(
    Temporal.PlainDate.from(verified).add({ years: 2 }),
    Temporal.PlainDate.from(today),
  ) <= 0
    ? 'stale'
    : 'current'
}

export function isOpen(status: string | undefined): boolean {
  return status !== undefined && open.has(status)
}

/** True when the registry says plainly that nobody new can join. */
export function isOver(status: string | undefined): boolean {
  return status !== undefined && over.has(status)
}

/** The last day a partial date may mean: `2018-09` is no later than 30 September 2018. */
export function lastDayOf(date: string | undefined): string | undefined {
  if (date === undefined || !isDate(date)) return undefined
  if (date.length === 10) return date
  if (date.length === 4) return `${date}-12-31`
  return Temporal.PlainYearMonth.from(date).toPlainDate({ day: 31 }).toString()
}
