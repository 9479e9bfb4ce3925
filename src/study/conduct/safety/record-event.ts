import type { Actor } from '../../../people/accounts/model/actor.ts'
import { can } from '../../../people/accounts/model/can.ts'
import type { PeopleBase } from '../../../people/asks/people-base.ts'
import { isDeepStrictEqual } from 'node:util'
import { type ConductCase, itemOf } from '../model/case.ts'
import type { NewFact } from '../model/facts.ts'
import { type ParticipantAsk, type Recorded, recordOf } from '../record/change.ts'
import { longestFact } from '../record/typed-fact.ts'
import { type SafetyDetails, readTypedEvent } from './read-typed-event.ts'
import { readTypedJudgement } from './read-typed-judgement.ts'
import { safetyEventsOf, eventWith, type SafetyEvent } from './safety-event.ts'
import {
  type EventProblem,
  seriousnessCriteria,
  type TypedEvent,
  type TypedFollowUp,
  type TypedJudgement,
} from './typed-event.ts'

/** What became of what was said of an event; what is refused says at which fields. */
export type EventRecorded = Recorded<readonly EventProblem[]>

type Done = readonly NewFact[] | { readonly refused: readonly EventProblem[] }

/** Records a new adverse event. Whether it is related is taken from an investigator alone. */
export function recordEvent(
  base: PeopleBase,
  actor: Actor,
  ask: ParticipantAsk,
  typed: TypedEvent,
  now: Date,
): Promise<EventRecorded> {
  const act = (known: ConductCase): Done => {
    const item = itemOf(known.protocol, 'adverse event')
    if (!item) return { refused: [{ field: 'what', code: 'noEvent' }] }
    const read = readTypedEvent(known, byRole(known, actor, typed))
    if ('problems' in read) return { refused: read.problems }
    const { value, at, details } = read
    // Its number keeps two events of one day apart, whatever else is said of them.
    const event = String(safetyEventsOf(known).length + 1)
    return [{ item: item.id, value, at, details: { ...details, event } }]
  }
  const may = can.recordFacts
  return recordOf(base, actor, ask, { may, act: (known) => Promise.resolve(act(known)) }, now)
}

/**
 * Says what became of an event, or what was wrong of it: a new version, with the reason. News that makes it serious, worse or
 * related asks the sponsor anew when they were told of that; the clocks that run go on.
 */
export function followUpEvent(
  base: PeopleBase,
  actor: Actor,
  ask: ParticipantAsk,
  followUp: TypedFollowUp,
  now: Date,
): Promise<EventRecorded> {
  return changeEvent(
    base,
    actor,
    ask,
    { ...followUp, may: can.recordFacts },
    now,
    (known, event) => {
      const { typed, change } = followUp
      if (change !== 'follow-up' && change !== 'correction')
        return { problems: [{ field: 'change', code: 'noChoice' }] }
      const old = event.newest.details ?? {}
      const read = readTypedEvent(known, byRole(known, actor, typed, old['related']))
      if ('problems' in read) return read
      const isNews = change === 'follow-up' && isMore(read.details, old)
      const details = { ...kept(old, isNews ? sponsorKeys.slice(1) : sponsorKeys), ...read.details }
      return { value: read.value, at: read.at, details: { ...details, change } }
    },
  )
}

/** Says for the sponsor whether an event was expected, when they were told of it, and when they told the authority. */
export function judgeEvent(
  base: PeopleBase,
  actor: Actor,
  ask: ParticipantAsk,
  judgement: TypedJudgement,
  now: Date,
): Promise<EventRecorded> {
  return changeEvent(
    base,
    actor,
    ask,
    { ...judgement, may: can.judgeSafety },
    now,
    (known, event) => {
      const read = readTypedJudgement(known, event, judgement)
      if ('problems' in read) return read
      const { value, at, details = {} } = event.newest
      const rest = Object.fromEntries(
        Object.entries(details).filter(([name]) => !sponsorKeys.some((key) => key === name)),
      )
      return {
        value: String(value),
        at,
        details: { ...rest, ...read.details, change: 'judgement' },
      }
    },
  )
}

/** What the sponsor says; the first is asked anew with news that starts a clock. */
const sponsorKeys = ['sponsorAware', 'expected', 'reference', 'reported'] as const

type Changed =
  | { readonly value: string; readonly at: string; readonly details: SafetyDetails }
  | { readonly problems: readonly EventProblem[] }

function changeEvent(
  base: PeopleBase,
  actor: Actor,
  ask: ParticipantAsk,
  {
    event: id,
    reason,
    may,
  }: {
    readonly event: string
    readonly reason: string
    readonly may: (typeof can)['recordFacts']
  },
  now: Date,
  change: (known: ConductCase, event: SafetyEvent) => Changed,
): Promise<EventRecorded> {
  const act = (known: ConductCase): Done => {
    const event = eventWith(known, id)
    if (!event) return { refused: [{ field: 'event', code: 'noEvent' }] }
    const changed = change(known, event)
    const problems = [...('problems' in changed ? changed.problems : []), ...reasonProblems(reason)]
    if ('problems' in changed || problems.length > 0) return { refused: problems }
    if (isAsBefore(changed, event)) return { refused: [{ field: 'reason', code: 'asBefore' }] }
    const { item, id: corrects, details } = event.newest
    const number = details?.['event'] ?? String(event.number)
    const fact: NewFact = {
      item,
      ...changed,
      details: { ...changed.details, event: number },
      corrects,
      reason: reason.trim(),
    }
    return [fact]
  }
  return recordOf(base, actor, ask, { may, act: (known) => Promise.resolve(act(known)) }, now)
}

function reasonProblems(reason: string): readonly EventProblem[] {
  if (reason.trim() === '') return [{ field: 'reason', code: 'noReason' }]
  return reason.length > longestFact ? [{ field: 'reason', code: 'tooLong' }] : []
}

function isAsBefore(
  { value, at, details }: Exclude<Changed, { readonly problems: unknown }>,
  { newest }: SafetyEvent,
): boolean {
  const bare = ({ change: _change, event: _event, ...rest }: SafetyDetails) => rest
  return (
    value === newest.value &&
    at === newest.at &&
    isDeepStrictEqual(bare(details), bare(newest.details ?? {}))
  )
}

/** Who is no investigator leaves as it was whether it is related. */
function byRole(
  { participant }: ConductCase,
  actor: Actor,
  typed: TypedEvent,
  before: string | boolean | null = null,
): TypedEvent {
  if (can.signAsInvestigator(actor, participant)) return typed
  const said = typeof before === 'boolean' ? (before ? 'yes' : 'no') : before
  return { ...typed, related: said ?? '' }
}

/** Whether news may start a clock: it is serious now, for a worse reason, or related. */
function isMore(now: SafetyDetails, before: SafetyDetails): boolean {
  const isRelated = (details: SafetyDetails): boolean =>
    details['related'] === true || details['related'] === 'yes'
  return rankOf(now) < rankOf(before) || (isRelated(now) && !isRelated(before))
}

/** The lower, the worse. */
function rankOf({ serious }: SafetyDetails): number {
  const at = seriousnessCriteria.findIndex((one) => one === serious)
  if (at >= 0) return at
  const isSerious = serious === true || serious === 'yes'
  return isSerious ? seriousnessCriteria.length : Number.POSITIVE_INFINITY
}

function kept(details: SafetyDetails, keys: readonly string[]): SafetyDetails {
  return Object.fromEntries(Object.entries(details).filter(([name]) => keys.includes(name)))
}
