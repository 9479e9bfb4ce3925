import type { Keys } from '../../../people/records/model/keys.ts'
import type { Reader } from '../../../people/records/model/records.ts'
import { personColumns, personOf } from '../../../people/records/persons.ts'
import { openSignerName } from '../model/signature.ts'

/** What froze, locked or opened the data of a study or of one participant. */
export interface LockStep {
  readonly kind: 'freeze' | 'unfreeze' | 'lock' | 'unlock'
  /** The pseudonym; undefined for the whole study. */
  readonly number: string | undefined
  readonly reason: string
  /** ISO in UTC. */
  readonly at: string
  /** The id of the account. */
  readonly by: string
  /** Of the snapshot that was locked. */
  readonly hash: string | undefined
}

/** Every step, the newest first. */
export async function readLockSteps(db: Reader, study: string): Promise<readonly LockStep[]> {
  const rows = await db
    .selectFrom('conduct_lock')
    .leftJoin('participant', 'participant.id', 'conduct_lock.participant_id')
    .leftJoin('snapshot', 'snapshot.id', 'conduct_lock.snapshot_id')
    .select([
      'conduct_lock.kind',
      'conduct_lock.reason',
      'conduct_lock.done_at',
      'conduct_lock.done_by',
      'participant.number',
      'snapshot.hash',
    ])
    .where('conduct_lock.study', '=', study)
    .orderBy('conduct_lock.seq', 'desc')
    .execute()
  return rows.map((row) => ({
    kind: row.kind,
    number: row.number ?? undefined,
    reason: row.reason,
    at: row.done_at,
    by: row.done_by.replace(/^account\//, ''),
    hash: row.hash ?? undefined,
  }))
}

/** A signature on the whole study, as it is shown: printed name, meaning, date and time, and whether it holds. */
export interface StudySignature {
  readonly id: string
  readonly meaning: string
  readonly name: string
  readonly role: string
  /** ISO in UTC. */
  readonly signedAt: string
  readonly hash: string
  readonly voidAt: string | undefined
}

/** The signatures on a study as a whole, the newest first. Throws as `unseal` does. */
export async function readStudySignatures(
  db: Reader,
  keys: Keys,
  study: string,
): Promise<readonly StudySignature[]> {
  const rows = await db
    .selectFrom('signature')
    .innerJoin('account', 'account.id', 'signature.account_id')
    .innerJoin('person', 'person.id', 'account.person_id')
    .select([
      'signature.id as signature',
      'signature.meaning',
      'signature.role',
      'signature.signed_at',
      'signature.content_hash',
      'signature.name_sealed as signer',
      'signature.void_at',
      ...personColumns,
    ])
    .where('signature.study', '=', study)
    .where('signature.participant_id', 'is', null)
    .orderBy('signature.signed_at', 'desc')
    .execute()
  return rows.map((row) => ({
    id: row.signature,
    meaning: row.meaning,
    name: openSignerName(personOf(row, keys).key, { id: row.signature, nameSealed: row.signer }),
    role: row.role,
    signedAt: row.signed_at,
    hash: row.content_hash,
    voidAt: row.void_at ?? undefined,
  }))
}
