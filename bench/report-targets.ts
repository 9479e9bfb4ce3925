import { type Latencies, median } from './figures.ts'
import { type QueryKind, queries } from './queries.ts'
import { number, table } from './report-table.ts'
import type { ScaleResults } from './results.ts'
import type { PageWeight } from './measure-page-weight.ts'
import { type TargetName, targets, verdict } from './targets.ts'

/** What was found at one scale. */
export interface Scale {
  readonly scale: number
  readonly found: ScaleResults
}

/** The figures that have a target, at the largest scale. */
export function targetsSection(scales: readonly Scale[]): string {
  const last = scales.at(-1)
  if (!last) return ''
  const values = valuesOf(last.found, scales)
  const rows = Object.entries(targets).map(([name, target]) => {
    const value = values[name as TargetName]
    const sign = target.better === 'smaller' ? '≤' : '≥'
    const limit = (one: number): string => `${sign} ${number(one)} ${target.unit}`
    const said = value === undefined ? 'not measured' : verdict(target, value)
    return [
      labels[name as TargetName],
      value === undefined ? '–' : `${number(value)} ${target.unit}`,
      limit(target.must),
      limit(target.aim),
      said,
    ]
  })
  const note =
    last.scale < 580_000
      ? 'The targets are for 580,000 studies; these figures are of fewer and prove little.\n\n'
      : ''
  return `## Against the targets, at ${number(last.scale)} studies\n\n${note}${table(
    ['figure', 'measured', 'must', 'aim', 'verdict'],
    rows,
  )}`
}

const labels: Readonly<Record<TargetName, string>> = {
  searchP50: 'search p50, one core',
  searchP95: 'search p95, one core',
  growthP50: 'search p50, growth from 100,000 to 580,000 (5.8 times the studies)',
  postgresP50: 'PostgreSQL p50 / ours',
  postgresP95: 'PostgreSQL p95 / ours',
  postgresPhrase: 'PostgreSQL p50 / ours, phrases',
  importSeconds: 'import of everything',
  importShare: 'import of everything / PostgreSQL’s load and index',
  importGrowth: 'studies imported a second, at 580,000 / at 20,000',
  changesGrowth: '… growth from 20,000 to 580,000 studies',
  coldPerSecond: 'study pages that nobody opened before, server on one core',
  importMemory: 'import, most memory',
  changesSeconds: '2,000 changed studies, until a running server shows them',
  startSeconds: 'server start until /readyz',
  serverMemory: 'memory of server and search processes (PSS, after 180 searches)',
  bytesAStudy: 'catalogue on disk, a study',
  warmPerSecond: 'study pages, warm, server on one core',
  homeKb: 'home page with styles and scripts, compressed (the heavier language)',
  resultsKb: 'a page of results, likewise',
  studyKb: 'the page of NCT02390596, likewise',
  cutMs: 'a search that cannot finish, limit 100 ms: until the page that says so',
}

type Values = Partial<Record<TargetName, number | undefined>>

function valuesOf({ search, postgres, ...found }: ScaleResults, scales: readonly Scale[]): Values {
  const kb = (page: string): number | undefined => heaviest(found.weight?.figures, page)
  const slow = found.slow?.figures
  const imported = found.import?.figures
  return {
    searchP50: search?.figures.p50,
    searchP95: search?.figures.p95,
    growthP50: growth(scales, ({ search: one }) => one?.figures.p50, 100_000),
    postgresP50: ratio(postgres?.figures.p50, search?.figures.p50),
    postgresP95: ratio(postgres?.figures.p95, search?.figures.p95),
    postgresPhrase: ratio(
      p50OfKind('phrase', postgres?.figures),
      p50OfKind('phrase', search?.figures),
    ),
    importShare: ratio(imported?.seconds, postgres?.figures.loadSeconds),
    importGrowth: growth(scales, (one) => studiesASecond(one), 20_000),
    changesGrowth: growth(scales, ({ changes }) => changes?.figures.visibleSeconds, 20_000),
    coldPerSecond: found.served?.figures.cold.perSecond,
    importSeconds: imported?.seconds,
    importMemory: imported?.peakMemory,
    changesSeconds: found.changes?.figures.visibleSeconds,
    startSeconds: found.server?.figures.startSeconds,
    serverMemory: found.server?.figures.worked.pss,
    bytesAStudy: ratio(imported?.catalogueBytes, imported?.studies),
    warmPerSecond: found.served?.figures.warm.perSecond,
    homeKb: kb('/'),
    resultsKb: kb('/search'),
    studyKb: kb('/studies/'),
    cutMs: slow?.cut.status === 503 ? slow.cut.ms : undefined,
  }
}

/** The heavier of a page's two languages. */
function heaviest(weights: readonly PageWeight[] | undefined, page: string): number | undefined {
  const of = weights?.filter((one) => {
    const path = one.page.replace(/^\/fr(?=\/|$)/, '') || '/'
    return page === '/' ? path === '/' : path.startsWith(page)
  })
  return of && of.length > 0 ? Math.max(...of.map(({ total }) => total)) / 1000 : undefined
}

/** At 580,000 studies in parts of what it is at fewer. */
function growth(
  scales: readonly Scale[],
  value: (found: ScaleResults) => number | undefined,
  fewer: number,
): number | undefined {
  const at = (wanted: number): number | undefined => {
    const one = scales.find(({ scale }) => scale === wanted)
    return one && value(one.found)
  }
  return ratio(at(580_000), at(fewer))
}

function studiesASecond({ import: imported }: ScaleResults): number | undefined {
  return ratio(imported?.figures.studies, imported?.figures.seconds)
}

/** The median over the queries of one kind. */
export function p50OfKind(kind: QueryKind, figures: Latencies | undefined): number | undefined {
  if (!figures) return undefined
  return median(figures.perQuery.filter((_, index) => queries[index]?.kind === kind))
}

export function ratio(above: number | undefined, below: number | undefined): number | undefined {
  return above === undefined || below === undefined || below === 0 ? undefined : above / below
}
