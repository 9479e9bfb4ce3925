import type {
  DecisionReason,
  DoseDecision,
  OpenQuestion,
  VisitState,
} from '../../protocol/state/answers.ts'
import type { SafetyClock, SafetyState } from '../../protocol/state/safety-state.ts'
import type { ParticipantState } from '../../protocol/state/participant-state.ts'
import { type Moment, readMoment } from '../../protocol/time/moment.ts'
import { isTimeProblem } from '../../protocol/time/problems.ts'
import { type ConductCase, zoneOf } from '../model/case.ts'
import { ownConsent } from './own-consent.ts'

/** Of what a line of an outlook is. */
export type OutlookKind = 'stage' | 'dose' | 'visit' | 'reconsent' | 'safety' | 'question'

/** How far somebody has come in a study: a summary of what the engine says, for lists. */
export type ParticipantStage = 'screening' | 'treatment' | 'followUp' | 'ended'

/**
 * One thing that is said of a participant, as lists need it: what, how it stands, and when. No value that was measured, and
 * nothing that moves with the clock, is in it.
 */
export interface OutlookLine {
  readonly kind: OutlookKind
  /** The visit, regimen, event, version or part of the document that it is about; of a stage, the answer of the criteria. */
  readonly node: string
  /** As the engine says it: a `VisitState['standing']`, a `DoseDecision['kind']`, … */
  readonly standing: string
  /** ISO in UTC: the first instant of each, and for `closesAt` the last. Null where there is none. */
  readonly opensAt: string | null
  readonly dueAt: string | null
  readonly closesAt: string | null
  readonly details: OutlookDetails
}

/** What else a list says of it, as the engine wrote it. */
export interface OutlookDetails {
  readonly occurrence?: number
  readonly number?: number
  readonly day?: string
  readonly opens?: string
  readonly due?: string
  readonly closes?: string
  readonly doneAt?: string
  /**
   * Which clock of an event: its report, what is to follow it, the report if what is missing makes it due, or the word that the
   * site owes its sponsor.
   */
  readonly clock?: 'due' | 'followUpDue' | 'ifUnexpectedDue' | 'toSponsor'
  readonly expedited?: SafetyState['expedited']
  /** Why a dose is given, held or refused. */
  readonly because?: readonly DecisionReason[]
  /** Of a stage: the version, and how many doses were given. */
  readonly version?: string
  readonly doses?: number
  /** How many are open: of a stage all, of a line of questions those of its type. */
  readonly questions?: number
}

/** All that is said of a participant for lists: the same lines until `nextChange`. */
export function outlookOf(found: ConductCase): readonly OutlookLine[] {
  const { state, run } = found
  const zone = zoneOf(found)
  return [
    stageLine(state),
    ...reconsentLines(found),
    ...state.nextDoses.map((dose) => doseLine(dose, state.now, zone)),
    ...state.visits.map((visit) => visitLine(visit, zone)),
    ...state.safety.flatMap((event) => safetyLines(event, run.timeZone)),
    ...questionLines(state.questions.filter(({ blocks }) => blocks)),
  ]
}

/** How far somebody has come: what the engine says of doses, of the end of treatment and of visits, in one word. */
export function stageOf({ dosesGiven, stop, visits }: ParticipantState): ParticipantStage {
  if (dosesGiven.length === 0) return stop.because === 'withdrawn' ? 'ended' : 'screening'
  if (!stop.stopped) return 'treatment'
  return visits.some(({ standing }) => stillToCome.has(standing)) ? 'followUp' : 'ended'
}

const stillToCome: ReadonlySet<VisitState['standing']> = new Set([
  'upcoming',
  'due',
  'overdue',
  'begun',
])

function stageLine(state: ParticipantState): OutlookLine {
  return line('stage', state.eligibility.answer, stageOf(state), {
    version: state.version.version,
    doses: state.dosesGiven.length,
    questions: state.questions.length,
  })
}

/**
 * Consent that is due again by a version or a text; without a name, that of somebody who has come of age. Who has nothing to come
 * any more is not asked to sign again: nobody meets them for it.
 */
function reconsentLines(found: ConductCase): readonly OutlookLine[] {
  if (stageOf(found.state) === 'ended') return []
  const { version, reconsent } = found.state.version
  const own = ownConsent(found)
  return [
    ...(reconsent === 'not needed' ? [] : [line('reconsent', version, reconsent, {})]),
    ...(own === 'due' ? [line('reconsent', '', own, {})] : []),
  ]
}

function doseLine(
  { regimen, kind, number, day, dueAt, because }: DoseDecision,
  now: string,
  zone: string,
): OutlookLine {
  const due = readMoment(dueAt, zone)
  const clock = readMoment(now, zone)
  // What is due now moves with the clock: it has no time of its own.
  const isNow = !isTimeProblem(due) && !isTimeProblem(clock) && due.instant === clock.instant
  const times = isNow ? {} : { due: dueAt }
  const more = {
    number,
    ...(day !== undefined && { day }),
    because,
  }
  return line('dose', regimen, kind, { ...times, ...more }, zone)
}

function visitLine(visit: VisitState, zone: string): OutlookLine {
  const { id, standing, occurrence, day, due, opens, closes, doneAt } = visit
  const details = {
    ...(occurrence !== undefined && { occurrence }),
    ...(day !== undefined && { day }),
    ...(due !== undefined && { due }),
    ...(opens !== undefined && { opens }),
    ...(closes !== undefined && { closes }),
    ...(doneAt !== undefined && { doneAt }),
  }
  return line('visit', id, standing, details, zone)
}

/** Each clock that has a day and runs still; one that has none yet has a line that says so. */
function safetyLines(event: SafetyState, zone: string): readonly OutlookLine[] {
  const { event: id, clocks, toSponsor } = event
  const owed = toSponsor
    .filter(({ told }) => told === undefined)
    .map(({ due }) => line('safety', id, event.expedited, { clock: 'toSponsor', due }))
  return [...owed, ...clocks.flatMap((one) => clockLines(id, one, zone))]
}

function clockLines(id: string, one: SafetyClock, zone: string): readonly OutlookLine[] {
  const { days, isCertain, due, reported, followUpDue, followUpReported } = one
  const expedited = isCertain ? (days === 7 ? '7 days' : '15 days') : 'unknown'
  if (due === undefined) return [line('safety', id, expedited, { expedited })]
  const dated = (clock: 'due' | 'followUpDue' | 'ifUnexpectedDue', day: string): OutlookLine => {
    const said = line('safety', id, expedited, { clock, expedited, due: day }, zone)
    // The whole day is in time.
    const last = momentOf(day, zone)?.until ?? null
    return { ...said, dueAt: last, closesAt: last }
  }
  return [
    ...(reported === undefined ? [dated(isCertain ? 'due' : 'ifUnexpectedDue', due)] : []),
    ...(isCertain && followUpDue !== undefined && followUpReported === undefined
      ? [dated('followUpDue', followUpDue)]
      : []),
  ]
}

/** How many questions of each type something waits for: there may be dozens, and a page of the participant says each. */
function questionLines(questions: readonly OpenQuestion[]): readonly OutlookLine[] {
  return [...Map.groupBy(questions, ({ type }) => type)].map(([type, some]) =>
    line('question', '', type, { questions: some.length }),
  )
}

function line(
  kind: OutlookKind,
  node: string,
  standing: string,
  details: OutlookDetails,
  zone?: string,
): OutlookLine {
  return {
    kind,
    node,
    standing,
    opensAt: momentOf(details.opens, zone)?.from ?? null,
    dueAt: momentOf(details.due, zone)?.from ?? null,
    closesAt: momentOf(details.closes ?? details.due, zone)?.until ?? null,
    details,
  }
}

function momentOf(text: string | undefined, zone: string | undefined): Moment | undefined {
  const moment = text === undefined ? undefined : readMoment(text, zone)
  return moment && !isTimeProblem(moment) ? moment : undefined
}
