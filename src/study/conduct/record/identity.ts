import { hash } from 'node:crypto'
import type { Actor } from '../../../people/accounts/model/actor.ts'
import { can } from '../../../people/accounts/model/can.ts'
import type { PeopleBase } from '../../../people/asks/people-base.ts'
import { holdTrail } from '../../../people/audit/append.ts'
import { readDetails, secretsOf } from '../../../people/audit/details.ts'
import type { Records, Tx } from '../../../people/records/model/records.ts'
import { auditConduct, type ConductActing } from '../model/acting.ts'
import {
  identityShape,
  type Participant,
  type ParticipantIdentity,
  readIdentity,
  readParticipant,
  sealIdentity,
} from '../model/participant.ts'

/** What may be changed of who somebody is. */
export type IdentityPart = 'name' | 'email' | 'phone' | 'contact' | 'language'

/** What became of a change. `changed`: somebody else changed it since it was read. */
export type IdentityChanged = 'done' | 'same' | 'gone' | 'changed' | 'identity'

/** A mark of an identity as somebody saw it; it tells nothing of it without the participant's key. */
export function identityMark(key: Uint8Array, identity: ParticipantIdentity): string {
  return hash('sha256', `${Buffer.from(key).toString('hex')}\n${JSON.stringify(identity)}`)
}

/** Changes who a participant is, for who treats them. The trail keeps both, sealed for who may read identities. */
export function changeIdentity(
  { records }: PeopleBase,
  actor: Actor,
  {
    id,
    seen,
    identity,
  }: {
    readonly id: string
    /** `identityMark` of what was changed. */
    readonly seen: string
    readonly identity: Pick<ParticipantIdentity, IdentityPart>
  },
  now: Date,
): Promise<IdentityChanged> {
  return records.write(async (tx) => {
    await holdTrail(tx)
    const participant = await readParticipant(tx, records.keys, id)
    if (!participant || !can.readIdentities(actor, participant)) return 'gone'
    const before = await readIdentity(tx, participant)
    if (!before) return 'gone'
    if (!identityShape.safeParse(identity).success) return 'identity'
    const { enquiry, isMadeUp } = before
    const after: ParticipantIdentity = {
      ...identity,
      ...(enquiry !== undefined && { enquiry }),
      ...(isMadeUp && { isMadeUp }),
    }
    const parts = identityParts.filter((part) => before[part] !== after[part])
    if (parts.length === 0) return 'same'
    if (identityMark(participant.key, before) !== seen) return 'changed'
    await keepIdentity(tx, { actor, now }, participant, { before, after, parts })
    return 'done'
  })
}

async function keepIdentity(
  tx: Tx,
  acting: ConductActing,
  participant: Participant,
  {
    before,
    after,
    parts,
  }: {
    readonly before: ParticipantIdentity
    readonly after: ParticipantIdentity
    readonly parts: readonly IdentityPart[]
  },
): Promise<void> {
  await tx
    .updateTable('participant')
    .set({ identity_sealed: sealIdentity(participant, after) })
    .where('id', '=', participant.id)
    .execute()
  const textOf = (of: ParticipantIdentity): string =>
    parts.map((part) => of[part] ?? '').join(' · ')
  await auditConduct(tx, acting, {
    action: 'participant.identity-changed',
    subject: `participant/${participant.id}`,
    at: participant,
    details: { identity: true, parts },
    sealed: { person: participant, values: { before: textOf(before), after: textOf(after) } },
  })
}

/** In the order of their form. */
export const identityParts = ['name', 'email', 'phone', 'contact', 'language'] as const

/** Notes that a participant asks to be erased, once: what a study collected is kept, because it must be. */
export function noteErasureAsked(
  { records }: PeopleBase,
  actor: Actor,
  id: string,
  now: Date,
): Promise<'done' | 'gone'> {
  return records.write(async (tx) => {
    await holdTrail(tx)
    const participant = await readParticipant(tx, records.keys, id)
    if (!participant || !can.readIdentities(actor, participant)) return 'gone'
    if (participant.erasureAskedAt !== null) return 'done'
    await tx
      .updateTable('participant')
      .set({ erasure_asked_at: now.toISOString() })
      .where('id', '=', id)
      .execute()
    const line = { action: 'participant.erasure-asked', subject: `participant/${id}` } as const
    await auditConduct(tx, { actor, now }, { ...line, at: participant })
    return 'done'
  })
}

/** Something of who a participant is that was put right: when, by whom, and both texts. */
export interface IdentityChangeKept {
  /** ISO in UTC. */
  readonly at: string
  readonly accountId: string
  readonly parts: readonly IdentityPart[]
  readonly before: string
  readonly after: string
}

/** What was put right before, the newest first: from the trail, for who may read identities alone. Throws where it was tampered with. */
export async function identityChanges(
  { db, keys }: Pick<Records, 'db' | 'keys'>,
  participantId: string,
): Promise<readonly IdentityChangeKept[]> {
  const rows = await db
    .selectFrom('audit_event')
    .select(['seq', 'at', 'details'])
    .where('action', '=', 'participant.identity-changed')
    .where('subject', '=', `participant/${participantId}`)
    .orderBy('seq', 'desc')
    .limit(mostChanges)
    .execute()
  const lines = rows.map((row) => ({ ...row, seq: Number(row.seq) }))
  const texts = await secretsOf(db, keys, lines, { mayIdentify: true })
  return lines.map((line) => {
    const said = texts.get(line.seq)
    const told = said === undefined || said === 'erased' ? {} : said
    const { codes } = readDetails(line)
    const changed: unknown = codes['parts']
    return {
      at: line.at,
      accountId: (codes.by ?? '').replace('account/', ''),
      parts: identityParts.filter((part) => Array.isArray(changed) && changed.includes(part)),
      before: told['before'] ?? '',
      after: told['after'] ?? '',
    }
  })
}

const mostChanges = 50
