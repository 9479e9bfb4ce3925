import type { DeskPlace } from '../../../people/accounts/model/actor.ts'
import type { Reader } from '../../../people/records/model/records.ts'
import { todayOf } from './today.ts'
import { personsQueries } from './waiting-queries.ts'

/** How much waits at one site in the morning: numbers alone. */
export interface SiteDay {
  readonly study: string
  /** As people call it. */
  readonly site: string
  readonly counts: Readonly<Record<DeskCount, number>>
}

/** What is counted, in the order in which it is told. */
export const deskCounts = ['overdue', 'missed', 'consent', 'queries'] as const

/** Something of which the daily mail says how much there is. */
export type DeskCount = (typeof deskCounts)[number]

/**
 * How much waits at each site of these places, as the page of today says it, and how many questions of people wait for an
 * answer; sites where nothing waits are not among them. Visits count as missed for one day. Throws what the records throw.
 */
export async function deskDayOf(
  db: Reader,
  places: readonly DeskPlace[],
  now: Date,
): Promise<readonly SiteDay[]> {
  const roles = places.map((place) => ({ role: 'coordinator', ...place }) as const)
  const { runs, sites } = await todayOf(db, { roles }, { days: 1 }, now)
  const asked = await personsQueries(
    db,
    runs.map(({ study }) => study),
  )
  const queriesAt = (study: string, site: string): number =>
    asked
      .filter((one) => one.study === study && one.site === site && one.state === 'open')
      .reduce((sum, { count }) => sum + count, 0)
  const isTheirs = (study: string, site: string): boolean =>
    places.some((at) => at.study === study && (at.site === null || at.site === site))
  return runs.flatMap(({ study, sites: all }) =>
    all.flatMap(({ site, name }): readonly SiteDay[] => {
      if (!isTheirs(study, site)) return []
      const found = sites.get(`${study} ${site}`) ?? {}
      const { overdue = 0, missed = 0, consent = 0 } = found
      const counts = { overdue, missed, consent, queries: queriesAt(study, site) }
      return waitingInAll(counts) > 0 ? [{ study, site: name, counts }] : []
    }),
  )
}

/** How much that is in all. */
export function waitingInAll(counts: SiteDay['counts']): number {
  return deskCounts.reduce((sum, name) => sum + counts[name], 0)
}
