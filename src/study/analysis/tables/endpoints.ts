import type { ProtocolEndpoint } from '../../protocol/document/endpoints.ts'
import type { Wording } from '../../protocol/document/node.ts'
import type { Protocol } from '../../protocol/document/protocol.ts'
import type { ReportGroup } from '../participants/groups.ts'
import type { AnalysisPlan } from '../plan/plan.ts'
import { both, joined } from '../report/both.ts'
import { absentCell, type Behind, type BehindRow, type ReportCell } from '../report/cells.ts'
import { countCell, shareCell } from '../report/counted.ts'
import type { ReportColumn, ReportRow, ReportTable } from '../report/report.ts'
import { ruleOf } from '../report/study-frame.ts'
import { countEndpoint, type EndpointCounts, intervalOf } from './endpoint-counts.ts'
import { publishedCells, publishedFor } from './published.ts'

/** The endpoints of one level, in each of their sets, with exact limits and what the source printed beside. */
export function endpointsTable(
  protocol: Protocol,
  level: ProtocolEndpoint['level'],
  groups: readonly ReportGroup[],
  plan: Pick<AnalysisPlan, 'sets'>,
): ReportTable | undefined {
  const endpoints = protocol.endpoints.filter((one) => one.level === level)
  if (endpoints.length === 0) return undefined
  return {
    id: `endpoints-${level}`,
    title: both((words) => words.endpoints.titles[level]),
    kind: 'summary',
    labelTitle: both((words) => words.endpoints.endpoint),
    columns: columnIds.map(columnOf),
    rows: endpoints.flatMap((endpoint) => [
      { id: endpoint.id, label: endpoint.title, depth: 0 as const, heading: true, cells: [] },
      ...setsOf(protocol, endpoint).flatMap((set) => setRows(protocol, endpoint, set, groups)),
    ]),
    footnotes: [
      both((words) => words.endpoints.footnote),
      ...plannedSetNotes(protocol, plan),
      ...endpoints.flatMap((endpoint) => endpointNotes(endpoint)),
    ],
  }
}

const columnIds = [
  'success',
  'interval',
  'failure',
  'missing',
  'pending',
  'excluded',
  'published',
  'publishedInterval',
  'agreement',
] as const

function columnOf(id: (typeof columnIds)[number]): ReportColumn {
  return { id, title: both((words) => words.endpoints.columns[id]) }
}

interface SetOfEndpoint {
  /** Undefined for an endpoint that names no set: everybody is counted. */
  readonly id: string | undefined
  readonly title: Wording
}

function setsOf({ sets }: Protocol, endpoint: ProtocolEndpoint): readonly SetOfEndpoint[] {
  if (endpoint.sets.length === 0)
    return [{ id: undefined, title: both((words) => words.everybody) }]
  return endpoint.sets.map((id) => ({
    id,
    title: sets.find((one) => one.id === id)?.title ?? { en: id },
  }))
}

function setRows(
  protocol: Protocol,
  endpoint: ProtocolEndpoint,
  set: SetOfEndpoint,
  groups: readonly ReportGroup[],
): readonly ReportRow[] {
  return groups.flatMap((group): readonly ReportRow[] => {
    const isWhole = group.id === 'all'
    const id = [endpoint.id, set.id ?? 'everybody', ...(isWhole ? [] : [group.id])].join('-')
    const label = isWhole
      ? set.title
      : joined((_, tell) => `${tell(set.title)}, ${tell(group.title)}`)
    const published = isWhole ? publishedFor(endpoint, set.id) : undefined
    const members = membersOf(group, set.id)
    const counts = countEndpoint(endpoint, members ?? [])
    if (!members || !counts.isDefined) {
      const own = Array.from({ length: 6 }, () => absentCell('not defined'))
      const cells = [...own, ...publishedCells(published, { n: 0, of: 0 })]
      return [{ id, label, depth: 1, cells }]
    }
    const counting = { set: label, rule: ruleOf(protocol, endpoint) }
    const known = counts.success.length + counts.failure.length
    const interval = intervalOf(endpoint, counts.success.length, known)
    const cells = [
      ...ownCells(endpoint, counts, counting),
      ...publishedCells(published, { n: counts.success.length, of: known, interval }),
    ]
    return [{ id, label, depth: 1, cells }, ...boundRows(id, endpoint, counts, counting)]
  })
}

/** Undefined where the version does not say who is in the set. */
function membersOf(
  { members }: ReportGroup,
  set: string | undefined,
): ReportGroup['members'] | undefined {
  if (set === undefined) return members
  const standing = (one: ReportGroup['members'][number]) =>
    one.sets.find(({ id }) => id === set)?.member
  const isDefined = members.length === 0 || members.some((one) => standing(one) !== 'notDefined')
  return isDefined ? members.filter((one) => standing(one) === 'yes') : undefined
}

type Rule = Pick<Behind, 'set' | 'rule'>

function ownCells(
  endpoint: ProtocolEndpoint,
  counts: EndpointCounts,
  counting: Rule,
): readonly ReportCell[] {
  const { success, failure, missing, pending, excluded } = counts
  const known = [...success, ...failure]
  return [
    shareCell(success, known.length, counting),
    intervalCell(endpoint, success, known, counting),
    countCell(failure, counting),
    countCell(missing, counting),
    countCell(pending, counting),
    countCell(excluded, counting),
  ]
}

/** Where values are missing: what the share would be if all of them were failures, and if all were successes. */
function boundRows(
  id: string,
  endpoint: ProtocolEndpoint,
  { success, failure, missing }: EndpointCounts,
  counting: Rule,
): readonly ReportRow[] {
  if (missing.length === 0) return []
  const all = [...success, ...failure, ...missing]
  return (['asFailure', 'asSuccess'] as const).map((bound) => {
    const met = bound === 'asFailure' ? success : [...success, ...missing]
    const none = Array.from({ length: columnIds.length - 2 }, () => absentCell('nothing'))
    const cells = [
      shareCell(met, all.length, counting),
      intervalCell(endpoint, met, all, counting),
      ...none,
    ]
    return {
      id: `${id}-${bound}`,
      label: both((words) => words.endpoints.bounds[bound]),
      depth: 2 as const,
      cells,
    }
  })
}

/** The exact limits of the share of successes among those known; nothing where the endpoint names no interval. */
export function intervalCell(
  endpoint: ProtocolEndpoint,
  success: readonly BehindRow[],
  known: readonly BehindRow[],
  counting: Rule,
): ReportCell {
  const interval = intervalOf(endpoint, success.length, known.length)
  if (!interval) return absentCell('nothing')
  const { lower, upper, method } = interval
  const confidence = endpoint.analysis?.confidence ?? '0.95'
  return {
    value: { is: 'interval', lower, upper, confidence },
    behind: { ...counting, method, denominator: known.length, rows: known },
  }
}

/** Sets that the version names without saying who is in them, and the plan does. */
export function plannedSetNotes(
  { sets }: Protocol,
  { sets: planned }: Pick<AnalysisPlan, 'sets'>,
): readonly Wording[] {
  return planned.flatMap(({ set, status, reason }) => {
    const found = sets.find((one) => one.id === set && !one.member)
    return found
      ? joined((words, tell) =>
          words.endpoints.note(
            tell(found.title),
            words.planned(words.statuses[status], tell(reason)),
          ),
        )
      : []
  })
}

/** The source's own words, what was inferred, and by which rule missing values count. */
function endpointNotes(endpoint: ProtocolEndpoint): readonly Wording[] {
  const {
    title,
    words: quoted = [],
    status,
    reason,
    question,
    ifMissing,
    published = [],
  } = endpoint
  const quotes = quoted.map(({ text, place }) =>
    joined((words, tell) => words.endpoints.quote(tell(title), text, place)),
  )
  const why = [
    ...(status === 'inferred' && reason ? [reason] : []),
    ...(status === 'silent' && question ? [question] : []),
    ...published.flatMap(({ inferred }) => inferred ?? []),
  ].map((wording) => joined((words, tell) => words.endpoints.note(tell(title), tell(wording))))
  const rule = joined((words, tell) =>
    words.endpoints.note(tell(title), words.endpoints.ifMissing[ifMissing ?? 'silent']),
  )
  return [...quotes, ...why, rule]
}
