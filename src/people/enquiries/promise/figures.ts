import { sql } from 'kysely'
import type { Reader, Records } from '../../records/model/records.ts'
import { hasReachedSite } from '../model/reached-site.ts'
import type { PromisePlace } from './site-setting.ts'

/** What became of the enquiries to one site of one study. */
export interface SiteFigures extends PromisePlace {
  /** That their owners confirmed. */
  readonly enquiries: number
  /** That the site answered. */
  readonly answered: number
  /** Of which the promise is past or kept. */
  readonly promised: number
  /** Answered before the promise ended. */
  readonly kept: number
  /** From being sent to the first answer, in hours; undefined where there was none. */
  readonly medianHours: number | undefined
  /** How many stand where. */
  readonly states: Readonly<Record<string, number>>
  /** How many ended so, and why: `not-eligible` and `age`, `closed` and `no-answer`. */
  readonly reasons: readonly {
    readonly kind: string
    readonly reason: string
    readonly count: number
  }[]
}

/** The figures of some sites, or of all sites of a study where the site is null: three queries, however many there are. */
export async function siteFigures(
  { db }: Pick<Records, 'db'>,
  places: readonly { readonly study: string; readonly site: string | null }[],
  now: Date,
): Promise<readonly SiteFigures[]> {
  if (places.length === 0) return []
  const [counts, hours, reasons] = await Promise.all([
    countsOf(db, places, now),
    hoursOf(db, places),
    reasonsOf(db, places),
  ])
  const of = <Row extends PromisePlace>(rows: readonly Row[]) => Map.groupBy(rows, keyOf)
  const [hoursBySite, reasonsBySite] = [of(hours), of(reasons)]
  return [...of(counts)].map(([key, rows]) => {
    const sum = (name: 'count' | 'answered' | 'promised' | 'kept'): number =>
      rows.reduce((all, row) => all + Number(row[name]), 0)
    const { study = '', site = '' } = rows[0] ?? {}
    return {
      study,
      site,
      enquiries: sum('count'),
      answered: sum('answered'),
      promised: sum('promised'),
      kept: sum('kept'),
      medianHours: medianOf((hoursBySite.get(key) ?? []).map((row) => row.hours)),
      states: Object.fromEntries(rows.map(({ state, count }) => [state, Number(count)])),
      reasons: reasonsInOrder(reasonsBySite.get(key) ?? []),
    }
  })
}

/** How a site answers, for everybody to see. */
export interface ResponseRate {
  /** Whose promise is past, or that were answered. */
  readonly promised: number
  /** Of these, answered before the promise ended. */
  readonly kept: number
}

/** How often the sites of a study answer in time, by the id of the site; none of one until ten enquiries tell, so that no figure tells of one person. */
export async function responseRates(
  { db }: Pick<Records, 'db'>,
  study: string,
  now: Date,
): Promise<ReadonlyMap<string, ResponseRate>> {
  const rows = await countsOf(db, [{ study, site: null }], now)
  const rates = [...Map.groupBy(rows, ({ site }) => site)].map(([site, some]) => {
    const sum = (name: 'promised' | 'kept'): number =>
      some.reduce((all, row) => all + Number(row[name]), 0)
    return [site, { promised: sum('promised'), kept: sum('kept') }] as const
  })
  return new Map(rates.filter(([, { promised }]) => promised >= leastToTell))
}

const leastToTell = 10

/** The middle of some numbers; of two middles their mean. */
function medianOf(numbers: readonly number[]): number | undefined {
  const sorted = numbers.toSorted((one, other) => one - other)
  const middle = Math.floor(sorted.length / 2)
  const upper = sorted[middle]
  if (upper === undefined) return undefined
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? upper) + upper) / 2
}

function keyOf({ study, site }: PromisePlace): string {
  return `${study} ${site}`
}

type Places = readonly { readonly study: string; readonly site: string | null }[]

function countsOf(db: Reader, places: Places, now: Date) {
  const at = now.toISOString()
  const isDone = sql<number>`case when answered_at is not null or promised_at <= ${at} then 1 else 0 end`
  const isKept = sql<number>`case when answered_at <= promised_at then 1 else 0 end`
  return sentTo(db, places)
    .select((query) => [
      'study',
      'site',
      'state',
      query.fn.countAll<number | string>().as('count'),
      query.fn.count<number | string>('answered_at').as('answered'),
      query.fn.sum<number | string>(isDone).as('promised'),
      query.fn.sum<number | string>(isKept).as('kept'),
    ])
    .groupBy(['study', 'site', 'state'])
    .orderBy('study')
    .orderBy('site')
    .execute()
}

async function hoursOf(db: Reader, places: Places) {
  const rows = await sentTo(db, places)
    .select(['study', 'site', 'confirmed_at', 'answered_at'])
    .where('answered_at', 'is not', null)
    .execute()
  return rows.map(({ study, site, confirmed_at, answered_at }) => ({
    study,
    site,
    hours: (Date.parse(answered_at ?? '') - Date.parse(confirmed_at ?? '')) / 3_600_000,
  }))
}

function reasonsOf(db: Reader, places: Places) {
  return sentTo(db, places)
    .innerJoin('enquiry_event', 'enquiry_event.enquiry_id', 'enquiry.id')
    .select((query) => [
      'study',
      'site',
      'kind',
      'details',
      query.fn.countAll<number | string>().as('count'),
    ])
    .where('kind', 'in', ['not-eligible', 'declined', 'closed'])
    .whereRef('kind', '=', 'state')
    .groupBy(['study', 'site', 'kind', 'details'])
    .execute()
}

/** What was confirmed and went to these places. */
function sentTo(db: Reader, places: Places) {
  return db
    .selectFrom('enquiry')
    .where('confirmed_at', 'is not', null)
    .where(hasReachedSite)
    .where((where) =>
      where.or(
        places.map(({ study, site }) =>
          where.and([
            where('study', '=', study),
            ...(site === null ? [] : [where('site', '=', site)]),
          ]),
        ),
      ),
    )
}

/** The most frequent first. */
function reasonsInOrder(
  rows: readonly { kind: string; details: string; count: number | string }[],
): SiteFigures['reasons'] {
  const counted = new Map<string, { kind: string; reason: string; count: number }>()
  for (const { kind, details, count } of rows) {
    const reason = reasonOf(details)
    const key = `${kind} ${reason}`
    const known = counted.get(key) ?? { kind, reason, count: 0 }
    counted.set(key, { ...known, count: known.count + Number(count) })
  }
  return [...counted.values()].toSorted((one, other) => other.count - one.count)
}

function reasonOf(details: string): string {
  const { reason } = JSON.parse(details) as { readonly reason?: unknown }
  return typeof reason === 'string' ? reason : ''
}
