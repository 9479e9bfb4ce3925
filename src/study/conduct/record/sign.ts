import { type Actor, isFresh } from '../../../people/accounts/model/actor.ts'
import { can } from '../../../people/accounts/model/can.ts'
import type { PeopleBase } from '../../../people/asks/people-base.ts'
import { holdTrail } from '../../../people/audit/append.ts'
import type { Tx } from '../../../people/records/model/records.ts'
import type { ProtocolCriterion } from '../../protocol/document/criteria.ts'
import type { Protocol } from '../../protocol/document/protocol.ts'
import { itemsRead } from '../../protocol/expression/items-read.ts'
import { bookOf } from '../../protocol/expression/scene.ts'
import { voidSignatures, heldSignature } from '../derived/void-signatures.ts'
import { auditConduct, roleAt } from '../model/acting.ts'
import { type ConductCase, readCase, zoneOf } from '../model/case.ts'
import type { KeptFact } from '../model/facts.ts'
import { type LockState, lockOf } from '../model/lock.ts'
import {
  addSignature,
  readSignatures,
  sealSignerName,
  type Signature,
  type SignatureMeaning,
  type SignedScope,
  signedHash,
} from '../model/signature.ts'

/** What an investigator signs of one participant. */
export type InvestigatorMeaning = Extract<
  SignatureMeaning,
  'eligibility' | 'data reviewed' | 'safety report'
>

/** What is to be signed, as the signer saw it. */
export interface SignatureAsk {
  readonly participantId: string
  readonly meaning: InvestigatorMeaning
  /** How many facts there were when they looked. */
  readonly seen: number
}

/**
 * What became of a signature. `proveAgain`: the signer must sign in once more. `changed`: something was recorded since they
 * looked. `refused`: the criteria do not let this person in, or not yet, or nothing is known of some; `criteria` are their ids.
 */
export type Signed =
  | { readonly kind: 'done'; readonly signature: Signature }
  | { readonly kind: 'gone' | 'proveAgain' }
  | { readonly kind: 'changed'; readonly now: ConductCase; readonly since: readonly KeptFact[] }
  | { readonly kind: 'locked'; readonly lock: LockState }
  | { readonly kind: 'refused'; readonly criteria: readonly string[]; readonly now: ConductCase }

/**
 * Signs for a participant as an investigator who proved just now who they are: bound to the hash of what was signed, with the
 * printed name and the meaning. Signed twice is signed once. While data are frozen they may be signed as reviewed; locked, no more.
 */
export function signFor(
  { records, newId }: PeopleBase,
  actor: Actor,
  { participantId, meaning, seen }: SignatureAsk,
  now: Date,
): Promise<Signed> {
  return records.write(async (tx): Promise<Signed> => {
    // One writer at a time: what is signed is what there is.
    await holdTrail(tx)
    const found = await readCase(tx, records.keys, participantId, now)
    if (!found || !can.signAsInvestigator(actor, found.participant)) return { kind: 'gone' }
    if (!isFresh(actor, now)) return { kind: 'proveAgain' }
    const { participant, facts, state } = found
    const lock = await lockOf(tx, participant.study, participant.id)
    if (lock === 'locked' || (lock === 'frozen' && meaning !== 'data reviewed'))
      return { kind: 'locked', lock }
    if (seen !== participant.facts) return { kind: 'changed', now: found, since: facts.slice(seen) }
    if (meaning === 'eligibility' && state.eligibility.answer !== 'yes')
      return { kind: 'refused', criteria: state.eligibility.by, now: found }
    await voidSignatures(tx, { actor, now }, found)
    const held = heldSignature(await readSignatures(tx, participant.id), meaning, found)
    if (held?.accountId === actor.accountId && held.scope.facts === facts.length)
      return { kind: 'done', signature: held }
    return { kind: 'done', signature: await keepSignature(tx, actor, found, meaning, newId(), now) }
  })
}

async function keepSignature(
  tx: Tx,
  actor: Actor,
  found: ConductCase,
  meaning: InvestigatorMeaning,
  id: string,
  now: Date,
): Promise<Signature> {
  const { participant, facts } = found
  const scope = scopeOf(found, meaning, now)
  const signature: Signature = {
    id,
    meaning,
    scope,
    contentHash: signedHash(facts, scope, zoneOf(found)),
    accountId: actor.accountId,
    role: roleAt(actor, participant, ['investigator']) ?? 'investigator',
    signedAt: now.toISOString(),
    nameSealed: sealSignerName(participant.key, id, actor.name),
    sealedFor: 'participant',
    voidAt: null,
    voidBecause: null,
  }
  await addSignature(tx, { ...participant, participantId: participant.id }, signature)
  await auditConduct(
    tx,
    { actor, now },
    {
      action: 'signature.made',
      subject: `participant/${participant.id}`,
      at: participant,
      details: {
        signature: id,
        meaning: meaning.replaceAll(' ', '-'),
        hash: signature.contentHash,
        facts: facts.length,
      },
    },
  )
  return signature
}

/** That somebody may take part rests on what the criteria read; all else is signed as a whole. */
function scopeOf(
  { protocol, facts, state }: ConductCase,
  meaning: InvestigatorMeaning,
  now: Date,
): SignedScope {
  return {
    ...(meaning === 'eligibility' && { items: eligibilityItems(protocol) }),
    until: now.toISOString(),
    version: state.version.version,
    facts: facts.length,
  }
}

/** The items that the criteria of a version look at, in the order of its items. */
export function eligibilityItems(protocol: Protocol): readonly string[] {
  const book = bookOf(protocol)
  const read = new Set(protocol.eligibility.flatMap((criterion) => [...itemsOf(criterion)]))
  return protocol.items.map(({ id }) => id).filter((id) => read.has(id))

  function itemsOf({ expression, appliesIf, group }: ProtocolCriterion): ReadonlySet<string> {
    const own = [expression, appliesIf].flatMap((part) => (part ? [...itemsRead(part, book)] : []))
    return new Set([...own, ...(group?.members ?? []).flatMap((member) => [...itemsOf(member)])])
  }
}
