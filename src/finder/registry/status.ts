import { isDate } from './check-study.ts'
import { enums } from './enums.ts'
import type { StatusModule } from './study.ts'

/**
 * What a status of the registry means for a person who wants to join. `open`: they can ask now; `opening`: not
 * yet, it is planned; `invitation`: only people whom the team chooses; `paused`: not now, perhaps again later;
 * `over`: nobody new; `unknown`: it is not said, not made public, or a value that we do not know.
 */
export type Standing = 'open' | 'opening' | 'invitation' | 'paused' | 'over' | 'unknown'

/** A status that is not here is over if the registry is known to have it, and else unknown. */
const standings: ReadonlyMap<string, Standing> = new Map([
  ['RECRUITING', 'open'],
  ['AVAILABLE', 'open'],
  ['NOT_YET_RECRUITING', 'opening'],
  ['ENROLLING_BY_INVITATION', 'invitation'],
  ['SUSPENDED', 'paused'],
  ['TEMPORARILY_NOT_AVAILABLE', 'paused'],
  ['UNKNOWN', 'unknown'],
  ['WITHHELD', 'unknown'],
])

/** What a status, of a study or of one of its sites, means for a person who wants to join. */
export function standingOf(status: string | undefined): Standing {
  if (status === undefined) return 'unknown'
  return standings.get(status) ?? (enums.Status.has(status) ? 'over' : 'unknown')
}

/** The registry's statuses that have one of these standings, as a filter of a search takes them. */
export function statusesOf(...wanted: readonly Standing[]): readonly string[] {
  return [...enums.Status].filter((status) => wanted.includes(standingOf(status)))
}

/** True where a person can ask to join now. */
export function isOpen(status: string | undefined): boolean {
  return standingOf(status) === 'open'
}

/** True where the registry says plainly that nobody new can join now: it is over, or paused. */
export function takesNobody(status: string | undefined): boolean {
  const standing = standingOf(status)
  return standing === 'over' || standing === 'paused'
}

/** True where a person can join now, or when it opens: what is wanted of a place near home. */
export function canBeJoined(status: string | undefined): boolean {
  return isOpen(status) || standingOf(status) === 'opening'
}

/** True where a person may ask the team to join, now or when it opens; it may be unknown whether it is open. */
export function mayBeAsked(status: string | undefined): boolean {
  return !takesNobody(status) && standingOf(status) !== 'invitation'
}

/** True where nobody can join now and the study is not ended for good: it may open again. */
export function mayReopen(status: string | undefined): boolean {
  return standingOf(status) === 'paused' || status === 'ACTIVE_NOT_RECRUITING'
}

/** The status of a site: its own, or else the study's. */
export function siteStatus(
  site: { readonly status?: string | undefined },
  study: { readonly overallStatus?: string | undefined } | undefined,
): string | undefined {
  return site.status ?? study?.overallStatus
}

/** What can be said of a status: it can be relied on, nobody confirmed it for two years, or it was given up. */
export type Freshness = 'current' | 'stale' | 'unchecked' | 'unknown'

/** These say that a person may join now or soon, so they mislead when nobody keeps them true. */
const claims: readonly Standing[] = ['open', 'opening', 'invitation']

/**
 * Rule `stale-status@1`: a study that claims to take people, and that its team last verified two years before
 * `today` (`yyyy-MM-dd`) or earlier, may be out of date. A month counts to its last day, so the mark never comes
 * too early. Without a date it is `unchecked`; `unknown` is the registry's own UNKNOWN, or no status.
 */
export function freshnessOf(status: StatusModule | undefined, today: string): Freshness {
  const claimed = status?.overallStatus ?? 'UNKNOWN'
  if (claimed === 'UNKNOWN') return 'unknown'
  if (!claims.includes(standingOf(claimed))) return 'current'
  const verified = lastDayOf(status?.statusVerifiedDate)
  if (verified === undefined) return 'unchecked'
  return isLongAgo(Temporal.PlainDate.from(verified), Temporal.PlainDate.from(today))
    ? 'stale'
    : 'current'
}

function isLongAgo(verified: Temporal.PlainDate, today: Temporal.PlainDate): boolean {
  return Temporal.PlainDate.compare(verified.add({ years: 2 }), today) <= 0
}

/**
 * The last day (`yyyy-MM-dd`) on which a study can have been verified last and yet be doubtful on `today` (rule
 * `stale-status@1`): for lists, which compare days and read no record.
 */
export function lastDoubtfulDay(today: string): string {
  const day = Temporal.PlainDate.from(today)
  // Two years after 29 February is 28 February: two days may end on one.
  const next = day.subtract({ years: 2 }).add({ days: 1 })
  return (isLongAgo(next, day) ? next : next.subtract({ days: 1 })).toString()
}

/** True where a study's claim to take people cannot be relied on (rule `stale-status@1`). */
export function isDoubtful(status: StatusModule | undefined, today: string): boolean {
  const freshness = freshnessOf(status, today)
  return freshness === 'stale' || freshness === 'unchecked'
}

/**
 * What is said of a study, in a word, to a person who wants to join. `open` and `soon` can be relied on; `doubt` is a
 * study that says either and that nobody confirmed lately (rule `stale-status@1`). `full`: it goes on with those who are in
 * it; `stopped`: it ended before its time; `finished`: as planned. `unknown` is also a status that we do not know.
 */
export type ShownState =
  | 'open'
  | 'soon'
  | 'doubt'
  | 'invitation'
  | 'paused'
  | 'full'
  | 'finished'
  | 'stopped'
  | 'unknown'

/** The state in which a study is shown, on every page alike. `today` is `yyyy-MM-dd`. */
export function shownState(study: StatusModule | undefined, today: string): ShownState {
  const status = study?.overallStatus
  const standing = standingOf(status)
  switch (standing) {
    case 'open':
      return isDoubtful(study, today) ? 'doubt' : 'open'
    case 'opening':
      return isDoubtful(study, today) ? 'doubt' : 'soon'
    case 'over':
      return stateOfEnded(status)
    case 'invitation':
    case 'paused':
    case 'unknown':
      return standing
  }
}

function stateOfEnded(status: string | undefined): ShownState {
  if (status === 'ACTIVE_NOT_RECRUITING') return 'full'
  return status === 'TERMINATED' || status === 'WITHDRAWN' ? 'stopped' : 'finished'
}

/** The last day that a partial date may mean: `2018-09` is no later than 2018-09-30. */
export function lastDayOf(date: string | undefined): string | undefined {
  if (date === undefined || !isDate(date)) return undefined
  if (date.length === 10) return date
  if (date.length === 4) return `${date}-12-31`
  const [year, month] = [Number(date.slice(0, 4)), Number(date.slice(5))]
  return `${date}-${new Date(Date.UTC(year, month, 0)).getUTCDate()}`
}
