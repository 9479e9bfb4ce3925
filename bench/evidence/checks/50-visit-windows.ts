import { readMoment } from '../../../src/study/protocol/time/moment.ts'
import { isTimeProblem } from '../../../src/study/protocol/time/problems.ts'
import { timingOfVisit, visitWindowOf } from '../../../src/study/protocol/time/window.ts'
import type { DataFolder } from '../data-folder.ts'
import type { Section } from '../evidence.ts'
import { readCsv } from '../read-csv.ts'

const file = 'lzzt/sv.csv'
const source = 'CDISC pilot H2Q-MC-LZZT: windows of its USDM file, visits of its SV'

/** The week, days early or late that are still in, and how many visits are in, early and late. */
const visits: readonly (readonly [week: number, days: number, published: string])[] = [
  [2, 3, '215, 11, 28'],
  [4, 3, '197, 5, 26'],
  [6, 3, '166, 6, 41'],
  [8, 3, '144, 6, 40'],
  [12, 4, '119, 22, 33'],
  [16, 4, '105, 8, 34'],
  [20, 4, '97, 7, 28'],
  [24, 4, '86, 6, 26'],
  [26, 3, '75, 3, 33'],
]

/** The visits of the CDISC pilot study against their windows. */
export function section(data: DataFolder): Section {
  const text = data.read(file)
  const rows = text === undefined ? undefined : readCsv(text)
  return {
    title: 'Visit windows, CDISC pilot study',
    note: `Visits in, early and late, counted from the visit BASELINE: P2W is 14 days. Needs \`${file}\`.`,
    rows: visits.map(([week, days, published]) => ({
      what: `week ${week}, ± ${days} days`,
      published,
      found: rows && countsOf(rows, week, days),
      source,
    })),
  }
}

function countsOf(
  rows: readonly Readonly<Record<string, string>>[],
  week: number,
  days: number,
): string {
  const baselines = new Map(
    rows.flatMap(({ VISIT, USUBJID = '', SVSTDTC = '' }) =>
      VISIT === 'BASELINE' ? [[USUBJID, SVSTDTC] as const] : [],
    ),
  )
  const counts = { in: 0, early: 0, late: 0, other: 0 }
  for (const { VISIT, USUBJID = '', SVSTDTC = '' } of rows)
    if (VISIT === `WEEK ${week}`)
      counts[statusOf(baselines.get(USUBJID) ?? '', SVSTDTC, week, days)]++
  const { in: inside, early, late, other } = counts
  return `${inside}, ${early}, ${late}${other > 0 ? `, ${other} not told` : ''}`
}

function statusOf(
  baseline: string,
  actual: string,
  week: number,
  days: number,
): 'in' | 'early' | 'late' | 'other' {
  const [anchor, visit] = [readMoment(baseline), readMoment(actual)]
  if (isTimeProblem(anchor) || isTimeProblem(visit)) return 'other'
  const timing = { target: `P${week}W`, early: `P${days}D`, late: `P${days}D` }
  const window = visitWindowOf(anchor, timing, 'UTC')
  if (isTimeProblem(window)) return 'other'
  const { status } = timingOfVisit(window, visit)
  return status === 'in' || status === 'early' || status === 'late' ? status : 'other'
}
