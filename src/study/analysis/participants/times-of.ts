import { weighTruth } from '../../protocol/expression/weigh-truth.ts'
import type { Scene } from '../../protocol/expression/scene.ts'
import type { FactReading } from '../../protocol/facts/reading.ts'
import { type Moment, compareMoments, readMoment } from '../../protocol/time/moment.ts'
import { hoursBetween } from '../../protocol/time/duration.ts'
import { isTimeProblem } from '../../protocol/time/problems.ts'
import type { AnalysisPlan, PlannedTime } from '../plan/plan.ts'
import type { TimeToEvent } from './participant.ts'

/**
 * The planned times of one participant, from the first dose. The event is at the first reading that surely shows it; who
 * has none leaves at the last reading that could be judged. Nobody is watched without a first dose or a reading.
 */
export function timesOf(
  plan: Pick<AnalysisPlan, 'times'>,
  scene: Scene,
  firstDose: string | undefined,
): ReadonlyMap<string, TimeToEvent> {
  const times = new Map<string, TimeToEvent>()
  const start = firstDose === undefined ? undefined : readMoment(firstDose, scene.zone)
  if (!start || isTimeProblem(start) || start.instant === undefined) return times
  for (const planned of plan.times) {
    const time = timeOf(planned, scene, start)
    if (time) times.set(planned.id, time)
  }
  return times
}

function timeOf(planned: PlannedTime, scene: Scene, start: Moment): TimeToEvent | undefined {
  let last: FactReading | undefined
  for (const reading of scene.chart.of(planned.of.item)) {
    if (!isMeant(reading, planned) || compareMoments(reading.moment, start) !== 1) continue
    const { verdict } = weighTruth(planned.event, { ...scene, reading })
    if (verdict === 'met') return watched(reading, true, planned, start)
    if (verdict === 'not met') last = reading
  }
  return last && watched(last, false, planned, start)
}

function isMeant({ fact, moment, rivals }: FactReading, { of }: PlannedTime): boolean {
  const { site, method, details = {} } = of
  if (moment.instant === undefined || rivals.length > 0) return false
  if (site && !site.includes(fact.site ?? '')) return false
  if (method && !method.includes(fact.method ?? '')) return false
  return Object.entries(details).every(([name, value]) => fact.details?.[name] === value)
}

function watched(
  { fact, moment }: FactReading,
  event: boolean,
  { unit }: PlannedTime,
  start: Moment,
): TimeToEvent {
  const { least } = hoursBetween(start, moment)
  return { time: unit === 'h' ? least : least / 24, event, facts: [fact.id] }
}
