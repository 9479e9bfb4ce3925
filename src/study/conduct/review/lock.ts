import { isDeepStrictEqual } from 'node:util'
import { type Actor, isFresh } from '../../../people/accounts/model/actor.ts'
import { can } from '../../../people/accounts/model/can.ts'
import type { PeopleBase } from '../../../people/asks/people-base.ts'
import type { AuditAction } from '../../../people/audit/actions.ts'
import { holdTrail } from '../../../people/audit/append.ts'
import { personById } from '../../../people/records/persons.ts'
import type { Records, Tx } from '../../../people/records/model/records.ts'
import { auditConduct, roleAt } from '../model/acting.ts'
import { lockOf, type LockState } from '../model/lock.ts'
import { readParticipant } from '../model/participant.ts'
import { readStudyRun } from '../model/run.ts'
import { addSignature, sealSignerName } from '../model/signature.ts'
import { auditStudy } from '../set-up/open-run.ts'
import { type LockNeed, lockNeeds, openQueries } from './lock-needs.ts'
import { keepSnapshot, readHeads, snapshotFile, type StudySnapshot } from './snapshot.ts'

/** What is done to the data of a study, or to those of one participant of it. */
export interface LockAsk {
  readonly study: string
  /** Only to freeze and to open again: one participant alone. */
  readonly participantId?: string
  readonly reason: string
}

/**
 * What became of it. `state`: the data are not so that it can be done, as opening what is open. `changed`: something was recorded
 * meanwhile, so that what was looked at is not what there is. `needs`: what is missing before a lock.
 */
export type LockDone =
  | { readonly kind: 'done' }
  | { readonly kind: 'locked'; readonly snapshot: StudySnapshot }
  | { readonly kind: 'notYours' | 'gone' | 'reason' | 'state' | 'changed' | 'proveAgain' }
  | { readonly kind: 'needs'; readonly needs: readonly LockNeed[] }

/** Freezes the data for a review, or opens what was frozen: of the study, or of one participant. */
export function freeze(
  base: PeopleBase,
  actor: Actor,
  { kind, ...ask }: LockAsk & { readonly kind: 'freeze' | 'unfreeze' },
  now: Date,
): Promise<LockDone> {
  return withReason(base, actor, ask, async (tx) => {
    const own = await ownState(tx, ask)
    if (own !== (kind === 'freeze' ? 'open' : 'frozen')) return { kind: 'state' }
    const { records } = base
    const participant =
      ask.participantId === undefined
        ? undefined
        : await readParticipant(tx, records.keys, ask.participantId)
    if (ask.participantId !== undefined && participant?.study !== ask.study) return { kind: 'gone' }
    await keepStep(tx, { actor, now }, { ...ask, kind })
    const action = kind === 'freeze' ? 'data.frozen' : 'data.opened'
    if (participant)
      await auditConduct(
        tx,
        { actor, now },
        {
          action,
          subject: `participant/${participant.id}`,
          at: participant,
          sealed: { person: participant, values: { reason: ask.reason.trim() } },
        },
      )
    else await auditStep(tx, records, { actor, now }, ask, { action })
    return { kind: 'done' }
  })
}

/**
 * Locks the data of a study, if nothing is missing: the facts are kept as a snapshot by their hash, and the manager, who proved
 * just now who they are, signs that hash. From then on nothing can be recorded.
 */
export async function lockStudy(
  base: PeopleBase,
  actor: Actor,
  ask: Omit<LockAsk, 'participantId'>,
  now: Date,
): Promise<LockDone> {
  const { records, newId } = base
  const { study } = ask
  if (!can.runStudy(actor, study)) return { kind: 'notYours' }
  if (!isFresh(actor, now)) return { kind: 'proveAgain' }
  // What takes seconds is done before, so that nobody waits; nothing is locked if something came in between.
  const run = await readStudyRun(records.db, study)
  if (!run) return { kind: 'gone' }
  const heads = await readHeads(records.db, study)
  const needs = await lockNeeds(records.db, records.keys, run, now)
  if (needs.length > 0) return { kind: 'needs', needs }
  const file = await snapshotFile(records.db, records.keys, study, heads)
  const snapshot: StudySnapshot = {
    id: newId(),
    study,
    hash: file.hash,
    heads,
    participants: file.participants,
    facts: file.facts,
    madeAt: now.toISOString(),
    madeBy: `account/${actor.accountId}`,
  }
  return withReason(base, actor, ask, async (tx) => {
    if ((await ownState(tx, ask)) === 'locked') return { kind: 'state' }
    if (!isDeepStrictEqual(await readHeads(tx, study), heads)) return { kind: 'changed' }
    if ((await openQueries(tx, study)).length > 0) return { kind: 'changed' }
    await keepSnapshot(tx, snapshot)
    await keepStep(tx, { actor, now }, { ...ask, kind: 'lock', snapshotId: snapshot.id })
    await auditStep(tx, records, { actor, now }, ask, {
      action: 'study.locked',
      details: { snapshot: snapshot.id, hash: snapshot.hash, facts: snapshot.facts },
    })
    await sign(tx, base, { actor, now }, snapshot)
    return { kind: 'locked', snapshot }
  })
}

/** Opens a locked study: the signature of the lock is void from then on, and the snapshot stays. */
export function unlockStudy(
  base: PeopleBase,
  actor: Actor,
  ask: Omit<LockAsk, 'participantId'>,
  now: Date,
): Promise<LockDone> {
  if (!isFresh(actor, now) && can.runStudy(actor, ask.study))
    return Promise.resolve({ kind: 'proveAgain' })
  return withReason(base, actor, ask, async (tx) => {
    if ((await ownState(tx, ask)) !== 'locked') return { kind: 'state' }
    await keepStep(tx, { actor, now }, { ...ask, kind: 'unlock' })
    await auditStep(tx, base.records, { actor, now }, ask, { action: 'study.unlocked' })
    await voidLockSignatures(tx, { actor, now }, ask.study)
    return { kind: 'done' }
  })
}

const mostReason = 1000

function withReason(
  { records }: PeopleBase,
  actor: Actor,
  { study, reason }: LockAsk,
  act: (tx: Tx) => Promise<LockDone>,
): Promise<LockDone> {
  if (!can.runStudy(actor, study)) return Promise.resolve({ kind: 'notYours' })
  if (reason.trim() === '' || reason.length > mostReason) return Promise.resolve({ kind: 'reason' })
  return records.write(async (tx) => {
    await holdTrail(tx)
    return (await readStudyRun(tx, study)) ? act(tx) : { kind: 'gone' }
  })
}

/** How what is asked about stands: of a participant by what was done to them alone, unless the study is closed. */
async function ownState(
  tx: Tx,
  { study, participantId }: Omit<LockAsk, 'reason'>,
): Promise<LockState> {
  const ofStudy = await lockOf(tx, study)
  if (participantId === undefined || ofStudy === 'locked') return ofStudy
  const last = await tx
    .selectFrom('conduct_lock')
    .select('kind')
    .where('study', '=', study)
    .where('participant_id', '=', participantId)
    .orderBy('seq', 'desc')
    .limit(1)
    .executeTakeFirst()
  return last?.kind === 'freeze' ? 'frozen' : 'open'
}

interface Step extends LockAsk {
  readonly kind: 'freeze' | 'unfreeze' | 'lock' | 'unlock'
  readonly snapshotId?: string
}

async function keepStep(
  tx: Tx,
  { actor, now }: { readonly actor: Actor; readonly now: Date },
  { study, participantId, kind, reason, snapshotId }: Step,
): Promise<void> {
  const last = await tx
    .selectFrom('conduct_lock')
    .select(({ fn }) => fn.max('seq').as('seq'))
    .where('study', '=', study)
    .executeTakeFirst()
  await tx
    .insertInto('conduct_lock')
    .values({
      study,
      seq: Number(last?.seq ?? 0) + 1,
      kind,
      participant_id: participantId ?? null,
      reason: reason.trim(),
      snapshot_id: snapshotId ?? null,
      done_at: now.toISOString(),
      done_by: `account/${actor.accountId}`,
    })
    .execute()
}

/** The reason of a step on the whole study is a text of who took it, and sealed as such. */
async function auditStep(
  tx: Tx,
  { keys }: Records,
  acting: { readonly actor: Actor; readonly now: Date },
  { study, reason }: LockAsk,
  {
    action,
    details,
  }: { readonly action: AuditAction; readonly details?: Record<string, string | number> },
): Promise<void> {
  const person = await personById(tx, keys, acting.actor.personId)
  await auditStudy(tx, acting, study, action, {
    ...(details && { details }),
    ...(person && { sealed: { person, values: { reason: reason.trim() } } }),
  })
}

/** Signs the hash of a snapshot with the meaning “lock”. Throws where the signer is not there any more. */
async function sign(
  tx: Tx,
  { records, newId }: PeopleBase,
  { actor, now }: { readonly actor: Actor; readonly now: Date },
  { study, hash, facts }: StudySnapshot,
): Promise<void> {
  const person = await personById(tx, records.keys, actor.personId)
  if (!person) throw new Error('who locks a study is not there')
  const id = newId()
  await addSignature(
    tx,
    { study, site: null, participantId: null },
    {
      id,
      meaning: 'lock',
      scope: { until: now.toISOString(), facts },
      contentHash: hash,
      accountId: actor.accountId,
      role: roleAt(actor, { study, site: null }, ['manager']) ?? 'manager',
      signedAt: now.toISOString(),
      nameSealed: sealSignerName(person.key, id, actor.name),
      sealedFor: 'account',
      voidAt: null,
      voidBecause: null,
    },
  )
  await auditStudy(tx, { actor, now }, study, 'signature.made', {
    details: { signature: id, meaning: 'lock', hash, facts },
  })
}

async function voidLockSignatures(
  tx: Tx,
  acting: { readonly actor: Actor; readonly now: Date },
  study: string,
): Promise<void> {
  const held = await tx
    .selectFrom('signature')
    .select('id')
    .where('study', '=', study)
    .where('participant_id', 'is', null)
    .where('meaning', '=', 'lock')
    .where('void_at', 'is', null)
    .execute()
  for (const { id } of held) {
    await tx
      .updateTable('signature')
      .set({ void_at: acting.now.toISOString(), void_because: 'unlocked' })
      .where('id', '=', id)
      .execute()
    await auditStudy(tx, acting, study, 'signature.void', {
      details: { signature: id, meaning: 'lock', because: 'unlocked' },
    })
  }
}
