import { setImmediate as nextTurn } from 'node:timers/promises'
import type { Actor } from '../../../people/accounts/model/actor.ts'
import { can } from '../../../people/accounts/model/can.ts'
import type { PeopleBase } from '../../../people/asks/people-base.ts'
import { holdTrail } from '../../../people/audit/append.ts'
import type { Keys } from '../../../people/records/model/keys.ts'
import type { Reader, Tx } from '../../../people/records/model/records.ts'
import type { SetState } from '../../protocol/state/answers.ts'
import { auditConduct } from '../model/acting.ts'
import { type ConductCase, caseOf, readCase } from '../model/case.ts'
import { readFacts } from '../model/facts.ts'
import { lockOf } from '../model/lock.ts'
import { participantOf } from '../model/participant.ts'
import { readStudyRun, type StudyRun } from '../model/run.ts'
import { isIn } from '../set-up/announce.ts'

/** A decision on whether a participant is in an analysis set. */
export interface SetDecision {
  readonly isMember: boolean
  /** What the version said of it when it was decided. */
  readonly derived: SetState['member']
  readonly reason: string
  readonly decidedAt: string
  /** `account/<id>` */
  readonly decidedBy: string
}

/** One analysis set of one participant: what their version says of it now, and what was decided. */
export interface SetLine {
  readonly set: string
  readonly derived: SetState['member']
  readonly decision: SetDecision | undefined
  /** It was decided, and the version says now what it said then. */
  readonly isDecided: boolean
}

/** The analysis sets of one participant. */
export interface ParticipantSets {
  readonly of: ConductCase
  readonly lines: readonly SetLine[]
}

/**
 * The analysis sets of everybody who consented, in the order of their numbers: what their versions say beside what was
 * decided. Lets others come in between.
 */
export async function readSets(
  db: Reader | Tx,
  keys: Keys,
  run: StudyRun,
  now: Date,
): Promise<readonly ParticipantSets[]> {
  const rows = await db
    .selectFrom('participant')
    .selectAll()
    .where('study', '=', run.study)
    .orderBy('number')
    .execute()
  const sets: ParticipantSets[] = []
  for (const row of rows) {
    await nextTurn()
    const participant = participantOf(row, keys)
    const of = caseOf(participant, run, await readFacts(db, participant), now)
    if (isIn(of)) sets.push(await setsOf(db, of))
  }
  return sets
}

async function setsOf(db: Reader | Tx, of: ConductCase): Promise<ParticipantSets> {
  const rows = await db
    .selectFrom('analysis_set_member')
    .selectAll()
    .where('participant_id', '=', of.participant.id)
    .orderBy('seq')
    .execute()
  const lines = of.state.sets.map(({ id, member }): SetLine => {
    const row = rows.findLast(({ set_id }) => set_id === id)
    const decision = row && {
      isMember: Number(row.is_member) === 1,
      derived: row.derived as SetState['member'],
      reason: row.reason,
      decidedAt: row.decided_at,
      decidedBy: row.decided_by,
    }
    return { set: id, derived: member, decision, isDecided: decision?.derived === member }
  })
  return { of, lines }
}

/** What is decided of one set of one participant. */
export interface SetAsk {
  readonly study: string
  readonly participantId: string
  readonly set: string
  readonly isMember: boolean
  readonly reason: string
}

/**
 * What became of it. `reason`: it differs from what the version says, or the version does not say, and nobody wrote why.
 * `locked`: sets are decided before the lock.
 */
export type SetDecided = 'done' | 'notYours' | 'gone' | 'locked' | 'reason'

/** Decides whether a participant is in an analysis set: as the version says, or otherwise with a reason. */
export function decideSet(
  { records }: PeopleBase,
  actor: Actor,
  ask: SetAsk,
  now: Date,
): Promise<SetDecided> {
  if (!can.runStudy(actor, ask.study)) return Promise.resolve('notYours')
  return records.write(async (tx): Promise<SetDecided> => {
    await holdTrail(tx)
    const of = await readCase(tx, records.keys, ask.participantId, now)
    const derived = of?.state.sets.find(({ id }) => id === ask.set)?.member
    if (!of || of.participant.study !== ask.study || derived === undefined) return 'gone'
    if ((await lockOf(tx, ask.study)) === 'locked') return 'locked'
    const reason = ask.reason.trim()
    const isAsDerived = derived === (ask.isMember ? 'yes' : 'no')
    if ((!isAsDerived && reason === '') || reason.length > mostReason) return 'reason'
    await keepDecision(tx, { actor, now }, of, { ...ask, derived, reason })
    return 'done'
  })
}

const mostReason = 1000

/** Takes what the versions say where they say it, for everybody of whom it was not decided yet: answers how many lines. */
export async function acceptSets(
  { records }: PeopleBase,
  actor: Actor,
  study: string,
  now: Date,
): Promise<number | 'notYours' | 'locked'> {
  if (!can.runStudy(actor, study)) return 'notYours'
  return records.write(async (tx): Promise<number | 'locked'> => {
    await holdTrail(tx)
    if ((await lockOf(tx, study)) === 'locked') return 'locked'
    const run = await readStudyRun(tx, study)
    const all = run ? await readSets(tx, records.keys, run, now) : []
    let accepted = 0
    for (const { of, lines } of all)
      for (const { set, derived, isDecided } of lines) {
        if (isDecided || (derived !== 'yes' && derived !== 'no')) continue
        const isMember = derived === 'yes'
        await keepDecision(tx, { actor, now }, of, { set, isMember, derived, reason: '' })
        accepted++
      }
    return accepted
  })
}

/** What is decided at once of everybody of whom a set was not decided and the version does not say it. */
export interface OpenSetAsk {
  readonly study: string
  readonly set: string
  readonly isMember: boolean
  readonly reason: string
}

/** Decides a set for everybody of whom it is open and the version does not say it, for one reason: answers how many. */
export async function decideOpenSets(
  { records }: PeopleBase,
  actor: Actor,
  { study, set, isMember, reason }: OpenSetAsk,
  now: Date,
): Promise<number | Exclude<SetDecided, 'done' | 'gone'>> {
  if (!can.runStudy(actor, study)) return 'notYours'
  const said = reason.trim()
  if (said === '' || said.length > mostReason) return 'reason'
  return records.write(async (tx): Promise<number | 'locked'> => {
    await holdTrail(tx)
    if ((await lockOf(tx, study)) === 'locked') return 'locked'
    const run = await readStudyRun(tx, study)
    const all = run ? await readSets(tx, records.keys, run, now) : []
    let decided = 0
    for (const { of, lines } of all)
      for (const { derived, isDecided } of lines.filter((line) => line.set === set)) {
        if (isDecided || derived === 'yes' || derived === 'no') continue
        await keepDecision(tx, { actor, now }, of, { set, isMember, derived, reason: said })
        decided++
      }
    return decided
  })
}

/** Who is in which set of a study as it was decided last, by number; undefined where nothing was decided. */
export async function decidedSets(
  db: Reader | Tx,
  study: string,
): Promise<Readonly<Record<string, Readonly<Record<string, boolean>>>> | undefined> {
  const rows = await db
    .selectFrom('analysis_set_member')
    .innerJoin('participant', 'participant.id', 'analysis_set_member.participant_id')
    .select(['participant.number', 'set_id', 'is_member'])
    .where('participant.study', '=', study)
    .orderBy('participant.number')
    .orderBy('analysis_set_member.seq')
    .execute()
  const sets: Record<string, Record<string, boolean>> = {}
  for (const { number, set_id, is_member } of rows)
    (sets[number] ??= {})[set_id] = Number(is_member) === 1
  return rows.length === 0 ? undefined : sets
}

async function keepDecision(
  tx: Tx,
  acting: { readonly actor: Actor; readonly now: Date },
  { participant }: ConductCase,
  {
    set,
    isMember,
    derived,
    reason,
  }: Pick<SetAsk, 'set' | 'isMember' | 'reason'> & Pick<SetLine, 'derived'>,
): Promise<void> {
  const last = await tx
    .selectFrom('analysis_set_member')
    .select(({ fn }) => fn.max('seq').as('seq'))
    .where('participant_id', '=', participant.id)
    .executeTakeFirst()
  await tx
    .insertInto('analysis_set_member')
    .values({
      participant_id: participant.id,
      seq: Number(last?.seq ?? 0) + 1,
      set_id: set,
      is_member: isMember ? 1 : 0,
      derived,
      reason,
      decided_at: acting.now.toISOString(),
      decided_by: `account/${acting.actor.accountId}`,
    })
    .execute()
  await auditConduct(tx, acting, {
    action: 'set.decided',
    subject: `participant/${participant.id}`,
    at: participant,
    details: { set, member: isMember, derived },
    ...(reason !== '' && { sealed: { person: participant, values: { reason } } }),
  })
}
