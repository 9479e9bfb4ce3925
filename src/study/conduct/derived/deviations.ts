import type { Tx } from '../../../people/records/model/records.ts'
import { openValue, sealValue } from '../../../people/records/model/sealed-rows.ts'
import type { ProtocolDeviation } from '../../protocol/state/answers.ts'
import { type ConductCause, auditConduct } from '../model/acting.ts'
import type { ConductCase } from '../model/case.ts'
import type { Participant } from '../model/participant.ts'

/** Keeps each deviation that the engine raises, once, as it was raised: a later fact takes none of them back. */
export async function raiseDeviations(
  tx: Tx,
  acting: ConductCause,
  { participant, state }: Pick<ConductCase, 'participant' | 'state'>,
): Promise<void> {
  if (state.deviations.length === 0) return
  const known = await tx
    .selectFrom('deviation')
    .select('id')
    .where('participant_id', '=', participant.id)
    .execute()
  const raised = new Set(known.map(({ id }) => id))
  for (const deviation of state.deviations) {
    if (raised.has(deviation.id)) continue
    raised.add(deviation.id)
    await tx
      .insertInto('deviation')
      .values({
        participant_id: participant.id,
        id: deviation.id,
        type: deviation.type,
        raised_at: acting.now.toISOString(),
        content_sealed: sealDeviation(participant, deviation),
        class: null,
        classed_at: null,
        classed_by: null,
        why_sealed: null,
      })
      .execute()
    await auditConduct(tx, acting, {
      action: 'deviation.raised',
      subject: `participant/${participant.id}`,
      at: participant,
      details: { type: deviation.type.replaceAll(' ', '-') },
    })
  }
}

/** Seals a deviation for its row. */
function sealDeviation(
  { id, key }: Pick<Participant, 'id' | 'key'>,
  deviation: ProtocolDeviation,
): Uint8Array {
  return sealValue(key, placeOfDeviation(id, deviation.id), deviation, 256)
}

/** A deviation as it was raised. Throws as `unseal` does. */
export function openDeviation(
  { id, key }: Pick<Participant, 'id' | 'key'>,
  row: { readonly id: string; readonly content_sealed: Uint8Array },
): ProtocolDeviation {
  return openValue(key, placeOfDeviation(id, row.id), row.content_sealed) as ProtocolDeviation
}

function placeOfDeviation(participantId: string, id: string): string {
  return `deviation.content/${participantId}/${id}`
}
