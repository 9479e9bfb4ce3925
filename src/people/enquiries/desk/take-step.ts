import type { Actor } from '../../accounts/model/actor.ts'
import type { PeopleBase } from '../../asks/people-base.ts'
import { appendEvent, changeState } from '../model/change.ts'
import type { Enquiry } from '../model/enquiry.ts'
import type { EventDetails } from '../model/events.ts'
import type { Tx } from '../../records/model/records.ts'
import { startOf } from '../model/start-of.ts'
import { openDeadlines } from '../promise/deadlines.ts'
import { auditEnquiry } from './acting.ts'
import { type DeskAsk, decideOn, type Decided } from './decide.ts'
import { longestReply, readReason, type SiteStep, stepsFrom } from './step.ts'

/** What a site did, as it was typed. */
export interface StepAsk extends DeskAsk {
  readonly step: SiteStep
  /** What who asked will read; empty where the step says it all. */
  readonly text: string
  /** A code of `ineligibleReasons`, for `not-eligible`. */
  readonly reason?: string
  /** `yyyy-MM-dd`, for `joined`. */
  readonly consentedOn?: string
  /** The version of the protocol that ships for the study, for `joined`. */
  readonly protocolVersion?: string
}

/** What is wrong with a step: the field, or that it is not possible any more. */
export type StepProblem = 'notNow' | 'text' | 'reason' | 'date'

/**
 * Writes down what a site did: the event with the words that who asked will read, the state, the line of the trail, all in
 * one transaction. Who answers an enquiry that nobody works on takes it. Throws what the records throw.
 */
export function takeStep(
  base: PeopleBase,
  actor: Actor,
  ask: StepAsk,
  now: Date,
): Promise<Decided<StepProblem>> {
  const text = ask.text.trim()
  return decideOn<StepProblem>(base, actor, ask, {
    isSame: (event) => event.kind === ask.step && (event.text ?? '') === text,
    act: async (tx, enquiry) => {
      const problem = problemOf(ask, enquiry, now)
      if (problem) return problem
      const details = detailsOf(ask)
      const event = {
        actor: 'site',
        accountId: actor.accountId,
        kind: ask.step,
        details,
        ...(text !== '' && { text }),
      } as const
      const told = await appendEvent(tx, enquiry, event, now)
      const after = await changeState(
        tx,
        told,
        {
          state: ask.step,
          isAnswered: true,
          ...(enquiry.takenBy === null && { takenBy: actor.accountId }),
        },
        now,
      )
      if (!after) throw new Error('an enquiry changed within the transaction that holds it')
      await noteStart(tx, base, { enquiry: after, ask }, now)
      await auditEnquiry(tx, { actor, now }, enquiry, {
        action: 'enquiry.answered',
        before: enquiry.state,
        after: after.state,
        ...(ask.reason !== undefined && ask.step === 'not-eligible' && { why: ask.reason }),
      })
      return openDeadlines(tx, after, now)
    },
  })
}

function problemOf(ask: StepAsk, { state }: Enquiry, now: Date): StepProblem | undefined {
  if (!stepsFrom(state).includes(ask.step)) return 'notNow'
  if (ask.text.length > longestReply) return 'text'
  if (ask.step === 'not-eligible' && readReason(ask.reason) === undefined) return 'reason'
  if (ask.step === 'joined' && !isPastDay(ask.consentedOn, now)) return 'date'
  return undefined
}

/** A day of the calendar that has begun somewhere on earth, and is not longer ago than a study may last. */
function isPastDay(text: string | undefined, now: Date): boolean {
  if (text === undefined || !/^\d{4}-\d{2}-\d{2}$/.test(text)) return false
  const at = Date.parse(`${text}T00:00:00Z`)
  if (Number.isNaN(at) || new Date(at).toISOString().slice(0, 10) !== text) return false
  const east = 14 * 3_600_000
  return at <= now.getTime() + east && at > now.getTime() - longestAgoMs
}

const longestAgoMs = 20 * 366 * 86_400_000

function detailsOf({ step, reason, consentedOn }: StepAsk): EventDetails {
  if (step === 'not-eligible' && reason !== undefined) return { reason }
  if (step === 'joined' && consentedOn !== undefined) return { consentedOn }
  return {}
}

/** Who joined is where the desk of the study itself begins. */
async function noteStart(
  tx: Tx,
  base: PeopleBase,
  { enquiry, ask }: { readonly enquiry: Enquiry; readonly ask: StepAsk },
  now: Date,
): Promise<void> {
  const { step, consentedOn, protocolVersion = null } = ask
  if (step !== 'joined' || consentedOn === undefined) return
  await startOf(tx, base, enquiry, { consentedOn, protocolVersion }, now)
}
