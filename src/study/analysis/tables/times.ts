import { type KaplanMeier, kaplanMeier } from '../../statistics/kaplan-meier.ts'
import { logRank } from '../../statistics/log-rank.ts'
import { numbersAtRisk } from '../../statistics/survival-at.ts'
import type { Wording } from '../../protocol/document/node.ts'
import type { ReportGroup } from '../participants/groups.ts'
import type { PlannedTime } from '../plan/plan.ts'
import { both, joined } from '../report/both.ts'
import {
  absentCell,
  type Behind,
  type BehindRow,
  type CellValue,
  type ReportCell,
} from '../report/cells.ts'
import { shareCell } from '../report/counted.ts'
import type { PictureCurve, ReportFigure, ReportRow, ReportTable } from '../report/report.ts'
import { behindRow } from '../report/study-frame.ts'

/** A Kaplan-Meier figure of a planned time, with numbers at risk under it, and its table. */
export function timeFigure(planned: PlannedTime, groups: readonly ReportGroup[]): ReportFigure {
  const curves = groups.map((group) => curveOf(planned, group))
  const title = joined((words, tell) => words.times.title(tell(planned.title)))
  const footnotes = notesOf(planned, groups)
  return {
    id: `time-${planned.id}`,
    title,
    picture: {
      type: 'survival',
      across: both((words) => words.times.across[planned.unit]),
      up: both((words) => words.times.up),
      ticks: planned.ticks,
      curves: curves.map((curve) => pictureOf(curve, planned.ticks)),
    },
    table: {
      id: `time-${planned.id}`,
      title,
      kind: 'summary',
      labelTitle: both((words) => words.times.measure),
      columns: groups.map(({ id, title: name, members }) => ({
        id,
        title: name,
        of: members.length,
      })),
      rows: [...summaryRows(curves), ...tickRows(planned, curves)],
      footnotes: [],
    },
    footnotes,
  }
}

/** Every time with an event: how many were watched, the share without the event, its limits. */
export function timeStepsTable(planned: PlannedTime, group: ReportGroup): ReportTable {
  const { curve, watched } = curveOf(planned, group)
  const counting = { set: group.title, method: curve.method }
  const rows = curve.time.map((time, at): ReportRow => {
    const here = watched.filter((one) => one.event && Math.abs(one.time - time) < 1e-9)
    const cells: readonly ReportCell[] = [
      { value: { is: 'count', n: curve.atRisk[at] ?? 0 } },
      {
        value: { is: 'count', n: curve.events[at] ?? 0 },
        behind: { ...counting, rows: here.map(({ row }) => row) },
      },
      {
        value: { is: 'number', number: curve.survival[at] ?? 0, digits: 4 },
        behind: { ...counting, rows: [] },
      },
      limitsCell(curve.lower[at], curve.upper[at]),
    ]
    return { id: `step-${at + 1}`, label: { en: hourText(time) }, depth: 0, cells }
  })
  const suffix = group.id === 'all' ? '' : `-${group.id}`
  return {
    id: `time-${planned.id}-steps${suffix}`,
    title: joined((words, tell) =>
      words.times.stepsTitle(tell(planned.title), suffix === '' ? '' : tell(group.title)),
    ),
    kind: 'summary',
    labelTitle: both((words) => words.times.across[planned.unit]),
    columns: (['atRisk', 'events', 'survival', 'limits'] as const).map((id) => ({
      id,
      title: both((words) => words.times.columns[id]),
    })),
    rows,
    footnotes: [],
  }
}

/** A share of nobody left has no limits. */
function limitsCell(
  lower: number | null | undefined,
  upper: number | null | undefined,
): ReportCell {
  if (typeof lower !== 'number' || typeof upper !== 'number') return absentCell('nothing')
  return { value: { is: 'range', lower, upper, digits: 4 } }
}

interface Watched {
  readonly time: number
  readonly event: boolean
  readonly row: BehindRow
}

interface GroupCurve {
  readonly group: ReportGroup
  readonly curve: KaplanMeier
  readonly watched: readonly Watched[]
  /** Nobody could be watched: no start or no reading. */
  readonly missing: readonly BehindRow[]
}

function curveOf({ id }: PlannedTime, group: ReportGroup): GroupCurve {
  const watched: Watched[] = []
  const missing: BehindRow[] = []
  for (const one of group.members) {
    const found = one.times.get(id)
    if (found)
      watched.push({ time: found.time, event: found.event, row: behindRow(one.id, found.facts) })
    else missing.push(behindRow(one.id))
  }
  const curve = kaplanMeier({
    time: watched.map(({ time }) => time),
    event: watched.map(({ event }) => (event ? 1 : 0)),
    ci: 'log-log',
  })
  return { group, curve, watched, missing }
}

function pictureOf({ group, curve, watched }: GroupCurve, ticks: readonly number[]): PictureCurve {
  const time = watched.map((one) => one.time)
  return {
    title: group.title,
    time: curve.time,
    share: curve.survival,
    censored: watched
      .filter(({ event }) => !event)
      .map((one) => one.time)
      .toSorted((a, b) => a - b),
    end: curve.last ?? 0,
    atRisk: numbersAtRisk({ time, at: ticks }),
  }
}

function summaryRows(curves: readonly GroupCurve[]): readonly ReportRow[] {
  const row = (
    id: 'watched' | 'events' | 'censored' | 'missing' | 'median' | 'medianLimits' | 'quartiles',
    cell: (curve: GroupCurve) => ReportCell,
  ): ReportRow => ({
    id,
    label: both((words) => words.times.rows[id]),
    depth: 0,
    cells: curves.map(cell),
  })
  return [
    row('watched', ({ group, watched }) =>
      shareCell(rowsOf(watched), group.members.length, { set: group.title }),
    ),
    row('events', ({ group, watched }) =>
      shareCell(rowsOf(watched.filter(({ event }) => event)), watched.length, { set: group.title }),
    ),
    row('censored', ({ group, watched }) =>
      shareCell(rowsOf(watched.filter(({ event }) => !event)), watched.length, {
        set: group.title,
      }),
    ),
    row('missing', ({ group, missing }) => ({
      value: { is: 'count', n: missing.length },
      behind: { set: group.title, rows: missing },
    })),
    row('median', (one) => curveCell(one, numberOr(one.curve.median))),
    row('medianLimits', (one) =>
      curveCell(one, {
        is: 'range',
        lower: one.curve.medianCI.lower,
        upper: one.curve.medianCI.upper,
        digits: 1,
      }),
    ),
    row('quartiles', (one) =>
      curveCell(one, { is: 'range', lower: one.curve.q25, upper: one.curve.q75, digits: 1 }),
    ),
  ]
}

function rowsOf(watched: readonly Watched[]): readonly BehindRow[] {
  return watched.map(({ row }) => row)
}

function numberOr(number: number | null): CellValue {
  return number === null ? { is: 'not reached' } : { is: 'number', number, digits: 1 }
}

function curveCell({ group, curve, watched }: GroupCurve, value: CellValue): ReportCell {
  if (watched.length === 0) return absentCell('nothing')
  const behind: Behind = {
    set: group.title,
    method: curve.method,
    denominator: watched.length,
    rows: rowsOf(watched),
  }
  return { value, behind }
}

/** How many were still watched at each tick of the axis. */
function tickRows({ ticks }: PlannedTime, curves: readonly GroupCurve[]): readonly ReportRow[] {
  return ticks.map((tick) => ({
    id: `at-risk-${tick}`,
    label: joined((words) => words.times.atRisk(String(tick))),
    depth: 1,
    cells: curves.map(({ group, watched }): ReportCell => {
      const rows = watched.filter(({ time }) => time >= tick).map(({ row }) => row)
      return { value: { is: 'count', n: rows.length }, behind: { set: group.title, rows } }
    }),
  }))
}

function notesOf(planned: PlannedTime, groups: readonly ReportGroup[]): readonly Wording[] {
  const { reason, status } = planned
  const arms = groups.filter(({ id }) => id !== 'all')
  return [
    both((words) => words.times.footnote),
    ...(reason
      ? [joined((words, tell) => words.planned(words.statuses[status], tell(reason)))]
      : []),
    ...(arms.length > 1 ? [logRankNote(planned, arms)] : []),
  ]
}

function logRankNote({ id }: PlannedTime, arms: readonly ReportGroup[]): Wording {
  const people = arms.flatMap((group) =>
    group.members.flatMap((one) => {
      const found = one.times.get(id)
      return found ? [{ group: group.id, ...found }] : []
    }),
  )
  if (new Set(people.map(({ group }) => group)).size < 2) return both((words) => words.times.noTest)
  const { chiSquare, df, p, method } = logRank({
    time: people.map(({ time }) => time),
    event: people.map(({ event }) => (event ? 1 : 0)),
    group: people.map(({ group }) => group),
  })
  if (chiSquare === null || p === null) return both((words) => words.times.noTest)
  return both((words) =>
    words.times.logRank({ chiSquare: chiSquare.toFixed(2), df, p: p.toFixed(4), method }),
  )
}

/** Hours or days as they are, to two places, without zeros at the end. */
function hourText(time: number): string {
  return String(Number(time.toFixed(2)))
}
