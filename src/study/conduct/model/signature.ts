import { hash } from 'node:crypto'
import type { Reader, Tx } from '../../../people/records/model/records.ts'
import { openValue, sealValue } from '../../../people/records/model/sealed-rows.ts'
import type { Fact } from '../../protocol/facts/fact.ts'
import { contentText } from '../../protocol/read/content-text.ts'
import { orderInstants } from '../../protocol/time/instants.ts'
import { readMoment } from '../../protocol/time/moment.ts'
import { isTimeProblem } from '../../protocol/time/problems.ts'

/** What a signature means, as it is shown with it. */
export type SignatureMeaning =
  | 'eligibility'
  | 'data reviewed'
  | 'safety report'
  | 'sets decided'
  | 'lock'

/** What was signed: all that had happened by a moment, of some items or of all. */
export interface SignedScope {
  /** Ids of items; without them, all there are. */
  readonly items?: readonly string[]
  /** ISO in UTC. */
  readonly until: string
  /** The version of the protocol that was in force. */
  readonly version?: string
  /** How many facts there were: what made it void is among those that came after. */
  readonly facts?: number
}

/** A signature as it is kept. */
export interface Signature {
  readonly id: string
  readonly meaning: SignatureMeaning
  readonly scope: SignedScope
  readonly contentHash: string
  readonly accountId: string
  readonly role: string
  readonly signedAt: string
  readonly nameSealed: Uint8Array
  readonly sealedFor: 'participant' | 'account'
  /** When a later change made it void, and the id of the fact or the name of the version that did; null while it holds. */
  readonly voidAt: string | null
  readonly voidBecause: string | null
}

/** The signatures of a participant, the oldest first. */
export async function readSignatures(
  db: Reader | Tx,
  participantId: string,
): Promise<readonly Signature[]> {
  const rows = await db
    .selectFrom('signature')
    .selectAll()
    .where('participant_id', '=', participantId)
    .orderBy('signed_at')
    .orderBy('id')
    .execute()
  return rows.map((row) => ({
    id: row.id,
    meaning: row.meaning as SignatureMeaning,
    scope: JSON.parse(row.scope) as SignedScope,
    contentHash: row.content_hash,
    accountId: row.account_id,
    role: row.role,
    signedAt: row.signed_at,
    nameSealed: row.name_sealed,
    sealedFor: row.sealed_for,
    voidAt: row.void_at,
    voidBecause: row.void_because,
  }))
}

/** Keeps a signature: of a participant, or without one of a site or a study. */
export async function addSignature(
  tx: Tx,
  of: {
    readonly study: string
    readonly site: string | null
    readonly participantId: string | null
  },
  signature: Signature,
): Promise<void> {
  await tx
    .insertInto('signature')
    .values({
      id: signature.id,
      study: of.study,
      site: of.site,
      participant_id: of.participantId,
      meaning: signature.meaning,
      content_hash: signature.contentHash,
      scope: JSON.stringify(signature.scope),
      account_id: signature.accountId,
      name_sealed: signature.nameSealed,
      sealed_for: signature.sealedFor,
      role: signature.role,
      signed_at: signature.signedAt,
      void_at: signature.voidAt,
      void_because: signature.voidBecause,
    })
    .execute()
}

/**
 * The hash of what a scope covers: facts of its items that had happened by its moment and are not corrected, whenever they
 * were recorded. A later reading leaves it as it is; a correction, or what is recorded of before, changes it.
 */
export function signedHash(facts: readonly Fact[], scope: SignedScope, zone?: string): string {
  const corrected = new Set(facts.flatMap(({ corrects }) => corrects ?? []))
  const covered = facts.filter(
    (fact) => !corrected.has(fact.id) && isWithinScope(fact, scope, zone),
  )
  const texts = covered.map((fact) => contentText(fact)).toSorted()
  return hash('sha256', texts.join('\n'))
}

/** Whether a scope covers a fact by its item and its moment. */
export function isWithinScope(fact: Fact, scope: SignedScope, zone?: string): boolean {
  return (
    (scope.items === undefined || scope.items.includes(fact.item)) &&
    isBy(fact.at, scope.until, zone)
  )
}

/** The printed name of who signed, sealed for the row of a signature. */
export function sealSignerName(key: Uint8Array, signatureId: string, name: string): Uint8Array {
  return sealValue(key, placeOfSigner(signatureId), name, 64)
}

/** The printed name of who signed, as it was then: it stays when their account ends. Throws as `unseal` does. */
export function openSignerName(
  key: Uint8Array,
  { id, nameSealed }: Pick<Signature, 'id' | 'nameSealed'>,
): string {
  return String(openValue(key, placeOfSigner(id), nameSealed))
}

function placeOfSigner(signatureId: string): string {
  return `signature.name/${signatureId}`
}

/** What cannot be dated counts as before: better a signature too many to make again. */
function isBy(at: string, until: string, zone: string | undefined): boolean {
  const moment = readMoment(at, zone)
  return isTimeProblem(moment) || orderInstants(moment.from, until) <= 0
}
