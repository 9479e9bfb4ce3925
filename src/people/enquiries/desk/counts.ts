import { type RawBuilder, sql } from 'kysely'
import type { DeskPlace } from '../../accounts/model/actor.ts'
import type { Reader } from '../../records/model/records.ts'
import type { EnquiryState } from '../model/enquiry.ts'
import { type DeskTab, deskStates, deskTabOf, deskTabs } from './tabs.ts'
import { isAt, isPressed } from './where.ts'

/** How many enquiries stand where: counted in the index alone, whatever their number. */
export interface DeskCounts {
  readonly tabs: Readonly<Record<DeskTab, number>>
  /** Those to answer whose promise is over. */
  readonly overdue: number
  /** Those of each part that the actor took. */
  readonly mine: Readonly<Record<DeskTab, number>>
  /** Those of each site, the study's with the most first. */
  readonly sites: readonly SiteCount[]
}

/** How many enquiries of any state a site has. */
export interface SiteCount {
  readonly study: string
  readonly site: string
  readonly count: number
}

/** One study, site and state: how many, for how many an answer presses or is late, and how many of each the actor took. */
interface Group {
  readonly study: string
  readonly site: string
  readonly state: EnquiryState
  readonly all: number
  readonly pressed: number
  readonly late: number
  readonly mine: number
  readonly minePressed: number
  readonly mineLate: number
}

/** Counts in one query what stands at these places. */
export async function countGroups(
  db: Reader,
  places: readonly DeskPlace[],
  { accountId, now }: { readonly accountId: string; readonly now: Date },
): Promise<readonly Group[]> {
  const isLate = sql`enquiry.due_at < ${now.toISOString()}`
  const isMine = sql`enquiry.taken_by = ${accountId}`
  const press = isPressed(now)
  const rows = await db
    .selectFrom('enquiry')
    .select(['study', 'site', 'state'])
    .select([
      sql<number>`count(*)`.as('all'),
      howMany(press).as('pressed'),
      howMany(isLate).as('late'),
      howMany(isMine).as('mine'),
      howMany(sql`${isMine} and ${press}`).as('minePressed'),
      howMany(sql`${isMine} and ${isLate}`).as('mineLate'),
    ])
    .where((eb) => isAt(eb, places))
    .where('state', 'in', deskStates)
    .groupBy(['study', 'site', 'state'])
    .execute()
  return rows.map((row) => ({
    ...row,
    // PostgreSQL counts in numbers that may not fit, and sends them as text.
    all: Number(row.all),
    pressed: Number(row.pressed),
    late: Number(row.late),
    mine: Number(row.mine),
    minePressed: Number(row.minePressed),
    mineLate: Number(row.mineLate),
  }))
}

function howMany(condition: RawBuilder<unknown>): RawBuilder<number> {
  return sql<number>`sum(case when ${condition} then 1 else 0 end)`
}

/** What is wanted of the groups: one study or site, or what the actor took. */
export interface CountFilter {
  readonly study?: string
  readonly site?: string
  readonly isMine?: true
}

/** The counts of a desk under a filter; those by site are of all that the actor reaches. */
export function countsOf(groups: readonly Group[], filter: CountFilter): DeskCounts {
  const tabs = nothing()
  const mine = nothing()
  let overdue = 0
  for (const group of groups.filter((one) => isWithin(one, filter))) {
    const shown = filter.isMine
      ? { all: group.mine, pressed: group.minePressed, late: group.mineLate }
      : group
    for (const [isPressing, count, own] of [
      [true, shown.pressed, group.minePressed],
      [false, shown.all - shown.pressed, group.mine - group.minePressed],
    ] as const) {
      const tab = deskTabOf(group.state, isPressing)
      if (!tab) continue
      tabs[tab] += count
      mine[tab] += own
      if (tab === 'answer' && isPressing) overdue += shown.late
    }
  }
  return { tabs, mine, overdue, sites: sitesOf(groups) }
}

function isWithin({ study, site }: Group, filter: CountFilter): boolean {
  if (filter.study !== undefined && filter.study !== study) return false
  return filter.site === undefined || filter.site === site
}

function sitesOf(groups: readonly Group[]): readonly SiteCount[] {
  const sites = new Map<string, SiteCount>()
  for (const { study, site, all } of groups) {
    const key = `${study} ${site}`
    sites.set(key, { study, site, count: (sites.get(key)?.count ?? 0) + all })
  }
  return [...sites.values()].toSorted((one, other) => other.count - one.count)
}

function nothing(): Record<DeskTab, number> {
  return Object.fromEntries(deskTabs.map((tab) => [tab, 0])) as Record<DeskTab, number>
}
