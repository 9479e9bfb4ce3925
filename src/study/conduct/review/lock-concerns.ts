import type { Reader } from '../../../people/records/model/records.ts'

/** What a lock would end early: it stops nobody from locking, and nobody locks without having seen it. */
export interface LockConcern {
  readonly kind: 'treatment' | 'followUp' | 'clock'
  readonly participantId: string
  readonly number: string
}

/** Who is still treated or seen, and whose events have a clock of safety that still runs, by their numbers. One read. */
export async function lockConcerns(db: Reader, study: string): Promise<readonly LockConcern[]> {
  const rows = await db
    .selectFrom('outlook')
    .innerJoin('participant', 'participant.id', 'outlook.participant_id')
    .select(['participant.id', 'participant.number', 'outlook.kind', 'outlook.standing'])
    .where('outlook.study', '=', study)
    .where('outlook.kind', 'in', ['stage', 'safety'])
    .orderBy('participant.number')
    .execute()
  const concerns = rows.flatMap(({ id, number, kind, standing }): readonly LockConcern[] => {
    if (kind === 'safety') return [{ kind: 'clock', participantId: id, number }]
    if (standing !== 'treatment' && standing !== 'followUp') return []
    return [{ kind: standing, participantId: id, number }]
  })
  return [...new Map(concerns.map((one) => [`${one.kind} ${one.participantId}`, one])).values()]
}
