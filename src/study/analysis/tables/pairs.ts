import type { Protocol } from '../../protocol/document/protocol.ts'
import type { AnalysedParticipant } from '../participants/participant.ts'
import type { PlannedPair } from '../plan/plan.ts'
import { both, joined, same } from '../report/both.ts'
import { absentCell, type BehindRow, type ReportCell } from '../report/cells.ts'
import { countCell } from '../report/counted.ts'
import type { ReportFigure, ReportRow, ReportTable } from '../report/report.ts'
import { type MeasuredNumber, spreadCells, spreadRows } from '../report/spread.ts'
import { behindRow, ruleOf } from '../report/study-frame.ts'
import { factsBehind } from './endpoint-counts.ts'

/**
 * Two values of an endpoint in each participant, one before and one after, and the change. A pair that the version does
 * not compare (two models of a Z score) is no pair, and is counted as missing.
 */
export function pairFigure(
  protocol: Protocol,
  planned: PlannedPair,
  participants: readonly AnalysedParticipant[],
): ReportFigure {
  const found = participants.map((one) => pairOf(planned, one))
  const pairs = found.flatMap(({ row, before, after }) =>
    before === undefined || after === undefined ? [] : [{ row, before, after }],
  )
  return {
    id: `pairs-${planned.id}`,
    title: planned.title,
    picture: {
      type: 'pairs',
      up: planned.title,
      before: both((words) => words.pairs.before),
      after: both((words) => words.pairs.after),
      pairs: pairs.map(({ row, before, after }) => ({
        participant: row.participant,
        before,
        after,
      })),
    },
    table: pairTable(protocol, planned, found),
    footnotes: [both((words) => words.pairs.footnote), both((words) => words.quartiles)],
  }
}

/** The pairs themselves, one row a participant. */
export function pairListing(
  { id, title, digits, ...planned }: PlannedPair,
  participants: readonly AnalysedParticipant[],
): ReportTable {
  return {
    id: `pairs-${id}-list`,
    title: joined((words, told) => words.pairs.listTitle(told(title))),
    kind: 'listing',
    labelTitle: both((words) => words.participant),
    columns: sides.map((side) => ({ id: side, title: both((words) => words.pairs[side]) })),
    rows: participants.map((one) => {
      const { row, before, after } = pairOf({ ...planned, id, title, digits }, one)
      const change = before === undefined || after === undefined ? undefined : after - before
      const cells = [before, after, change].map((number): ReportCell =>
        number === undefined
          ? absentCell('nothing')
          : { value: { is: 'number', number, digits }, behind: { rows: [row] } },
      )
      return { id: one.id, label: same(one.id), depth: 0, cells }
    }),
    footnotes: [],
  }
}

const sides = ['before', 'after', 'change'] as const

interface Pair {
  readonly row: BehindRow
  readonly before?: number | undefined
  readonly after?: number | undefined
}

function pairOf(
  { endpoint, before, after }: PlannedPair,
  { id, endpoints }: AnalysedParticipant,
): Pair {
  const state = endpoints.find((one) => one.id === endpoint)
  const valueOf = (name: string): number | undefined => {
    const value = state?.values.find((one) => one.name === name)?.value
    return value && 'unit' in value ? Number(value.value) : undefined
  }
  const row = behindRow(id, state ? factsBehind(state) : [])
  return { row, before: valueOf(before), after: valueOf(after) }
}

function pairTable(protocol: Protocol, planned: PlannedPair, found: readonly Pair[]): ReportTable {
  const rule = ruleOf(protocol, { id: planned.endpoint })
  const whole = found.filter(({ before, after }) => before !== undefined && after !== undefined)
  const numbersOf = (side: (typeof sides)[number]): readonly MeasuredNumber[] =>
    (side === 'change' ? whole : found).flatMap((pair) => {
      const { row, before, after } = pair
      const number = side === 'change' ? (after ?? Number.NaN) - (before ?? Number.NaN) : pair[side]
      return number === undefined ? [] : [{ ...row, number }]
    })
  const columns = sides.map((side) => spreadCells(numbersOf(side), planned.digits, { rule }))
  const missing: ReportRow = {
    id: 'missing',
    label: both((words) => words.missing),
    depth: 0,
    cells: sides.map((side) =>
      countCell(
        found.filter((pair) => isMissing(pair, side)).map(({ row }) => row),
        { rule },
      ),
    ),
  }
  const rows = spreadRows.map((name, at): ReportRow => ({
    id: name,
    label: both((words) => words.spread[name]),
    depth: 0,
    cells: columns.map((cells) => cells[at] ?? absentCell('nothing')),
  }))
  return {
    id: `pairs-${planned.id}`,
    title: planned.title,
    kind: 'summary',
    labelTitle: both((words) => words.pairs.measure),
    columns: sides.map((side) => ({ id: side, title: both((words) => words.pairs[side]) })),
    rows: [...rows, missing],
    footnotes: [],
  }
}

function isMissing({ before, after }: Pair, side: (typeof sides)[number]): boolean {
  if (side === 'before') return before === undefined
  return side === 'after' ? after === undefined : before === undefined || after === undefined
}
