import type { Protocol } from '../../protocol/document/protocol.ts'
import { type ReportGroup, groupsOf, narrowed } from '../participants/groups.ts'
import type { AnalysedParticipant } from '../participants/participant.ts'
import type { AnalysisPlan } from '../plan/plan.ts'
import { both } from '../report/both.ts'
import type { ReportFigure, ReportPart, ReportSection, ReportTable } from '../report/report.ts'
import { adverseEventsTable, worstGradeTable } from './adverse-events.ts'
import { baselineLines } from './baseline-lines.ts'
import { baselineTable } from './baseline.ts'
import { readingsListing, readingsTable, twoReadings } from './beside.ts'
import { deviationsTable } from './deviations.ts'
import { endpointsTable } from './endpoints.ts'
import { exposureTable } from './exposure.ts'
import { flowTable } from './flow.ts'
import { listings } from './listings.ts'
import { pairFigure, pairListing } from './pairs.ts'
import { setAsideTable } from './set-aside.ts'
import { timeFigure, timeStepsTable } from './times.ts'
import { visitsTable } from './visits.ts'

/** What the sections of a report are made from. */
export interface SectionsFrom {
  readonly protocol: Protocol
  readonly plan: AnalysisPlan
  readonly people: readonly AnalysedParticipant[]
  readonly beside?: Protocol
}

/** Every section of a report, in the order in which a reader needs them. */
export function sectionsOf(from: SectionsFrom): readonly ReportSection[] {
  const { protocol, people } = from
  const groups = groupsOf(protocol, people)
  const treated =
    protocol.regimens.length === 0
      ? groups
      : narrowed(groups, ({ doses }) => doses.length > 0).map(asTreated)
  return [
    ...countedSections(from, groups, treated),
    ...judgedSections(from, groups, treated),
  ].flatMap(([id, parts]) => {
    const kept = parts.filter((part) => part !== undefined)
    return kept.length === 0
      ? []
      : [{ id, title: both((words) => words.sections[id]), parts: kept }]
  })
}

type SectionParts = readonly [SectionId, readonly (ReportPart | undefined)[]]

function countedSections(
  { protocol, plan, people }: SectionsFrom,
  groups: readonly ReportGroup[],
  treated: readonly ReportGroup[],
): readonly SectionParts[] {
  return [
    ['flow', [table(flowTable(protocol, groups, plan))]],
    ['baseline', [table(baselineTable(groups, baselineLines(protocol, plan, people)))]],
    [
      'exposure',
      [protocol.regimens.length > 0 ? table(exposureTable(protocol, treated)) : undefined],
    ],
    [
      'conduct',
      [
        table(visitsTable(protocol, people)),
        table(deviationsTable(protocol, groups)),
        table(setAsideTable(people)),
      ],
    ],
  ]
}

function judgedSections(
  from: SectionsFrom,
  groups: readonly ReportGroup[],
  treated: readonly ReportGroup[],
): readonly SectionParts[] {
  const { protocol, plan, people } = from
  return [
    [
      'endpoints',
      (['primary', 'secondary', 'exploratory'] as const).map((level) =>
        table(endpointsTable(protocol, level, groups, plan)),
      ),
    ],
    ['beside', besideParts(from)],
    [
      'times',
      plan.times.flatMap((one) => [figure(timeFigure(one, treated)), ...steps(one, treated)]),
    ],
    [
      'pairs',
      plan.pairs.flatMap((one) =>
        hasEndpoint(protocol, one.endpoint)
          ? [figure(pairFigure(protocol, one, people)), table(pairListing(one, people))]
          : [],
      ),
    ],
    ['events', eventParts(from, treated)],
    ['listings', listings(protocol, people).map(table)],
  ]
}

type SectionId =
  | 'flow'
  | 'baseline'
  | 'exposure'
  | 'conduct'
  | 'endpoints'
  | 'beside'
  | 'times'
  | 'pairs'
  | 'events'
  | 'listings'

function asTreated(group: ReportGroup): ReportGroup {
  return group.id === 'all' ? { ...group, title: both((words) => words.treated) } : group
}

function hasEndpoint({ endpoints }: Protocol, endpoint: string): boolean {
  return endpoints.some(({ id }) => id === endpoint)
}

function steps(
  planned: AnalysisPlan['times'][number],
  groups: readonly ReportGroup[],
): readonly ReportPart[] {
  return groups.flatMap((group) => table(timeStepsTable(planned, group)) ?? [])
}

function besideParts({ protocol, beside, people }: SectionsFrom): readonly ReportPart[] {
  if (!beside) return []
  return twoReadings(protocol, beside).flatMap((pair) => [
    { type: 'table' as const, table: readingsTable(pair, people) },
    { type: 'table' as const, table: readingsListing(pair, people) },
  ])
}

function eventParts(
  { protocol, plan }: SectionsFrom,
  treated: readonly ReportGroup[],
): readonly (ReportPart | undefined)[] {
  if (!protocol.items.some(({ role }) => role === 'adverse event')) return []
  return [
    table(adverseEventsTable(treated, plan.published)),
    ...treated.map((group) => table(worstGradeTable(protocol, group))),
  ]
}

function table(made: ReportTable | undefined): ReportPart | undefined {
  return made && { type: 'table', table: made }
}

function figure(made: ReportFigure): ReportPart {
  return { type: 'figure', figure: made }
}
