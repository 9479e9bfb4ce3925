import type { PlannedVisit } from '../../protocol/document/schedule.ts'
import type { Protocol } from '../../protocol/document/protocol.ts'
import type { VisitState } from '../../protocol/state/answers.ts'
import type { AnalysedParticipant } from '../participants/participant.ts'
import { both, joined } from '../report/both.ts'
import { absentCell, type ReportCell } from '../report/cells.ts'
import { countCell } from '../report/counted.ts'
import type { ReportRow, ReportTable } from '../report/report.ts'
import { behindRow, ruleOf } from '../report/study-frame.ts'

/** The columns, and what of a visit's standing each of them counts. */
const standings = {
  done: ['done', 'unscheduled'],
  early: ['early'],
  late: ['late'],
  missed: ['missed'],
  waiting: ['waiting', 'upcoming', 'due', 'overdue', 'begun'],
  notNeeded: ['notNeeded'],
} as const satisfies Readonly<Record<string, readonly VisitState['standing'][]>>

type Column = keyof typeof standings

/** How each planned visit was kept: in its window, early, late, missed. A visit that the version does not place says so. */
export function visitsTable(
  protocol: Protocol,
  participants: readonly AnalysedParticipant[],
): ReportTable {
  const columns: readonly Column[] = ['done', 'early', 'late', 'missed', 'waiting', 'notNeeded']
  return {
    id: 'visits',
    title: both((words) => words.visits.title),
    kind: 'summary',
    labelTitle: both((words) => words.visits.visit),
    columns: columns.map((id) => ({ id, title: both((words) => words.visits[id]) })),
    rows: protocol.visits.flatMap((visit) =>
      occurrencesOf(visit, participants).map((at) =>
        visitRow(protocol, visit, at, columns, participants),
      ),
    ),
    footnotes: [both((words) => words.visits.footnote)],
  }
}

/** One, or each of a visit that repeats, as far as anybody came. */
function occurrencesOf(
  { id, repeat }: PlannedVisit,
  participants: readonly AnalysedParticipant[],
): readonly (number | undefined)[] {
  if (!repeat) return [undefined]
  const found = participants.flatMap(({ visits }) =>
    visits.flatMap((one) =>
      one.id === id && one.occurrence !== undefined ? [one.occurrence] : [],
    ),
  )
  return found.length === 0 ? [undefined] : [...new Set(found)].toSorted((a, b) => a - b)
}

function visitRow(
  protocol: Protocol,
  visit: PlannedVisit,
  occurrence: number | undefined,
  columns: readonly Column[],
  participants: readonly AnalysedParticipant[],
): ReportRow {
  const states = participants.flatMap((one) =>
    one.visits
      .filter((state) => state.id === visit.id && state.occurrence === occurrence)
      .map((state) => ({ id: one.id, state })),
  )
  const isPlaced = states.some(({ state }) => state.standing !== 'notDefined')
  const cellOf = (column: Column): ReportCell => {
    if (!isPlaced && visit.unscheduled !== true) return absentCell('not defined')
    const counted: readonly string[] = standings[column]
    const rows = states
      .filter(({ state }) => counted.includes(state.standing))
      .map(({ id, state }) => behindRow(id, state.facts))
    return countCell(rows, { rule: ruleOf(protocol, visit) })
  }
  const label =
    occurrence === undefined
      ? visit.title
      : joined((_, told) => `${told(visit.title)} (${occurrence})`)
  const id = occurrence === undefined ? visit.id : `${visit.id}-${occurrence}`
  return { id, label, depth: 0, cells: columns.map(cellOf) }
}
