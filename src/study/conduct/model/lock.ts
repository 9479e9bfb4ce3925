import type { Reader, Tx } from '../../../people/records/model/records.ts'

/** Whether anything may still be recorded: `frozen` waits for a review, `locked` is closed until a reason opens it. */
export type LockState = 'open' | 'frozen' | 'locked'

/** How the data of a study, or of one participant of it, stand now: what locks the study locks everybody in it. */
export async function lockOf(
  db: Reader | Tx,
  study: string,
  participantId?: string,
): Promise<LockState> {
  const rows = await db
    .selectFrom('conduct_lock')
    .select(['kind', 'participant_id'])
    .where('study', '=', study)
    .orderBy('seq')
    .execute()
  const states = [null, participantId ?? null].map((of) => {
    const last = rows.findLast(({ participant_id }) => participant_id === of)?.kind
    if (last === 'lock') return 'locked'
    return last === 'freeze' ? 'frozen' : 'open'
  })
  if (states.includes('locked')) return 'locked'
  return states.includes('frozen') ? 'frozen' : 'open'
}
