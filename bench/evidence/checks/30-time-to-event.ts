import type { CurveLimits } from '../../../src/study/statistics/curve-limits.ts'
import { kaplanMeier } from '../../../src/study/statistics/kaplan-meier.ts'
import { logRank } from '../../../src/study/statistics/log-rank.ts'
import type { DataFolder } from '../data-folder.ts'
import type { Row, Section } from '../evidence.ts'
import { readCsv } from '../read-csv.ts'

const file = 'lzzt/adtte.csv'
const source = 'CDISC pilot H2Q-MC-LZZT, ADTTE; R 4.2.2, survival 3.5-3'
const arms = ['Placebo', 'Xanomeline High Dose', 'Xanomeline Low Dose']

interface Arm {
  readonly time: readonly number[]
  readonly event: readonly number[]
}

/** Time to the first skin event in the CDISC pilot study. */
export function section(data: DataFolder): Section {
  const text = data.read(file)
  const all = text === undefined ? undefined : readCsv(text)
  const armOf = (name: string): Arm | undefined => {
    const rows = all?.filter(({ TRTP }) => TRTP === name)
    return rows && { time: rows.map(timeOf), event: rows.map(eventOf) }
  }
  const rowsOf = (name: string, events: string, log: string, loglog: string): Row[] => [
    row(`${name}: participants and events`, events, armOf(name), countsOf),
    row(`${name}: median (limits by log)`, log, armOf(name), (arm) => medianOf(arm, 'log')),
    row(`${name}: median (limits by log-log)`, loglog, armOf(name), (arm) =>
      medianOf(arm, 'log-log'),
    ),
  ]
  const test =
    all &&
    logRank({
      time: all.map(timeOf),
      event: all.map(eventOf),
      group: all.map(({ TRTP = '' }) => TRTP),
    })
  return {
    title: 'Time to the first skin event, CDISC pilot study',
    note: `Days; NA is not reached. Needs \`${file}\`.`,
    rows: [
      row('Placebo: participants and events', '86, 29', armOf('Placebo'), countsOf),
      row('Placebo: median', 'NA', armOf('Placebo'), (arm) => `${kaplanMeier(arm).median ?? 'NA'}`),
      ...rowsOf('Xanomeline High Dose', '84, 61', '36 (25-47)', '36 (23-46)'),
      ...rowsOf('Xanomeline Low Dose', '84, 62', '33 (28-51)', '33 (27-48)'),
      row('log-rank, chi-square on 2 degrees of freedom', '60.27', test, (found) =>
        found.df === arms.length - 1 ? (found.chiSquare ?? NaN).toFixed(2) : `${found.df} degrees`,
      ),
    ],
  }
}

function row<T>(
  what: string,
  published: string,
  given: T | undefined,
  of: (given: T) => string,
): Row {
  return { what, published, found: given === undefined ? undefined : of(given), source }
}

function timeOf({ AVAL }: Readonly<Record<string, string>>): number {
  return Number(AVAL)
}

function eventOf({ CNSR }: Readonly<Record<string, string>>): number {
  return 1 - Number(CNSR)
}

function countsOf({ time, event }: Arm): string {
  return `${time.length}, ${event.filter((one) => one === 1).length}`
}

function medianOf(arm: Arm, ci: CurveLimits): string {
  const { median, medianCI } = kaplanMeier({ ...arm, ci })
  return `${median ?? 'NA'} (${medianCI.lower ?? 'NA'}-${medianCI.upper ?? 'NA'})`
}
