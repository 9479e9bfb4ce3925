import type { Actor } from '../../../people/accounts/model/actor.ts'
import { can } from '../../../people/accounts/model/can.ts'
import type { PeopleBase } from '../../../people/asks/people-base.ts'
import { holdTrail } from '../../../people/audit/append.ts'
import { personById } from '../../../people/records/persons.ts'
import type { Tx } from '../../../people/records/model/records.ts'
import { keepDerived } from '../derived/keep-derived.ts'
import { renewStudyOutlooks } from '../derived/renew-outlooks.ts'
import { auditConduct } from '../model/acting.ts'
import { caseOf } from '../model/case.ts'
import { lockOf } from '../model/lock.ts'
import { readStudyRun, type StudyRun } from '../model/run.ts'
import {
  type AmendmentDecision,
  openDecisions,
  runWith,
  type SwitchEffect,
  switchEffects,
  type SwitchProblem,
  switchProblem,
  type VersionSwitch,
} from './amendment.ts'
import { announce, isIn } from './announce.ts'
import { auditStudy, keepVersionDay } from './open-run.ts'

/** A switch as the manager decided it, having seen what it changes. */
export interface DecidedSwitch extends VersionSwitch {
  readonly decision: AmendmentDecision
  readonly reason: string
}

/** What became of it: `done` with how many are on another version from then on. */
export type Switched =
  | { readonly kind: 'done'; readonly moved: number; readonly asked: number }
  | { readonly kind: 'notYours' }
  | { readonly kind: 'refused'; readonly problem: SwitchProblem }

/**
 * Switches a newer version on at a site from a day, in one transaction: what the document is silent on is kept as it was
 * decided, each participant who is moved has a line in the trail, and who is in is asked for consent again where that was
 * decided. Nothing that was given or recorded is changed.
 */
export function switchVersion(
  { records, newId }: PeopleBase,
  actor: Actor,
  asked: DecidedSwitch,
  now: Date,
): Promise<Switched> {
  const { study, version, site, from, reason } = asked
  if (!can.runStudy(actor, study)) return Promise.resolve({ kind: 'notYours' })
  return records.write(async (tx): Promise<Switched> => {
    await holdTrail(tx)
    const run = await readStudyRun(tx, study)
    if (!run) return { kind: 'refused', problem: 'unknown' }
    const problem = switchProblem(run, asked) ?? (await problemOfDecision(tx, run, asked))
    if (problem) return { kind: 'refused', problem }
    const acting = { actor, now, newId }
    const effects = await switchEffects(tx, records.keys, run, asked, asked.decision, now)
    await keepSwitch(tx, asked, acting)
    const person = await personById(tx, records.keys, actor.personId)
    const { appliesTo = null, reconsent = null } = decidedNow(run, asked)
    await auditStudy(tx, acting, study, 'study.version-switched', {
      details: { version, at: site, from, appliesTo: codeOf(appliesTo), reconsent },
      ...(person && { sealed: { person, values: { reason: reason.trim() } } }),
    })
    const after = runWith(run, asked, asked.decision)
    const told = []
    for (const effect of effects) told.push(await tell(tx, acting, effect, after, asked))
    await renewStudyOutlooks(tx, study)
    return {
      kind: 'done',
      moved: told.filter(({ isMoved }) => isMoved).length,
      asked: told.filter(({ isAsked }) => isAsked).length,
    }
  })
}

async function problemOfDecision(
  tx: Tx,
  run: StudyRun,
  { version, decision, reason }: DecidedSwitch,
): Promise<SwitchProblem | undefined> {
  if ((await lockOf(tx, run.study)) !== 'open') return 'locked'
  const asked = run.versions.find(({ protocol }) => protocol.version === version)
  const isOpen = asked && openDecisions(asked).some((name) => decision[name] === undefined)
  if (isOpen) return 'undecided'
  return reason.trim() === '' || reason.length > mostReason ? 'reason' : undefined
}

const mostReason = 1000

/** What this switch decides; nothing of what was decided or stated before. */
function decidedNow(run: StudyRun, { version, decision }: DecidedSwitch): AmendmentDecision {
  const asked = run.versions.find(({ protocol }) => protocol.version === version)
  const open = asked ? openDecisions(asked) : []
  const { appliesTo, reconsent } = decision
  return {
    ...(open.includes('appliesTo') && appliesTo !== undefined && { appliesTo }),
    ...(open.includes('reconsent') && reconsent !== undefined && { reconsent }),
  }
}

async function keepSwitch(
  tx: Tx,
  { study, version, site, from, decision, reason }: DecidedSwitch,
  acting: { readonly actor: Actor; readonly now: Date },
): Promise<void> {
  const of = tx
    .updateTable('study_version')
    .where('study', '=', study)
    .where('version', '=', version)
  const { appliesTo, reconsent } = decision
  if (appliesTo !== undefined)
    await of.set({ applies_to: appliesTo }).where('applies_to', 'is', null).execute()
  if (reconsent !== undefined)
    await of
      .set({ reconsent: reconsent ? 1 : 0 })
      .where('reconsent', 'is', null)
      .execute()
  await keepVersionDay(tx, acting, { study, version, site, from, reason: reason.trim() })
}

/** What a participant's own record and trail say of the switch. */
async function tell(
  tx: Tx,
  acting: { readonly actor: Actor; readonly now: Date; readonly newId: () => string },
  { before, changes }: SwitchEffect,
  run: StudyRun,
  { version, from, reason }: DecidedSwitch,
): Promise<{ readonly isMoved: boolean; readonly isAsked: boolean }> {
  const { participant, facts } = before
  const isMoved = changes.version !== undefined
  if (changes.version)
    await auditConduct(tx, acting, {
      action: 'participant.version-changes',
      subject: `participant/${participant.id}`,
      at: participant,
      details: { before: changes.version.before ?? null, after: version, from },
    })
  const now = caseOf(participant, run, facts, acting.now)
  const isAsked = changes.isConsentDue && isIn(now)
  const isOpen = (await lockOf(tx, participant.study, participant.id)) === 'open'
  const announcement = { name: version, of: 'version', from, reconsent: true, reason } as const
  if (isAsked && isOpen) await announce(tx, acting, now, announcement)
  else await keepDerived(tx, acting, now)
  return { isMoved, isAsked }
}

function codeOf(appliesTo: AmendmentDecision['appliesTo'] | null): string | null {
  return appliesTo?.replaceAll(' ', '-') ?? null
}
