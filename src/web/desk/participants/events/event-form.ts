import type { SafetyDetails } from '../../../../study/conduct/safety/read-typed-event.ts'
import {
  criteriaOf,
  detailText,
  judgedText,
} from '../../../../study/conduct/safety/event-details.ts'
import type { SafetyEvent } from '../../../../study/conduct/safety/safety-event.ts'
import type {
  EventProblem,
  TypedEvent,
  TypedFollowUp,
  TypedJudgement,
} from '../../../../study/conduct/safety/typed-event.ts'
import type { TypedMoment } from '../../../../study/conduct/record/typed-fact.ts'
import { clockAt, typedOf } from '../../../../study/conduct/record/typed-moment.ts'
import { safetyZones } from './safety-zones.ts'
import type { ParticipantView } from '../parts/participant-view.ts'

/** A form of an event: its key, how many facts it saw, and what is wrong with what was typed. */
export interface SentEvent {
  readonly formKey: string
  readonly seen: number
  readonly problems: readonly EventProblem[]
  /** It came back with what was typed. */
  readonly isAgain: boolean
  /** Somebody recorded something in the meantime. */
  readonly isChanged?: boolean
}

/** A form that nobody filled in yet. */
export function freshForm({ app, of }: ParticipantView): SentEvent {
  const { facts } = of.participant
  return { formKey: app.people.newId(), seen: facts, problems: [], isAgain: false }
}

/** The key of a sent form and how many facts it saw. */
export function sentAsk(form: URLSearchParams): Pick<SentEvent, 'formKey' | 'seen'> {
  return { formKey: form.get('form') ?? '', seen: Number(form.get('seen') ?? Number.NaN) }
}

/** A new event: the site learns of it now. */
export function emptyEvent({ app, of }: ParticipantView): TypedEvent {
  return {
    what: '',
    onset: nothing,
    end: nothing,
    serious: '',
    criteria: [],
    grade: '',
    related: '',
    action: '',
    outcome: '',
    siteAware: clockAt(app.now(), safetyZones(of).site),
    words: '',
  }
}

const nothing: TypedMoment = { day: '', time: '', offset: '' }

/** An event as the form for its follow-up shows it. */
export function eventAsTyped({ of }: ParticipantView, { newest }: SafetyEvent): TypedEvent {
  const details: SafetyDetails = newest.details ?? {}
  const { site } = safetyZones(of)
  const moment = (text: string): TypedMoment => (text === '' ? nothing : typedOf(text, site))
  return {
    what: String(newest.value),
    onset: moment(newest.at),
    end: moment(detailText(details, 'end')),
    serious: judgedText(details['serious']),
    criteria: criteriaOf(details),
    grade: detailText(details, 'grade'),
    related: judgedText(details['related']),
    action: detailText(details, 'action'),
    outcome: detailText(details, 'outcome'),
    siteAware: moment(detailText(details, 'siteAware')),
    words: detailText(details, 'words'),
  }
}

/** What the sponsor said of an event, as the form shows it. */
export function judgementAsTyped(
  { of }: ParticipantView,
  { id, newest }: SafetyEvent,
): TypedJudgement {
  const details: SafetyDetails = newest.details ?? {}
  const aware = detailText(details, 'sponsorAware')
  return {
    event: id,
    expected: judgedText(details['expected']),
    reference: detailText(details, 'reference'),
    sponsorAware: aware === '' ? nothing : typedOf(aware, safetyZones(of).sponsor),
    reported: nothing,
    reason: '',
  }
}

/** An event as a form was sent. */
export function readEventForm(form: URLSearchParams): TypedEvent {
  return {
    what: textOf(form, 'what'),
    onset: momentFrom(form, 'onset'),
    end: momentFrom(form, 'end'),
    serious: textOf(form, 'serious'),
    criteria: form.getAll('criteria'),
    grade: textOf(form, 'grade'),
    related: textOf(form, 'related'),
    action: textOf(form, 'action'),
    outcome: textOf(form, 'outcome'),
    siteAware: momentFrom(form, 'siteAware'),
    words: textOf(form, 'words'),
  }
}

/** A follow-up as a form was sent. */
export function readFollowUp(form: URLSearchParams, event: string): TypedFollowUp {
  const [change, reason] = [textOf(form, 'change'), textOf(form, 'reason')]
  return { event, change, reason, typed: readEventForm(form) }
}

/** What the sponsor says, as a form was sent. */
export function readJudgement(form: URLSearchParams, event: string): TypedJudgement {
  return {
    event,
    expected: textOf(form, 'expected'),
    reference: textOf(form, 'reference'),
    sponsorAware: momentFrom(form, 'sponsorAware'),
    reported: momentFrom(form, 'reported'),
    reason: textOf(form, 'reason'),
  }
}

function momentFrom(form: URLSearchParams, name: string): TypedMoment {
  const part = (of: string) => textOf(form, `${name}-${of}`)
  return { day: part('day'), time: part('time'), offset: part('offset') }
}

function textOf(form: URLSearchParams, name: string): string {
  return (form.get(name) ?? '').replaceAll('\r\n', '\n')
}
