import type { Actor } from '../../accounts/model/actor.ts'
import type { PeopleBase } from '../../asks/people-base.ts'
import type { Tx } from '../../records/model/records.ts'
import { appendEvent, changeHeld, type NewEvent } from '../model/change.ts'
import type { Enquiry } from '../model/enquiry.ts'
import type { EventDetails, EventKind } from '../model/events.ts'
import { startOf } from '../model/start-of.ts'
import { openDeadlines } from '../promise/deadlines.ts'
import { auditEnquiry } from './acting.ts'
import { type DeskAsk, decideOn, type Decided } from './decide.ts'
import { longestReply, readReason, type SiteStep, stateAfter, stepsFrom } from './step.ts'

/** What a site did, as it was typed. */
export interface StepAsk extends DeskAsk {
  readonly step: SiteStep
  /** What who asked will read; empty where the step says it all. */
  readonly text: string
  /** A code of `ineligibleReasons`, for `not-eligible`. */
  readonly reason?: string
  /** `yyyy-MM-dd`, for `joined`. */
  readonly consentedOn?: string
  /** The version of the protocol in force that day, as far as it is known, for `joined`. */
  readonly protocolVersion?: string
  /** The other site, for `offered-other`. */
  readonly site?: string
}

/** What is wrong with a step: the field, or that it is not possible any more. */
export type StepProblem = 'notNow' | 'text' | 'reason' | 'date' | 'site'

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
  const [text, state] = [ask.text.trim(), stateAfter(ask.step)]
  return decideOn<StepProblem>(base, actor, ask, {
    isSame: (event) => event.kind === state && (event.text ?? '') === text,
    act: async (tx, enquiry) => {
      const problem = problemOf(ask, enquiry, now)
      if (problem) return problem
      const by = { actor: 'site', accountId: actor.accountId } as const
      const offered = await offerOther(tx, enquiry, { ask, by, now })
      const answer = { ...by, kind: answerOf(ask.step), details: detailsOf(ask) }
      const told = await appendEvent(tx, offered, { ...answer, ...(text !== '' && { text }) }, now)
      const takes = enquiry.takenBy === null && { takenBy: actor.accountId }
      const after = await changeHeld(tx, told, { state, isAnswered: true, ...takes }, now)
      await auditEnquiry(tx, { actor, now }, enquiry, {
        action: 'enquiry.answered',
        before: enquiry.state,
        after: after.state,
        step: ask.step,
        ...(ask.reason !== undefined && ask.step === 'not-eligible' && { why: ask.reason }),
      })
      await begin(tx, base, { ask, enquiry, now })
      return openDeadlines(tx, after, now)
    },
  })
}

/** The event that says the answer itself. */
function answerOf(step: SiteStep): EventKind {
  return step === 'offered-other' ? 'contacted' : step
}

/** Notes which other site is offered, so that the page of who asked can lead there. */
async function offerOther(
  tx: Tx,
  enquiry: Enquiry,
  {
    ask,
    by,
    now,
  }: {
    readonly ask: StepAsk
    readonly by: Pick<NewEvent, 'actor' | 'accountId'>
    readonly now: Date
  },
): Promise<Enquiry> {
  if (ask.step !== 'offered-other' || ask.site === undefined) return enquiry
  return appendEvent(
    tx,
    enquiry,
    { ...by, kind: 'offered-other', details: { site: ask.site } },
    now,
  )
}

/** From a consent the study's own desk can start; the enquiry is not named there. */
async function begin(
  tx: Tx,
  base: PeopleBase,
  { ask, enquiry, now }: { readonly ask: StepAsk; readonly enquiry: Enquiry; readonly now: Date },
): Promise<void> {
  if (ask.step !== 'joined' || ask.consentedOn === undefined) return
  const { consentedOn, protocolVersion = null } = ask
  await startOf(tx, base, enquiry, { consentedOn, protocolVersion }, now)
}

function problemOf(ask: StepAsk, { state, site }: Enquiry, now: Date): StepProblem | undefined {
  if (!stepsFrom(state).includes(ask.step)) return 'notNow'
  if (ask.text.length > longestReply) return 'text'
  if (ask.step === 'not-eligible' && readReason(ask.reason) === undefined) return 'reason'
  if (ask.step === 'joined' && !isPastDay(ask.consentedOn, now)) return 'date'
  if (ask.step === 'offered-other' && !isOtherSite(ask.site, site)) return 'site'
  return undefined
}

/** A site by its id, not the one that was asked; whether the study has it, who shows the choice knows. */
function isOtherSite(text: string | undefined, here: string): boolean {
  return text !== undefined && text !== here && /^[0-9a-f]{10}$/.test(text)
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
