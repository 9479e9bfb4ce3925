import type { Tx } from '../../../people/records/model/records.ts'
import { type ConductActing, auditConduct } from '../model/acting.ts'
import { type ConductCase, zoneOf } from '../model/case.ts'
import {
  isWithinScope,
  readSignatures,
  type Signature,
  type SignatureMeaning,
  signedHash,
} from '../model/signature.ts'

/** Makes void what was signed and is not so any more, visibly and in the trail. */
export async function voidSignatures(
  tx: Tx,
  acting: ConductActing,
  after: ConductCase,
): Promise<void> {
  const { participant } = after
  for (const signature of await readSignatures(tx, participant.id)) {
    const because = whyVoid(signature, after)
    if (signature.voidAt !== null || because === undefined) continue
    const { id, meaning } = signature
    await tx
      .updateTable('signature')
      .set({ void_at: acting.now.toISOString(), void_because: because })
      .where('id', '=', id)
      .execute()
    await auditConduct(tx, acting, {
      action: 'signature.void',
      subject: `participant/${participant.id}`,
      at: participant,
      details: { signature: id, meaning: meaning.replaceAll(' ', '-'), because },
    })
  }
}

/**
 * Why a signature does not hold: the id of the fact that changed what was signed, or the name of the version that has come
 * into force since; undefined while it holds. A reading that was taken later changes nothing, and who is treated was let in by
 * the version of then: an amendment takes nobody's dose away.
 */
export function whyVoid(
  { meaning, voidAt, voidBecause, scope, contentHash }: Signature,
  now: Pick<ConductCase, 'facts' | 'state' | 'run' | 'participant'>,
): string | undefined {
  if (voidAt !== null) return voidBecause ?? ''
  const { version } = now.state.version
  const isLetIn = meaning === 'eligibility' && now.state.dosesGiven.length > 0
  if (scope.version !== undefined && scope.version !== version && !isLetIn) return version
  const zone = zoneOf(now)
  if (signedHash(now.facts, scope, zone) === contentHash) return undefined
  const signed = new Set(
    now.facts.filter((fact) => isWithinScope(fact, scope, zone)).map(({ id }) => id),
  )
  const changed = now.facts
    .slice(scope.facts ?? 0)
    .find(({ id, corrects }) => signed.has(id) || (corrects !== undefined && signed.has(corrects)))
  return (changed ?? now.facts.at(-1))?.id ?? ''
}

/** The signature of a meaning that holds for a case as it is now, though nothing was recorded since a version came into force. */
export function heldSignature(
  signatures: readonly Signature[],
  meaning: SignatureMeaning,
  now: Pick<ConductCase, 'facts' | 'state' | 'run' | 'participant'>,
): Signature | undefined {
  return signatures.findLast((one) => one.meaning === meaning && whyVoid(one, now) === undefined)
}
