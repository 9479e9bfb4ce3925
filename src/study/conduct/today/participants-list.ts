import { type SelectQueryBuilder, sql } from 'kysely'
import type { Actor, DeskPlace } from '../../../people/accounts/model/actor.ts'
import { participantReach } from '../../../people/accounts/model/can.ts'
import type { Reader } from '../../../people/records/model/records.ts'
import type { Tables } from '../../../people/records/model/tables.ts'
import { outlookLineOf } from '../derived/keep-outlook.ts'
import type { OutlookDetails, OutlookLine, ParticipantStage } from '../derived/outlook.ts'
import type { StudyRun } from '../model/run.ts'
import { isSigned } from './is-signed.ts'
import { areAt, narrowedTo } from './participants-at.ts'
import { readRuns } from './read-runs.ts'

/** How far somebody has come, as a list says it: who is let in by a signature stands apart from who is looked at. */
export const listStages = ['screening', 'signed', 'treatment', 'followUp', 'ended'] as const

/** One of these. */
export type ListStage = (typeof listStages)[number]

/** Which participants are asked for. */
export interface ParticipantsAsk {
  readonly study?: string
  readonly site?: string
  readonly stage?: ListStage
  /** What a number begins with. */
  readonly number?: string
  readonly page: number
}

/** A participant in a list. */
export interface ListedParticipant {
  readonly id: string
  readonly number: string
  readonly study: string
  readonly site: string
  readonly stage: ListStage
  /** What has the nearest date of all that is due or to come. */
  readonly next?: OutlookLine
  /** Questions of the version and of those who check that nobody has answered. */
  readonly questions: number
}

/** A page of participants. */
export interface ParticipantsPage {
  readonly rows: readonly ListedParticipant[]
  readonly total: number
  readonly page: number
  readonly pages: number
  /** Every study of the actor that is run here. */
  readonly runs: readonly StudyRun[]
}

const pageSize = 50

/**
 * The participants that an actor may see, by site and number: four reads, and five for each study. A page that is too high is
 * the last. Throws what the records throw.
 */
export async function listParticipants(
  db: Reader,
  actor: Actor,
  ask: ParticipantsAsk,
): Promise<ParticipantsPage> {
  const reach = participantReach(actor)
  const runs = await readRuns(db, reach)
  const asked = participantsOf(db, narrowedTo(reach, ask), ask)
  const { count } = await asked.select(sql<number>`count(*)`.as('count')).executeTakeFirstOrThrow()
  const total = Number(count)
  const pages = Math.max(1, Math.ceil(total / pageSize))
  const page = Math.min(ask.page, pages)
  const rows = await asked
    .select([
      'participant.id',
      'participant.number',
      'participant.study',
      'participant.site',
      'stage.standing',
      'stage.details',
      isSigned.as('is_signed'),
    ])
    .orderBy('participant.study')
    .orderBy('participant.number')
    .limit(pageSize)
    .offset((page - 1) * pageSize)
    .execute()
  const ids = rows.map(({ id }) => id)
  const [nexts, queries] = [await nextOf(db, ids), await openQueries(db, ids)]
  const listed = rows.map(({ standing, details, is_signed, ...row }): ListedParticipant => {
    const { questions = 0 } = details === null ? {} : (JSON.parse(details) as OutlookDetails)
    const next = nexts.get(row.id)
    return {
      ...row,
      stage: stageInList((standing ?? 'screening') as ParticipantStage, Boolean(is_signed)),
      questions: questions + (queries.get(row.id) ?? 0),
      ...(next && { next }),
    }
  })
  return { rows: listed, total, page, pages, runs }
}

function stageInList(stage: ParticipantStage, signed: boolean): ListStage {
  return stage === 'screening' && signed ? 'signed' : stage
}

type Asked = SelectQueryBuilder<
  Tables & { stage: Pick<Tables['outlook'], 'standing' | 'details'> },
  'participant' | 'stage',
  object
>

/** Each with how far they have come; of who was enrolled a moment ago that is not known yet, and they are looked at. */
function participantsOf(
  db: Reader,
  places: readonly DeskPlace[],
  { stage, number }: ParticipantsAsk,
): Asked {
  const standing = stage === 'signed' ? 'screening' : stage
  return db
    .selectFrom('participant')
    .leftJoin('outlook as stage', (join) =>
      join.onRef('stage.participant_id', '=', 'participant.id').on('stage.kind', '=', 'stage'),
    )
    .where(areAt('participant', places))
    .$if(number !== undefined, (query) =>
      query.where('participant.number', 'like', `${(number ?? '').replaceAll(/[^\d-]/g, '')}%`),
    )
    .$if(standing !== undefined, (query) =>
      query.where(sql`coalesce(stage.standing, 'screening')`, '=', standing ?? ''),
    )
    .$if(stage === 'signed', (query) => query.where(isSigned))
    .$if(stage === 'screening', (query) => query.where((eb) => eb.not(isSigned))) as Asked
}

const open = ['due', 'begun', 'overdue', 'upcoming', 'give', 'hold']

async function nextOf(
  db: Reader,
  ids: readonly string[],
): Promise<ReadonlyMap<string, OutlookLine>> {
  if (ids.length === 0) return new Map()
  const rows = await db
    .selectFrom('outlook')
    .selectAll()
    .where('participant_id', 'in', ids)
    .where('kind', 'in', ['visit', 'dose'])
    .where('standing', 'in', open)
    .where((where) => where.or([where('due_at', 'is not', null), where('kind', '=', 'dose')]))
    .orderBy('due_at', 'desc')
    .execute()
  // The nearest is set last: a dose that is due by now, or held then, has no time of its own and is before all others.
  const [timed, now] = [
    rows.filter(({ due_at }) => due_at !== null),
    rows.filter(({ due_at }) => due_at === null),
  ]
  return new Map([...timed, ...now].map((row) => [row.participant_id, outlookLineOf(row)]))
}

/** Those that no rule raised: a rule's is among the questions of the version. */
async function openQueries(
  db: Reader,
  ids: readonly string[],
): Promise<ReadonlyMap<string, number>> {
  if (ids.length === 0) return new Map()
  const rows = await db
    .selectFrom('query')
    .select(['participant_id', sql<number>`count(*)`.as('count')])
    .where('participant_id', 'in', ids)
    .where('state', '=', 'open')
    .where('rule', 'is', null)
    .groupBy('participant_id')
    .execute()
  return new Map(rows.map(({ participant_id, count }) => [participant_id, Number(count)]))
}
