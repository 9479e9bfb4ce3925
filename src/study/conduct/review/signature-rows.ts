import type { Keys } from '../../../people/records/model/keys.ts'
import type { Reader } from '../../../people/records/model/records.ts'
import { readCase } from '../model/case.ts'
import { readIdentity } from '../model/participant.ts'
import { openSignerName, readSignatures } from '../model/signature.ts'
import { whyVoid } from '../derived/void-signatures.ts'
import type { DataParticipant } from './data-listing.ts'

/** One row of the list of signatures: the printed name is of who signed, never of who takes part. */
export interface SignatureRow {
  readonly participant: string
  readonly site: string
  readonly meaning: string
  readonly name: string
  readonly role: string
  /** ISO in UTC. */
  readonly signedAt: string
  readonly version: string
  readonly contentHash: string
  readonly holds: boolean
  readonly voidAt: string
  /** The id of the fact or the name of the version that made it void. */
  readonly voidBecause: string
  readonly isMadeUp: boolean
}

/** The signatures of some participants, the oldest first of each, as they stand now. Throws as `unseal` does. */
export async function signatureRows(
  db: Reader,
  keys: Keys,
  of: readonly DataParticipant[],
  now: Date,
): Promise<readonly SignatureRow[]> {
  const rows: SignatureRow[] = []
  for (const { id, number, site } of of) {
    const signatures = await readSignatures(db, id)
    const found = signatures.length > 0 ? await readCase(db, keys, id, now) : undefined
    if (!found) continue
    const isMadeUp = (await readIdentity(db, found.participant))?.isMadeUp === true
    for (const signature of signatures) {
      const because = whyVoid(signature, found)
      rows.push({
        participant: number,
        site,
        meaning: signature.meaning,
        name: openSignerName(found.participant.key, signature),
        role: signature.role,
        signedAt: signature.signedAt,
        version: signature.scope.version ?? '',
        contentHash: signature.contentHash,
        holds: because === undefined,
        voidAt: signature.voidAt ?? '',
        voidBecause: because ?? '',
        isMadeUp,
      })
    }
  }
  return rows
}
