import type { Actor } from '../../../people/accounts/model/actor.ts'
import { can } from '../../../people/accounts/model/can.ts'
import type { PeopleBase } from '../../../people/asks/people-base.ts'
import { holdTrail } from '../../../people/audit/append.ts'
import type { Keys } from '../../../people/records/model/keys.ts'
import type { Reader, Tx } from '../../../people/records/model/records.ts'
import { openValue, sealValue } from '../../../people/records/model/sealed-rows.ts'
import type { Tables } from '../../../people/records/model/tables.ts'
import type { ProtocolDeviation } from '../../protocol/state/answers.ts'
import { openDeviation } from '../derived/deviations.ts'
import { auditConduct } from '../model/acting.ts'
import { lockOf } from '../model/lock.ts'
import { type Participant, readParticipant } from '../model/participant.ts'
import { deviationMark } from './class-history.ts'

/** How bad a deviation is, as people say. */
export type DeviationClass = 'minor' | 'major' | 'important'

/** The classes, the lightest first. */
export const deviationClasses: readonly DeviationClass[] = ['minor', 'major', 'important']

/** A deviation as it was raised, and how people classed it. */
export interface KeptDeviation {
  readonly id: string
  readonly participantId: string
  readonly number: string
  readonly site: string
  readonly raisedAt: string
  readonly deviation: ProtocolDeviation
  readonly class: DeviationClass | null
  readonly classedAt: string | null
  /** `account/<id>` */
  readonly classedBy: string | null
  readonly why: string | undefined
}

/** Which deviations are asked for: of one participant, or of some sites of a study. */
export type DeviationFilter =
  | { readonly participantId: string }
  | {
      readonly study: string
      readonly sites: readonly string[]
      /** Only of one class; `none`: that nobody classed yet. */
      readonly class?: DeviationClass | 'none'
    }

/** Deviations as they were raised, by participant and the order in which they were. Throws as `unseal` does. */
export async function readDeviations(
  db: Reader | Tx,
  keys: Keys,
  filter: DeviationFilter,
): Promise<readonly KeptDeviation[]> {
  if ('sites' in filter && filter.sites.length === 0) return []
  let query = db
    .selectFrom('deviation')
    .innerJoin('participant', 'participant.id', 'deviation.participant_id')
    .selectAll('deviation')
    .select([
      'participant.number',
      'participant.site',
      'participant.key_version',
      'participant.wrapped_key',
    ])
    .orderBy('participant.number')
    .orderBy('deviation.raised_at')
    .orderBy('deviation.id')
  if ('participantId' in filter)
    query = query.where('deviation.participant_id', '=', filter.participantId)
  else {
    query = query
      .where('participant.study', '=', filter.study)
      .where('participant.site', 'in', filter.sites)
    if (filter.class === 'none') query = query.where('deviation.class', 'is', null)
    else if (filter.class !== undefined) query = query.where('deviation.class', '=', filter.class)
  }
  const opened = new Map<string, Uint8Array>()
  return (await query.execute()).map((row) => {
    const id = row.participant_id
    const key = opened.get(id) ?? keys.unwrap(id, row.key_version, row.wrapped_key)
    opened.set(id, key)
    return {
      id: row.id,
      participantId: id,
      number: row.number,
      site: row.site,
      raisedAt: row.raised_at,
      deviation: openDeviation({ id, key }, row),
      class: row.class,
      classedAt: row.classed_at,
      classedBy: row.classed_by,
      why: openWhy({ id, key }, row),
    }
  })
}

/** A class that is to be given to a deviation, by somebody who saw it classed at `seen`. */
export interface ClassAsk {
  readonly participant: string
  readonly deviation: string
  readonly class: string
  readonly why: string
  /** When the class was given that they saw; empty where there was none. */
  readonly seen: string
}

/** What became of it. `changed`: somebody else classed it since; nothing was done. */
export type DeviationClassed =
  | 'done'
  | 'gone'
  | 'locked'
  | 'changed'
  | 'noClass'
  | 'noReason'
  | 'tooLong'

/** Says how bad a deviation is, and why. An earlier class stays in the trail; nothing takes the deviation back. */
export function classDeviation(
  { records }: PeopleBase,
  actor: Actor,
  ask: ClassAsk,
  now: Date,
): Promise<DeviationClassed> {
  return records.write(async (tx): Promise<DeviationClassed> => {
    await holdTrail(tx)
    const participant = await readParticipant(tx, records.keys, ask.participant)
    if (!participant || !can.classDeviations(actor, participant)) return 'gone'
    const row = await tx
      .selectFrom('deviation')
      .selectAll()
      .where('participant_id', '=', participant.id)
      .where('id', '=', ask.deviation)
      .executeTakeFirst()
    if (!row) return 'gone'
    const given = deviationClasses.find((one) => one === ask.class)
    if (!given) return 'noClass'
    const why = ask.why.trim()
    if (why === '') return 'noReason'
    if (why.length > longestWhy) return 'tooLong'
    const by = `account/${actor.accountId}`
    const isAsBefore =
      row.class === given && row.classed_by === by && openWhy(participant, row) === why
    if (isAsBefore) return 'done'
    if ((row.classed_at ?? '') !== ask.seen) return 'changed'
    if ((await lockOf(tx, participant.study, participant.id)) === 'locked') return 'locked'
    await keepClass(tx, { actor, now }, participant, { row, given, why })
    return 'done'
  })
}

async function keepClass(
  tx: Tx,
  acting: { readonly actor: Actor; readonly now: Date },
  participant: Participant,
  {
    row,
    given,
    why,
  }: {
    readonly row: Pick<Tables['deviation'], 'id' | 'type' | 'class'>
    readonly given: DeviationClass
    readonly why: string
  },
): Promise<void> {
  await tx
    .updateTable('deviation')
    .set({
      class: given,
      classed_at: acting.now.toISOString(),
      classed_by: `account/${acting.actor.accountId}`,
      why_sealed: sealValue(participant.key, placeOfWhy(participant.id, row.id), why, 256),
    })
    .where('participant_id', '=', participant.id)
    .where('id', '=', row.id)
    .execute()
  await auditConduct(tx, acting, {
    action: 'deviation.classed',
    subject: `participant/${participant.id}`,
    at: participant,
    details: {
      type: row.type.replaceAll(' ', '-'),
      deviation: deviationMark(row.id),
      before: row.class ?? 'none',
      after: given,
    },
    sealed: { person: participant, values: { why } },
  })
}

const longestWhy = 1000

function openWhy(
  { id, key }: { readonly id: string; readonly key: Uint8Array },
  row: Pick<Tables['deviation'], 'id' | 'why_sealed'>,
): string | undefined {
  return row.why_sealed === null
    ? undefined
    : (openValue(key, placeOfWhy(id, row.id), row.why_sealed) as string)
}

function placeOfWhy(participantId: string, id: string): string {
  return `deviation.why/${participantId}/${id}`
}
