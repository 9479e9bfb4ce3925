import type { PlannedVisit } from '../document/schedule.ts'
import type { Scene } from '../expression/scene.ts'
import { weighTruth } from '../expression/weigh-truth.ts'
import { type FactReading, didHappen } from '../facts/reading.ts'
import type { ProtocolDeviation, VisitState } from '../state/answers.ts'
import { shownMoment } from '../state/moved.ts'
import { type ParticipantCase, itemWithRole } from '../state/participant-case.ts'
import { askFor, askSilent } from '../state/question-desk.ts'
import { dayAfter } from '../time/days.ts'
import { type Moment, compareMoments, isWholeDays, orderMoments } from '../time/moment.ts'
import { orderDeviations, visitDeviations } from './visit-deviations.ts'
import { type VisitTimes, placeVisit } from './visit-times.ts'

/** Where every visit stands, and what was not done as planned. */
export interface VisitsFound {
  readonly visits: readonly VisitState[]
  readonly deviations: readonly ProtocolDeviation[]
}

/** Looks at every visit of the schedule. After withdrawal nothing is due. */
export function visitsAt(participant: ParticipantCase, scene: Scene, ended?: Moment): VisitsFound {
  const visits: VisitState[] = []
  const deviations: ProtocolDeviation[] = []
  for (const visit of participant.book.protocol.visits)
    for (const one of occurrencesOf(visit, participant, scene, ended)) {
      visits.push(one)
      deviations.push(...visitDeviations(one), ...orderDeviations(visit, one, participant))
    }
  return { visits, deviations }
}

function occurrencesOf(
  visit: PlannedVisit,
  participant: ParticipantCase,
  scene: Scene,
  ended: Moment | undefined,
): readonly VisitState[] {
  const first = visitState(visit, 1, participant, scene, ended)
  const { repeat } = visit
  if (!repeat || first.due === undefined) return [first]
  const states = [first]
  // One beyond what has come: the next is shown, not all that may ever be.
  for (let at = 2; at <= (repeat.times ?? mostShown) && at <= mostShown; at++) {
    if (!isPast(states.at(-1)) || isOverBy(visit, at, participant, scene)) break
    states.push(visitState(visit, at, participant, scene, ended))
  }
  return states
}

const mostShown = 60

/** Whether a visit comes no more: what is met after an occurrence was due does not take that one away. */
function isOverBy(
  visit: PlannedVisit,
  occurrence: number,
  { settings, now }: ParticipantCase,
  scene: Scene,
): boolean {
  const until = visit.repeat?.until
  if (!until) return false
  const times = placeVisit(visit, occurrence, settings, scene)
  const due = times && !('missing' in times) ? times.due : now
  const decision = compareMoments(due, now) === -1 ? due : now
  return weighTruth(until, { ...scene, decision }).verdict === 'met'
}

function isPast(state: VisitState | undefined): boolean {
  return state !== undefined && !['waiting', 'upcoming', 'notNeeded'].includes(state.standing)
}

function visitState(
  visit: PlannedVisit,
  occurrence: number,
  participant: ParticipantCase,
  scene: Scene,
  ended: Moment | undefined,
): VisitState {
  const { id } = visit
  const base = { id, ...(visit.repeat && { occurrence }), open: [], facts: [] }
  if (visit.unscheduled === true) return unscheduled(base, participant)
  const times = placeVisit(visit, occurrence, participant.settings, scene)
  const wanted = visit.onlyIf && weighTruth(visit.onlyIf, sceneOf(times, participant, scene))
  if (wanted?.verdict === 'not met') return { ...base, standing: 'notNeeded' }
  if (!times) {
    if (visit.status === 'silent') askSilent(participant.desk, visit, { blocks: false })
    return { ...base, standing: 'notDefined' }
  }
  if ('missing' in times) return { ...base, standing: 'waiting' }
  const done = doneAt(visit, occurrence, times, participant)
  const { window, due, day } = times
  const placed = {
    ...base,
    due: shownMoment(due),
    ...(day !== undefined && { day }),
    ...(window && {
      opens: shownMoment(window.opens),
      closes: shownMoment(window.closes),
      windowBy: window.by,
    }),
    ...done,
  }
  if (done.doneAt !== undefined) {
    const standing = standingDone(done.moment, times)
    const isBegun = standing === 'done' && done.open.length > 0
    return isBegun && standingOpen(times, participant.now) === 'due'
      ? { ...placed, standing: 'begun' }
      : { ...placed, standing }
  }
  if (ended && compareMoments(due, ended) !== -1) return { ...placed, standing: 'notNeeded' }
  const standing = standingOpen(times, participant.now)
  if (wanted?.verdict === 'unknown' && standing !== 'upcoming') {
    askFor(participant.desk, wanted.missing, wanted.raised, { node: id, blocks: false })
    // Nobody knows whether it was to be held: it is not missed.
    if (standing !== 'due') return { ...placed, standing: 'waiting' }
  }
  if (standing === 'overdue' && !window) askWindow(visit, participant)
  return { ...placed, standing }
}

/** What a visit hangs on is read at its end, once that has come: what is said later does not change a visit of the past. */
function sceneOf(
  times: ReturnType<typeof placeVisit>,
  { now }: ParticipantCase,
  scene: Scene,
): Scene {
  if (!times || 'missing' in times) return scene
  const end = times.window?.closes ?? times.due
  return compareMoments(end, now) === -1 ? { ...scene, decision: end } : scene
}

function askWindow(visit: PlannedVisit, { desk }: ParticipantCase): void {
  desk.ask({ type: 'window', node: visit.id, facts: [], blocks: false })
}

function unscheduled(
  base: Pick<VisitState, 'id' | 'open' | 'facts'>,
  participant: ParticipantCase,
): VisitState {
  const labelled = readingsOf(participant, ({ fact }) => fact.visit === base.id)
  const last = inTime(labelled).at(-1)
  return {
    ...base,
    standing: 'unscheduled',
    ...(last && { doneAt: last.fact.at }),
    facts: labelled.map(({ fact }) => fact.id),
  }
}

interface DoneVisit {
  readonly open: readonly string[]
  readonly facts: readonly string[]
  readonly doneAt?: string
  readonly moment?: Moment
}

/** A visit is done by the earliest of what was recorded for it: named for it, or one of its items taken in its window or on its day. */
function doneAt(
  visit: PlannedVisit,
  occurrence: number,
  times: VisitTimes,
  participant: ParticipantCase,
): DoneVisit {
  const { id, items, repeat } = visit
  const name = repeat ? `${id}#${occurrence}` : id
  const held = itemWithRole(participant, 'visit')
  const ordered = (visit.order ?? []).flatMap(({ first, then }) => [first, then])
  const counted = new Set([...items, ...ordered, ...(held === undefined ? [] : [held])])
  const readings = [...counted]
    .flatMap((item) => nearReadings(participant.chart.of(item), times))
    .filter((reading) => isFor(reading, [name, ...(occurrence === 1 ? [id] : [])], times))
    .filter((reading) => reading.fact.item !== held || (didHappen(reading) && isNamed(reading)))
  const [first] = inTime(readings)
  const open = items.filter((item) => !readings.some(({ fact }) => fact.item === item))
  return {
    open,
    facts: readings.map(({ fact }) => fact.id),
    ...(first && { doneAt: first.fact.at, moment: first.moment }),
  }
}

/** The readings that may be for a visit: those named for one, and those of about its time; a day more covers every offset. */
function nearReadings(
  readings: readonly FactReading[],
  { window, due }: VisitTimes,
): readonly FactReading[] {
  const [opens, closes] = [window?.opens ?? due, window?.closes ?? due]
  const [from, until] = [dayAfter(opens.firstDay, -2), dayAfter(closes.lastDay, 2)]
  return readings.filter(
    (reading) =>
      (reading.moment.lastDay >= from && reading.moment.firstDay <= until) || isNamed(reading),
  )
}

function isNamed({ fact }: FactReading): boolean {
  return fact.visit !== undefined || fact.details?.['visit'] !== undefined
}

function inTime(readings: readonly FactReading[]): readonly FactReading[] {
  return readings.toSorted((one, other) => orderMoments(one.moment, other.moment))
}

function isFor(
  { fact, moment }: FactReading,
  names: readonly string[],
  { window, due }: VisitTimes,
): boolean {
  const named = fact.visit ?? fact.details?.['visit']
  if (typeof named === 'string') return names.includes(named)
  const [opens, closes] = [window?.opens ?? due, window?.closes ?? due]
  if (isWholeDays(due)) return moment.firstDay >= opens.firstDay && moment.lastDay <= closes.lastDay
  return compareMoments(moment, opens) !== -1 && compareMoments(moment, closes) !== 1
}

function standingDone(
  moment: Moment | undefined,
  { window, due }: VisitTimes,
): VisitState['standing'] {
  if (!moment || !window) return 'done'
  if (isBefore(moment, window.opens, due)) return 'early'
  return isBefore(window.closes, moment, due) ? 'late' : 'done'
}

function standingOpen({ window, due }: VisitTimes, now: Moment): VisitState['standing'] {
  if (window) {
    if (isBefore(now, window.opens, due)) return 'upcoming'
    return isBefore(window.closes, now, due) ? 'missed' : 'due'
  }
  if (isBefore(now, due, due)) return 'upcoming'
  return isBefore(due, now, due) ? 'overdue' : 'due'
}

function isBefore(one: Moment, other: Moment, like: Moment): boolean {
  return isWholeDays(like) ? one.lastDay < other.firstDay : compareMoments(one, other) === -1
}

function readingsOf(
  { book, chart }: ParticipantCase,
  keep: (reading: FactReading) => boolean,
): readonly FactReading[] {
  return book.protocol.items.flatMap(({ id }) => chart.of(id).filter(keep))
}

/** The span in which a reading counts for a visit: its window, or without one its day. */
export function spanOfVisit(
  id: string,
  participant: Pick<ParticipantCase, 'book' | 'settings'>,
  scene: Scene,
): { readonly opens: Moment; readonly closes: Moment } | undefined {
  const visit = participant.book.protocol.visits.find((one) => one.id === id)
  const times = visit && placeVisit(visit, 1, participant.settings, scene)
  if (!times || 'missing' in times) return undefined
  return { opens: times.window?.opens ?? times.due, closes: times.window?.closes ?? times.due }
}

/** What is missing is asked where a visit's items were not all recorded and its window is open. */
export function askForVisit(state: VisitState, { desk }: ParticipantCase): readonly string[] {
  if (state.standing !== 'due') return []
  const missing = state.open.map((item) => ({ item, why: 'not recorded' }) as const)
  return askFor(desk, missing, [], { node: state.id, blocks: false })
}
