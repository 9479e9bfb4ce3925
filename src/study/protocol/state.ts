import { allDoses } from './dosing/all-doses.ts'
import { firstDoseGiven } from './dosing/first-dose.ts'
import { eligibilityAt } from './eligibility/eligibility.ts'
import { type Scene, bookOf } from './expression/scene.ts'
import { type Chart, readCharts } from './facts/chart.ts'
import type { Fact } from './facts/fact.ts'
import { didHappen } from './facts/reading.ts'
import { endpointsAt, setsAt } from './outcome/endpoints.ts'
import { safetyAt } from './outcome/safety.ts'
import { spanOfVisit, visitsAt } from './schedule/visits.ts'
import type { EligibilityMode } from './state/answers.ts'
import { askAboutFacts, noteDocument } from './state/fact-questions.ts'
import { type ParticipantCase, itemWithRole, withdrawnAt } from './state/participant-case.ts'
import type { ParticipantState } from './state/participant-state.ts'
import { shownMoment } from './state/moved.ts'
import { openDesk } from './state/question-desk.ts'
import { type Moment, readMoment } from './time/moment.ts'
import { isTimeProblem } from './time/problems.ts'
import {
  type ChosenVersion,
  type EarlierVersion,
  type StudyVersion,
  chooseVersion,
  versionInForce,
} from './versions.ts'
import { type TimeUnderVersion, joinedAt, wasTreatedBefore } from './earlier-times.ts'

/** How a state is asked for. */
export interface StateOptions {
  /** `enrolment`, unless a seeker checks by themselves. */
  readonly mode?: EligibilityMode
  /** Where the participant is seen: which versions are in force since when. */
  readonly site?: string
  /** The sponsor's clocks, by which the days of safety are counted; those of the site where nothing is said. */
  readonly sponsorZone?: string
}

/**
 * What the version of a protocol that a participant is on says of them at a moment: criteria, visits, doses,
 * endpoints, safety clocks, deviations and questions. Pure: the same facts give the same answer in whatever order
 * they come. No fact makes it throw; throws RangeError when `now` is no instant or there is no version.
 */
export function state(
  versions: readonly StudyVersion[],
  facts: readonly Fact[],
  now: string,
  { mode = 'enrolment', site, sponsorZone }: StateOptions = {},
): ParticipantState {
  const clock = instantOf(now)
  const chosen = chooseVersion(versions, facts, clock, site)
  const open = (one: Pick<ChosenVersion, 'version' | 'zone'>) =>
    openCase(one.version, facts, now, mode, one.zone)
  const then = timesBefore(chosen.before, open)
  const last = chosen.before.at(-1)
  const isTreated = then && last && wasTreatedBefore(last.until, then)
  const participant = {
    ...open(chosen),
    ...(isTreated && { criteriaThen: then.eligibility }),
  }
  const { doses, increased, scene, withdrawn, time } = workedOut(participant)
  const all = then && last ? joinedAt(last.until, then, time) : time
  const { desk, chart } = participant
  const untreated = withdrawnAt(participant, chart, 'treatment')
  askAboutFacts(increased)
  noteDocument(increased)
  return {
    now,
    version: versionFor(chosen, participant, site),
    withdrawn: {
      ...(untreated && { treatment: shownMoment(untreated) }),
      ...(withdrawn && { visits: shownMoment(withdrawn) }),
    },
    eligibility: all.eligibility,
    visits: all.visits,
    nextDoses: doses.nextDoses,
    dosesGiven: all.dosesGiven,
    stop: doses.stop,
    endpoints: endpointsAt(increased, scene, withdrawn),
    sets: setsAt(increased, scene),
    safety: safetyAt({ ...participant, ...(sponsorZone !== undefined && { sponsorZone }) }),
    deviations: all.deviations,
    questions: desk.questions(),
    notes: desk.notes(),
    setAside: chart.setAside,
  }
}

/** What one version says of doses, criteria and visits, by all facts. */
function workedOut(participant: ParticipantCase) {
  const { desk, chart } = participant
  const withdrawn = withdrawnAt(participant, chart, 'visits')
  const doses = allDoses(participant)
  const increased = withIncreases(participant, doses.increases)
  const scene = increased.plannedAt(increased.now)
  const eligibility = eligibilityAt(firstDecision(increased), participant.mode, desk)
  const { visits, deviations } = visitsAt(increased, scene, withdrawn)
  const time: TimeUnderVersion = {
    dosesGiven: doses.dosesGiven,
    visits,
    deviations: [...doses.deviations, ...deviations],
    eligibility,
  }
  return { doses, increased, scene, withdrawn, time }
}

/** What the earlier versions say of their own times, as one. */
function timesBefore(
  before: readonly EarlierVersion[],
  open: (one: EarlierVersion) => ParticipantCase,
): TimeUnderVersion | undefined {
  const times = before.map((one) => workedOut(open(one)).time)
  return times.reduce<TimeUnderVersion | undefined>((past, time, place) => {
    const until = before[place - 1]?.until
    return past && until !== undefined ? joinedAt(until, past, time) : time
  }, undefined)
}

function instantOf(now: string): Moment {
  const moment = readMoment(now)
  if (isTimeProblem(moment) || moment.instant === undefined)
    throw new RangeError(
      `“${now}” is no instant: write it with its offset, as 2017-03-09T09:00+01:00.`,
    )
  return moment
}

function openCase(
  { protocol, settings = [] }: StudyVersion,
  facts: readonly Fact[],
  now: string,
  mode: EligibilityMode,
  zone: string | undefined,
): ParticipantCase {
  const book = bookOf(protocol)
  const seen = readMoment(now, zone)
  const clock = isTimeProblem(seen) ? instantOf(now) : seen
  const view = { items: book.items, now: clock, ...(zone !== undefined && { zone }) }
  const { chart, chartAt, chartBefore } = readCharts(facts, view)
  const base = {
    book,
    // One list for each answer: what is worked out by it is kept beside it.
    settings: [...settings],
    mode,
    now: clock,
    ...(zone !== undefined && { zone }),
    chart,
    desk: openDesk(),
  }
  return {
    ...base,
    chartAt,
    chartBefore,
    ...scenesOf(base, new Map()),
  }
}

type Scenes = Pick<ParticipantCase, 'sceneAt' | 'plannedAt'>

function scenesOf(
  participant: Omit<ParticipantCase, 'chartAt' | 'chartBefore' | keyof Scenes>,
  increases: ReadonlyMap<string, Moment>,
): Scenes {
  const { book, now, zone } = participant
  const sceneOf = (decision: Moment, isPlanned: boolean, chart: Chart = participant.chart) => {
    const scene: Scene = {
      book,
      chart,
      now,
      decision,
      isPlanned,
      ...(zone !== undefined && { zone }),
      increaseOf: (item) => increases.get(item),
      spanOf: (visit) => spanOfVisit(visit, participant, scene),
    }
    return scene
  }
  return {
    sceneAt: (decision, chart) => sceneOf(decision, false, chart),
    plannedAt: (decision) => sceneOf(decision, true),
  }
}

function withIncreases(
  participant: ParticipantCase,
  increases: ReadonlyMap<string, Moment>,
): ParticipantCase {
  return { ...participant, ...scenesOf(participant, increases) }
}

/** The criteria are for the first dose: the day it was given, or now while it is planned. */
function firstDecision(participant: ParticipantCase): Scene {
  const { now, sceneAt, plannedAt } = participant
  const planned = plannedAt(now)
  const first = firstDoseGiven(planned)
  return first ? sceneAt(first) : planned
}

function versionFor(
  chosen: ReturnType<typeof chooseVersion>,
  participant: ParticipantCase,
  site: string | undefined,
) {
  const { chart, desk } = participant
  const of = (role: 'consent' | 'version effective') => {
    const item = itemWithRole(participant, role)
    return item === undefined ? [] : chart.of(item).filter(didHappen)
  }
  const announced = of('version effective').map(({ fact, moment }) => ({
    name: String(fact.value),
    at: moment,
    fact: fact.id,
    ...(fact.details?.['reconsent'] === true && { reconsent: true }),
    ...(fact.details?.['of'] === 'consent text' && ({ isConsentText: true } as const)),
  }))
  const consents = of('consent').map(({ moment }) => moment)
  return versionInForce(chosen, announced, consents, { desk, ...(site !== undefined && { site }) })
}
