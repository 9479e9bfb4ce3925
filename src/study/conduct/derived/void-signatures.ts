import type { Tx } from '../../../people/records/model/records.ts'
import { type ConductActing, auditConduct } from '../model/acting.ts'
import { type ConductCase, zoneOf } from '../model/case.ts'
import { readSignatures, signedHash } from '../model/signature.ts'

/** Makes void what was signed and is not so any more, visibly and in the trail. */
export async function voidSignatures(
  tx: Tx,
  acting: ConductActing,
  after: ConductCase,
): Promise<void> {
  const { participant, facts } = after
  const zone = zoneOf(after)
  for (const { id, meaning, scope, contentHash, voidAt } of await readSignatures(
    tx,
    participant.id,
  )) {
    if (voidAt !== null || signedHash(facts, scope, zone) === contentHash) continue
    const last = facts.at(-1)?.id ?? ''
    await tx
      .updateTable('signature')
      .set({ void_at: acting.now.toISOString(), void_because: last })
      .where('id', '=', id)
      .execute()
    await auditConduct(tx, acting, {
      action: 'signature.void',
      subject: `participant/${participant.id}`,
      at: participant,
      details: { signature: id, meaning: meaning.replaceAll(' ', '-'), fact: last },
    })
  }
}
