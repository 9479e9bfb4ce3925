import type { ProtocolItem } from '../../protocol/document/protocol.ts'
import { type ReportGroup, groupColumns } from '../participants/groups.ts'
import type { AnalysedParticipant, BaselineValue } from '../participants/participant.ts'
import type { ReportAgeUnit } from '../plan/plan.ts'
import { both, joined, same } from '../report/both.ts'
import type { ReportCell } from '../report/cells.ts'
import { countCell, shareCell } from '../report/counted.ts'
import type { ReportColumn, ReportRow, ReportTable } from '../report/report.ts'
import { type MeasuredNumber, spreadCells, spreadRows } from '../report/spread.ts'
import { behindRow } from '../report/study-frame.ts'

/** One line of the table: an item of the protocol, or what is worked out from one (an age). */
export interface BaselineLine {
  readonly id: string
  readonly title: ProtocolItem['title']
  /** As people write it; empty where the value is a plain number. */
  readonly unit?: ProtocolItem['title']
  /** The line is an age, told in this unit. */
  readonly age?: ReportAgeUnit
  readonly type: 'quantity' | 'code'
  /** Codes that get a row even where nobody has them. */
  readonly codes: readonly string[]
  readonly digits: number
}

/**
 * Who the participants were before treatment. A value is the last one before the first dose; who has none is
 * counted in the column of the missing, and in no denominator.
 */
export function baselineTable(
  groups: readonly ReportGroup[],
  lines: readonly BaselineLine[],
): ReportTable {
  return {
    id: 'baseline',
    title: both((words) => words.baseline.title),
    kind: 'summary',
    labelTitle: both((words) => words.baseline.characteristic),
    columns: withMissing(groupColumns(groups)),
    rows: lines.flatMap((line) =>
      line.type === 'quantity' ? quantityRows(line, groups) : codeRows(line, groups),
    ),
    footnotes: [both((words) => words.baseline.footnote), both((words) => words.quartiles)],
  }
}

/** Beside each column of a group, one for its missing. */
function withMissing(columns: readonly ReportColumn[]): readonly ReportColumn[] {
  return columns.flatMap((column) => [
    column,
    { id: `${column.id}-missing`, title: both((words) => words.missing) },
  ])
}

function quantityRows(line: BaselineLine, groups: readonly ReportGroup[]): readonly ReportRow[] {
  const label = joined((_, told) =>
    [line.title, ...(line.unit ? [line.unit] : [])]
      .map(told)
      .filter((text) => text !== '')
      .join(', '),
  )
  const cells = groups.map((group) => {
    const measured = group.members.flatMap((one) => measuredOf(one, line))
    return spreadCells(measured, line.digits, { set: group.title })
  })
  const heading: ReportRow = {
    id: line.id,
    label,
    depth: 0,
    cells: groups.flatMap((group, at) => [
      cells[at]?.[0] ?? shareCell([], 0),
      missingCell(group, line),
    ]),
  }
  const rows = spreadRows.slice(1).map((name, at): ReportRow => ({
    id: `${line.id}-${name}`,
    label: both((words) => words.spread[name]),
    depth: 1,
    cells: cells.flatMap((all) => [all[at + 1] ?? shareCell([], 0), emptyCell]),
  }))
  return [heading, ...rows]
}

function codeRows(line: BaselineLine, groups: readonly ReportGroup[]): readonly ReportRow[] {
  const found = groups.flatMap(({ members }) =>
    members.flatMap((one) => one.baseline.get(line.id)?.text ?? []),
  )
  const codes = [...new Set([...line.codes, ...found.toSorted()])]
  const heading: ReportRow = {
    id: line.id,
    label: line.title,
    depth: 0,
    cells: groups.flatMap((group) => [
      countCell(codedRows(group, line.id), { set: group.title }),
      missingCell(group, line),
    ]),
  }
  const rows = codes.map((code): ReportRow => ({
    id: `${line.id}-${code}`,
    label: code === 'yes' || code === 'no' ? both((words) => words.yesNo[code]) : same(code),
    depth: 1,
    cells: groups.flatMap((group) => [
      shareCell(codedRows(group, line.id, code), codedRows(group, line.id).length, {
        set: group.title,
      }),
      emptyCell,
    ]),
  }))
  return [heading, ...rows]
}

const emptyCell: ReportCell = { value: { is: 'nothing' } }

function measuredOf(
  { id, baseline }: AnalysedParticipant,
  line: BaselineLine,
): readonly MeasuredNumber[] {
  const value = baseline.get(line.id)
  const number = value && numberOf(value, line)
  return value === undefined || number === undefined
    ? []
    : [{ ...behindRow(id, [value.fact]), number }]
}

function codedRows({ members }: ReportGroup, line: string, code?: string) {
  return members.flatMap(({ id, baseline }) => {
    const value = baseline.get(line)
    if (value?.text === undefined || (code !== undefined && value.text !== code)) return []
    return [behindRow(id, [value.fact])]
  })
}

function numberOf({ number, ages }: BaselineValue, { age }: BaselineLine): number | undefined {
  return age === undefined ? number : ages?.[age]
}

function missingCell({ title, members }: ReportGroup, line: BaselineLine): ReportCell {
  const isMissing = (value: BaselineValue | undefined): boolean =>
    value === undefined || (line.age !== undefined && numberOf(value, line) === undefined)
  const rows = members
    .filter(({ baseline }) => isMissing(baseline.get(line.id)))
    .map(({ id }) => behindRow(id))
  return countCell(rows, { set: title })
}
