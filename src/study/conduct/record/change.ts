import type { Actor } from '../../../people/accounts/model/actor.ts'
import type { DeskPlace } from '../../../people/accounts/model/actor.ts'
import type { PeopleBase } from '../../../people/asks/people-base.ts'
import { holdTrail } from '../../../people/audit/append.ts'
import type { Tx } from '../../../people/records/model/records.ts'
import { auditFacts } from '../derived/audit-facts.ts'
import { keepDerived } from '../derived/keep-derived.ts'
import { type ConductCase, caseOf } from '../model/case.ts'
import { appendFacts, type KeptFact, type NewFact, readFacts } from '../model/facts.ts'
import { type LockState, lockOf } from '../model/lock.ts'
import { readParticipant } from '../model/participant.ts'
import { readStudyRun } from '../model/run.ts'

/** What is to be recorded of a participant as somebody saw them. */
export interface ParticipantAsk {
  readonly id: string
  /** Of the form: what is sent twice is recorded once. */
  readonly formKey: string
  /** How many facts there were when they looked. */
  readonly seen: number
}

/**
 * What became of it. `changed`: somebody else recorded something since it was read, and nothing was done; `since` is what.
 * `gone`: there is no such participant, or they are not theirs. `locked`: the data are frozen or locked. `refused`: it
 * cannot be done, and why.
 */
export type Recorded<Problem> =
  | { readonly kind: 'done'; readonly after: ConductCase; readonly recorded: readonly KeptFact[] }
  | { readonly kind: 'changed'; readonly now: ConductCase; readonly since: readonly KeptFact[] }
  | { readonly kind: 'gone' }
  | { readonly kind: 'locked'; readonly lock: LockState }
  | { readonly kind: 'refused'; readonly problem: Problem; readonly now: ConductCase }

/** What is done to a case: facts to append, or why it cannot be done. `refused` is told apart from facts by its name. */
export type Act<Problem> = (
  before: ConductCase,
  tx: Tx,
) => Promise<readonly NewFact[] | { readonly refused: Problem }>

/**
 * Records facts of a participant in one transaction, if who asks may, nobody was faster, and the data are open: the facts,
 * their lines in the trail, and all that follows from them. Throws what the records throw.
 */
export function recordOf<Problem>(
  { records, newId }: PeopleBase,
  actor: Actor,
  ask: ParticipantAsk,
  {
    may,
    act,
  }: {
    readonly may: (actor: Actor, at: DeskPlace) => boolean
    readonly act: Act<Problem>
  },
  now: Date,
): Promise<Recorded<Problem>> {
  return records.write(async (tx) => {
    // One writer at a time: who comes second sees what the first one did.
    await holdTrail(tx)
    const participant = await readParticipant(tx, records.keys, ask.id)
    if (!participant || !may(actor, participant)) return { kind: 'gone' }
    const run = await readStudyRun(tx, participant.study)
    if (!run) return { kind: 'gone' }
    const facts = await readFacts(tx, participant)
    const before = caseOf(participant, run, facts, now)
    const sent = facts.filter(({ formKey }) => formKey === ask.formKey)
    if (sent.length > 0) return { kind: 'done', after: before, recorded: sent }
    const lock = await lockOf(tx, participant.study, participant.id)
    if (lock !== 'open') return { kind: 'locked', lock }
    if (ask.seen !== participant.facts)
      return { kind: 'changed', now: before, since: facts.slice(ask.seen) }
    const acted = await act(before, tx)
    if ('refused' in acted) return { kind: 'refused', problem: acted.refused, now: before }
    const by = `account/${actor.accountId}`
    const kept = await appendFacts(
      tx,
      participant,
      { facts: acted, formKey: ask.formKey, by, newId },
      now,
    )
    await auditFacts(tx, { actor, now }, before, kept)
    const grown = {
      ...participant,
      facts: participant.facts + kept.length,
      head: kept.at(-1)?.hash ?? participant.head,
    }
    const after = caseOf(grown, run, [...facts, ...kept], now)
    await keepDerived(tx, { actor, now }, after)
    return { kind: 'done', after, recorded: kept }
  })
}
