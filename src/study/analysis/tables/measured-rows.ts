import type { Wording } from '../../protocol/document/node.ts'
import { type ReportGroup } from '../participants/groups.ts'
import type { AnalysedParticipant } from '../participants/participant.ts'
import { both } from '../report/both.ts'
import { absentCell } from '../report/cells.ts'
import type { Counting } from '../report/counted.ts'
import type { ReportRow } from '../report/report.ts'
import { type MeasuredNumber, spreadCells, spreadRows } from '../report/spread.ts'

/** What is measured of each participant, and how it is shown. */
export interface MeasuredRows {
  readonly id: string
  readonly label: Wording
  readonly digits: number
  readonly of: (one: AnalysedParticipant) => MeasuredNumber | undefined
  readonly counting?: Counting
}

/** A heading and four rows: how many were measured, mean, median, range; a cell for each group. */
export function measuredRows(
  { id, label, digits, of, counting }: MeasuredRows,
  groups: readonly ReportGroup[],
): readonly ReportRow[] {
  const cells = groups.map(({ title, members }) => {
    const measured = members.flatMap((one) => of(one) ?? [])
    return spreadCells(measured, digits, { set: title, ...counting })
  })
  const heading: ReportRow = { id, label, depth: 0, heading: true, cells: [] }
  const rows = spreadRows.map((name, at): ReportRow => ({
    id: `${id}-${name}`,
    label: both((words) => words.spread[name]),
    depth: 1,
    cells: cells.map((all) => all[at] ?? absentCell('nothing')),
  }))
  return [heading, ...rows]
}
