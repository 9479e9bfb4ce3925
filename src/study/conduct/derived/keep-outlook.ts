import { isDeepStrictEqual } from 'node:util'
import type { Selectable } from 'kysely'
import type { Tx } from '../../../people/records/model/records.ts'
import type { Tables } from '../../../people/records/model/tables.ts'
import type { ConductCase } from '../model/case.ts'
import { nextChange } from './next-change.ts'
import { type OutlookDetails, type OutlookKind, type OutlookLine, outlookOf } from './outlook.ts'

/** Writes down what is said of a participant now, for lists, and until when it holds. */
export async function keepOutlook(tx: Tx, found: ConductCase, now: Date): Promise<void> {
  await tx
    .updateTable('participant')
    .set({ outlook_at: now.toISOString(), outlook_until: nextChange(found, now) })
    .where('id', '=', found.participant.id)
    .execute()
  await replaceLines(tx, found)
}

/** A line of an outlook from its row. */
export function outlookLineOf(
  row: Omit<Selectable<Tables['outlook']>, 'study' | 'site'>,
): OutlookLine {
  return {
    kind: row.kind as OutlookKind,
    node: row.node,
    standing: row.standing,
    opensAt: row.opens_at,
    dueAt: row.due_at,
    closesAt: row.closes_at,
    details: JSON.parse(row.details) as OutlookDetails,
  }
}

async function replaceLines(tx: Tx, found: ConductCase): Promise<void> {
  const { id, study, site } = found.participant
  const known = await tx
    .selectFrom('outlook')
    .selectAll()
    .where('participant_id', '=', id)
    .orderBy('seq')
    .execute()
  const lines = outlookOf(found)
  if (isDeepStrictEqual(known.map(outlookLineOf), lines)) return
  await tx.deleteFrom('outlook').where('participant_id', '=', id).execute()
  await tx
    .insertInto('outlook')
    .values(
      lines.map((line, index) => ({
        participant_id: id,
        seq: index + 1,
        study,
        site,
        kind: line.kind,
        node: line.node,
        standing: line.standing,
        opens_at: line.opensAt,
        due_at: line.dueAt,
        closes_at: line.closesAt,
        details: JSON.stringify(line.details),
      })),
    )
    .execute()
}
