import type { Protocol } from '../protocol/document/protocol.ts'
import type { Fact } from '../protocol/facts/fact.ts'
import { type StateOptions, state } from '../protocol/state.ts'
import { readMoment } from '../protocol/time/moment.ts'
import { isTimeProblem } from '../protocol/time/problems.ts'
import type { StudyVersion } from '../protocol/versions.ts'
import { lastMoment } from './participants/cutoff.ts'
import { gather, gatherFrame } from './participants/gather.ts'
import type { AnalysedParticipant } from './participants/participant.ts'
import { defaultPlan } from './plan/default-plan.ts'
import type { DecidedSets } from './plan/decided-sets.ts'
import type { AnalysisPlan } from './plan/plan.ts'
import { both, joined } from './report/both.ts'
import type { ReportVersion, StudyReport } from './report/report.ts'
import { sectionsOf } from './tables/sections.ts'

/** What a report is made from. */
export interface ReportFrom {
  /** The version that is named: every participant is judged by it, whatever they were enrolled under. */
  readonly version: ReportedVersion
  /** Another version, to stand beside it. */
  readonly beside?: ReportedVersion
  readonly plan?: AnalysisPlan
  /** Who is in which set as people decided it, whatever the version says. */
  readonly decided?: DecidedSets
  readonly participants: ReadonlyMap<string, readonly Fact[]>
  /** Facts up to this moment; without it, up to the last that the facts name. */
  readonly at?: string
  /** Of the bytes of the file. */
  readonly sha256?: string
}

/** A version, and the hash of its document. */
export interface ReportedVersion extends StudyVersion {
  readonly sha256?: string
}

/**
 * The report of a study: facts of many participants and one named version in, plain data out. Same input, same report.
 * Throws RangeError when there is no participant, or `at` is no moment.
 */
export function reportOf(from: ReportFrom): StudyReport {
  const { version, beside, participants } = from
  const { protocol } = version
  const plan = from.plan ?? defaultPlan(protocol)
  const at = from.at ?? lastMoment(participants)
  const now = at === undefined ? undefined : readMoment(at)
  if (at === undefined || !now || isTimeProblem(now))
    throw new RangeError(`at is ${String(at)}: give a moment, as 2017-03-09T10:00+01:00`)
  const frame = gatherFrame(protocol, plan, now)
  const people = [...participants.keys()].toSorted().map((id): AnalysedParticipant => {
    const facts = participants.get(id) ?? []
    const judged = state([version], facts, at, siteOf(facts))
    const other = beside && state([beside], facts, at, siteOf(facts)).endpoints
    const decided = from.decided?.sets[id]
    return gather(
      { id, facts, state: judged, ...(other && { beside: other }), ...(decided && { decided }) },
      frame,
    )
  })
  const invented = inventedIn(participants)
  return {
    format: 1,
    study: protocol.study,
    title: joined((words) => words.title(protocol.study)),
    version: shownVersion(version),
    ...(beside && { beside: shownVersion(beside) }),
    cutoff: { at, by: from.at === undefined ? 'last fact' : 'given' },
    facts: {
      participants: people.length,
      facts: [...participants.values()].reduce((sum, facts) => sum + facts.length, 0),
      ...(from.sha256 !== undefined && { sha256: from.sha256 }),
    },
    ...(invented > 0 && { mark: both((words) => words.inventedMark) }),
    notes: [
      ...(invented > 0
        ? [
            both((words) => words.inventedSome(invented, people.length)),
            both((words) => words.inventedWhy),
          ]
        : []),
      joined((words, told) => words.planBy(told(plan.title), plan.by)),
      ...(from.decided ? [both((words) => words.setsDecided)] : []),
    ],
    sections: sectionsOf({ protocol, plan, people, ...(beside && { beside: beside.protocol }) }),
  }
}

/** Where a participant is seen, as the first fact that says so has it. */
function siteOf(facts: readonly Fact[]): StateOptions {
  const site = facts.find(({ studySite }) => studySite !== undefined)?.studySite
  return site === undefined ? {} : { site }
}

/** A participant is invented as soon as one of their facts says so. */
function inventedIn(participants: ReadonlyMap<string, readonly Fact[]>): number {
  return [...participants.values()].filter((facts) =>
    facts.some(({ details }) => details?.['invented'] === true),
  ).length
}

function shownVersion({ protocol, sha256 }: ReportedVersion): ReportVersion {
  const { version, title, date }: Protocol = protocol
  return {
    version,
    title,
    ...(date !== undefined && { date }),
    ...(sha256 !== undefined && { sha256 }),
  }
}
