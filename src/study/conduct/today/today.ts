import { orderTexts } from '../../../base/order-texts.ts'
import { sql } from 'kysely'
import type { Actor, DeskPlace } from '../../../people/accounts/model/actor.ts'
import { participantReach } from '../../../people/accounts/model/can.ts'
import type { Reader } from '../../../people/records/model/records.ts'
import { outlookLineOf } from '../derived/keep-outlook.ts'
import type { OutlookLine } from '../derived/outlook.ts'
import type { StudyRun } from '../model/run.ts'
import { isSigned } from './is-signed.ts'
import { areAt, narrowedTo } from './participants-at.ts'
import { readRuns } from './read-runs.ts'
import { todayGroupOf, type TodayGroup } from './today-group.ts'

/** What of the day is asked for. */
export interface TodayAsk {
  readonly study?: string
  readonly site?: string
  readonly group?: TodayGroup
  /** How many days back windows count that ended without their visit, or with one too early or too late. */
  readonly days: number
}

/** One thing that is to do, or to know, today. */
export interface TodayThing {
  readonly participantId: string
  readonly number: string
  readonly study: string
  readonly site: string
  readonly group: TodayGroup
  readonly line: OutlookLine
}

/** All that is to do at the sites of an actor. */
export interface Today {
  /** By kind, the most pressing first where all are of one kind; else by site, and there by time. */
  readonly things: readonly TodayThing[]
  /** How many of each kind there are, whichever kind was asked for. */
  readonly counts: Readonly<Partial<Record<TodayGroup, number>>>
  /** The same for each site, by the id of its study and its own: `NCT02390596 0a1b2c3d4e`. */
  readonly sites: ReadonlyMap<string, Readonly<Partial<Record<TodayGroup, number>>>>
  /** Every study of the actor that is run here. */
  readonly runs: readonly StudyRun[]
  /** How many participants there are. */
  readonly participants: number
  /** Of some it was worked out too long ago: how many, and since when at worst; null where it never was. */
  readonly stale?: { readonly count: number; readonly since: string | null }
}

/**
 * What is to do today at the sites of an actor: three reads, and five for each study, whatever the number of participants.
 * Throws what the records throw.
 */
export async function todayOf(
  db: Reader,
  actor: Pick<Actor, 'roles'>,
  { group, days, ...ask }: TodayAsk,
  now: Date,
): Promise<Today> {
  const reach = participantReach(actor)
  const places = narrowedTo(reach, ask)
  const runs = await readRuns(db, reach)
  const found = await thingsAt(db, places, { runs, days, now })
  const counted = countsBySite(found)
  const things = group === undefined ? found : found.filter((thing) => thing.group === group)
  return {
    things: things.toSorted(inOrder(runs)),
    counts: countsOf(found),
    sites: counted,
    runs,
    ...(await howFresh(db, places, now)),
  }
}

/** How much there is to do today at the sites of an actor; undefined where no study of theirs is run here. */
export async function countToday(db: Reader, actor: Actor, now: Date): Promise<number | undefined> {
  const reach = participantReach(actor)
  const runs = await readRuns(db, reach)
  if (runs.length === 0) return undefined
  const things = await thingsAt(db, reach, { runs, days: 1, now })
  return things.length
}

interface Looking {
  readonly runs: readonly StudyRun[]
  readonly days: number
  readonly now: Date
}

async function thingsAt(
  db: Reader,
  places: readonly DeskPlace[],
  { runs, days, now }: Looking,
): Promise<readonly TodayThing[]> {
  const ends = endsOfToday(runs, now)
  const lastEnd = [...ends.values()].toSorted().at(-1)
  if (places.length === 0 || lastEnd === undefined) return []
  const since = new Date(now.getTime() - days * dayMs).toISOString()
  const studies = runs.map(({ study }) => study)
  const rows = await rowsAt(db, places, { studies, since, lastEnd })
  return rows.flatMap(({ number, is_signed, ...row }): readonly TodayThing[] => {
    const line = outlookLineOf(row)
    const { study, site, participant_id: participantId } = row
    const group = todayGroupOf(line, Boolean(is_signed))
    const isToday =
      line.kind !== 'dose' || line.dueAt === null || line.dueAt < (ends.get(keyOf(row)) ?? '')
    return group && isToday ? [{ participantId, number, study, site, group, line }] : []
  })
}

function rowsAt(
  db: Reader,
  places: readonly DeskPlace[],
  asked: {
    readonly studies: readonly string[]
    readonly since: string
    readonly lastEnd: string
  },
) {
  return (
    db
      .selectFrom('outlook')
      .innerJoin('participant', 'participant.id', 'outlook.participant_id')
      .selectAll('outlook')
      .select(['participant.number', mayBeSigned.as('is_signed')])
      .where('outlook.study', 'in', asked.studies)
      // Of the index: few of all lines are of these standings.
      .where('outlook.kind', 'in', ['visit', 'dose', 'reconsent', 'safety', 'stage'])
      .where('outlook.standing', 'in', standings)
      .where(areAt('participant', places))
      .where((eb) => {
        const isPast = eb('outlook.standing', 'in', ['missed', 'early', 'late'])
        const isDueToday = eb.or([
          eb('outlook.due_at', 'is', null),
          eb('outlook.due_at', '<', asked.lastEnd),
        ])
        return eb.and([
          eb.or([eb.not(isPast), eb('outlook.closes_at', '>=', asked.since)]),
          eb.or([eb('outlook.kind', '!=', 'dose'), isDueToday]),
          eb.or([
            eb('outlook.kind', '!=', 'stage'),
            eb.and([eb('outlook.node', '=', 'yes'), eb.not(isSigned)]),
          ]),
        ])
      })
      .execute()
  )
}

/** Only of doses and stages does it matter. */
const mayBeSigned = sql<boolean>`case when outlook.kind in ('dose', 'stage') then ${isSigned} end`

/** Of visits, doses, consent, clocks and stages, those of which there may be something to do. */
const standings: readonly string[] = [
  'due',
  'begun',
  'overdue',
  'missed',
  'early',
  'late',
  'give',
  'hold',
  '7 days',
  '15 days',
  'unknown',
  'none',
  'screening',
  'treatment',
]

const dayMs = 86_400_000

/** When today ends at each site, as ISO in UTC. */
function endsOfToday(runs: readonly StudyRun[], now: Date): ReadonlyMap<string, string> {
  const at = Temporal.Instant.fromEpochMilliseconds(now.getTime())
  const endIn = (timeZone: string): string =>
    at
      .toZonedDateTimeISO(timeZone)
      .toPlainDate()
      .add({ days: 1 })
      .toZonedDateTime(timeZone)
      .toInstant()
      .toString()
  return new Map(
    runs.flatMap(({ study, sites }) =>
      sites.map(({ site, timeZone }) => [keyOf({ study, site }), endIn(timeZone)] as const),
    ),
  )
}

function keyOf({ study, site }: { readonly study: string; readonly site: string }): string {
  return `${study} ${site}`
}

function countsOf(things: readonly TodayThing[]): Today['counts'] {
  const counts: Partial<Record<TodayGroup, number>> = {}
  for (const { group } of things) counts[group] = (counts[group] ?? 0) + 1
  return counts
}

function countsBySite(things: readonly TodayThing[]): Today['sites'] {
  return new Map([...Map.groupBy(things, keyOf)].map(([site, some]) => [site, countsOf(some)]))
}

/** Clocks first; then by study and the number of the site; there what is to be done soonest. */
function inOrder(runs: readonly StudyRun[]): (one: TodayThing, other: TodayThing) => number {
  const places = runs.flatMap(({ study, sites }) => sites.map(({ site }) => keyOf({ study, site })))
  const ranks = new Map(places.map((place, index) => [place, index]))
  const rank = (thing: TodayThing): number =>
    thing.group === 'clock' ? -1 : (ranks.get(keyOf(thing)) ?? places.length)
  return (one, other) =>
    rank(one) - rank(other) ||
    orderTexts(timeOf(one.line), timeOf(other.line)) ||
    orderTexts(one.number, other.number)
}

/** The last moment for it; what has none comes first. */
function timeOf({ closesAt, dueAt }: OutlookLine): string {
  return closesAt ?? dueAt ?? ''
}

async function howFresh(
  db: Reader,
  places: readonly DeskPlace[],
  now: Date,
): Promise<Pick<Today, 'participants' | 'stale'>> {
  if (places.length === 0) return { participants: 0 }
  const at = now.toISOString()
  const found = await db
    .selectFrom('participant')
    .select([
      sql<number>`count(*)`.as('all'),
      sql<number>`count(case when outlook_until > ${at} then 1 end)`.as('fresh'),
      sql<number>`count(outlook_at)`.as('known'),
      sql<
        string | null
      >`min(case when outlook_until is null or outlook_until <= ${at} then outlook_at end)`.as(
        'since',
      ),
    ])
    .where(areAt('participant', places))
    .executeTakeFirstOrThrow()
  const participants = Number(found.all)
  const count = participants - Number(found.fresh)
  if (count === 0) return { participants }
  const since = Number(found.known) < participants ? null : found.since
  return { participants, stale: { count, since } }
}
