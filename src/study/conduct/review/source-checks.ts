import type { Actor } from '../../../people/accounts/model/actor.ts'
import { can } from '../../../people/accounts/model/can.ts'
import type { PeopleBase } from '../../../people/asks/people-base.ts'
import { holdTrail } from '../../../people/audit/append.ts'
import type { Reader, Tx } from '../../../people/records/model/records.ts'
import { auditConduct } from '../model/acting.ts'
import { currentFacts } from '../model/current.ts'
import { readFacts } from '../model/facts.ts'
import { lockOf } from '../model/lock.ts'
import { readParticipant } from '../model/participant.ts'

/** A check of a value against its source. */
export interface SourceCheck {
  readonly fact: string
  readonly at: string
  /** `account/<id>` */
  readonly by: string
  /** When a correction made it void; null while it holds. */
  readonly voidAt: string | null
}

/** The checks of a participant's values, by the id of the fact. */
export async function sourceChecksOf(
  db: Reader | Tx,
  participantId: string,
): Promise<ReadonlyMap<string, SourceCheck>> {
  const rows = await db
    .selectFrom('source_check')
    .selectAll()
    .where('participant_id', '=', participantId)
    .execute()
  return new Map(
    rows.map((row) => [
      row.fact_id,
      { fact: row.fact_id, at: row.checked_at, by: row.checked_by, voidAt: row.void_at },
    ]),
  )
}

/** What became of it: how many values were ticked; `nothing`: no value that is recorded was chosen. */
export type SourcesChecked =
  | { readonly kind: 'done'; readonly checked: number }
  | { readonly kind: 'gone' | 'locked' | 'nothing' }

/**
 * Notes that a monitor compared values with their source. A value that was corrected since the page was opened is left out:
 * what took its place needs a check of its own. Sent twice it is noted once.
 */
export function checkSources(
  { records }: PeopleBase,
  actor: Actor,
  { participant: id, facts }: { readonly participant: string; readonly facts: readonly string[] },
  now: Date,
): Promise<SourcesChecked> {
  return records.write(async (tx): Promise<SourcesChecked> => {
    await holdTrail(tx)
    const participant = await readParticipant(tx, records.keys, id)
    if (!participant || !can.checkSources(actor, participant)) return { kind: 'gone' }
    if ((await lockOf(tx, participant.study, id)) === 'locked') return { kind: 'locked' }
    const current = new Set(currentFacts(await readFacts(tx, participant)).map((fact) => fact.id))
    const asked = [...new Set(facts)].filter((fact) => current.has(fact))
    if (asked.length === 0) return { kind: 'nothing' }
    const known = await sourceChecksOf(tx, id)
    const added = asked.filter((fact) => !known.has(fact))
    if (added.length === 0) return { kind: 'done', checked: 0 }
    const row = {
      participant_id: id,
      checked_at: now.toISOString(),
      checked_by: `account/${actor.accountId}`,
      void_at: null,
    }
    await tx
      .insertInto('source_check')
      .values(added.map((fact) => ({ ...row, fact_id: fact })))
      .execute()
    for (const fact of added)
      await auditConduct(
        tx,
        { actor, now },
        {
          action: 'source.checked',
          subject: `participant/${id}`,
          at: participant,
          details: { fact },
        },
      )
    return { kind: 'done', checked: added.length }
  })
}

/** How many of a participant's values stand, and how many of those were compared with their source. */
export interface SourceFigure {
  readonly participantId: string
  readonly number: string
  readonly site: string
  readonly values: number
  readonly checked: number
}

/** The figures of every participant of some sites, by number. */
export async function sourceFigures(
  db: Reader,
  study: string,
  sites: readonly string[],
): Promise<readonly SourceFigure[]> {
  if (sites.length === 0) return []
  const rows = await db
    .selectFrom('participant')
    .leftJoin('source_check', (join) =>
      join
        .onRef('source_check.participant_id', '=', 'participant.id')
        .on('source_check.void_at', 'is', null),
    )
    .select(({ fn }) => [
      'participant.id',
      'participant.number',
      'participant.site',
      'participant.facts',
      'participant.corrected',
      fn.count('source_check.fact_id').as('checked'),
    ])
    .where('participant.study', '=', study)
    .where('participant.site', 'in', sites)
    .groupBy([
      'participant.id',
      'participant.number',
      'participant.site',
      'participant.facts',
      'participant.corrected',
    ])
    .orderBy('participant.number')
    .execute()
  return rows.map((row) => ({
    participantId: row.id,
    number: row.number,
    site: row.site,
    values: Number(row.facts) - Number(row.corrected),
    checked: Number(row.checked),
  }))
}
