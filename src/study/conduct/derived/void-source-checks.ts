import type { Tx } from '../../../people/records/model/records.ts'
import type { ConductActing } from '../model/acting.ts'
import type { ConductCase } from '../model/case.ts'

/** A value that was corrected is not the one that was compared with the source any more: its check is void. */
export async function voidSourceChecks(
  tx: Tx,
  { now }: ConductActing,
  { participant, facts }: Pick<ConductCase, 'participant' | 'facts'>,
): Promise<void> {
  const corrected = facts.flatMap(({ corrects }) => corrects ?? [])
  if (corrected.length === 0) return
  await tx
    .updateTable('source_check')
    .set({ void_at: now.toISOString() })
    .where('participant_id', '=', participant.id)
    .where('void_at', 'is', null)
    .where('fact_id', 'in', corrected)
    .execute()
}
