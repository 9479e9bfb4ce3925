import { p50OfKind, ratio, type Scale, targetsSection } from './report-targets.ts'
import { machineText, methodText } from './report-words.ts'
import { number, table } from './report-table.ts'
import type { Latencies } from './figures.ts'
import { countedWords, queryKinds } from './queries.ts'
import type { Results, ScaleResults } from './results.ts'

/** The whole report as Markdown, from what was measured. */
export function reportOf(results: Results): string {
  const scales = Object.keys(results.scales)
    .map(Number)
    .toSorted((a, b) => a - b)
  const at = (scale: number): ScaleResults => results.scales[String(scale)] ?? {}
  const columns = scales.map((scale): Scale => ({ scale, found: at(scale) }))
  const sections = [
    machineText(results),
    targetsSection(columns),
    searchSection(columns),
    postgresSection(columns),
    importSection(columns),
    serverSection(columns),
    weightSection(columns),
    slowSection(columns),
    dataSection(columns),
    methodText(),
    runsSection(columns),
  ]
  return `${sections.filter((text) => text !== '').join('\n\n')}\n`
}

/** A row of values, one a scale. */
function row(
  label: string,
  scales: readonly Scale[],
  value: (found: ScaleResults) => string,
): string[] {
  return [label, ...scales.map(({ found }) => value(found))]
}

function heads(scales: readonly Scale[], first = ''): string[] {
  return [first, ...scales.map(({ scale }) => `${number(scale)} studies`)]
}

function searchSection(scales: readonly Scale[]): string {
  const line = (label: string, key: Exclude<keyof Latencies, 'perQuery' | 'totals'>): string[] =>
    row(label, scales, ({ search }) => number(search?.figures[key]))
  const rows = [
    line('p50 over the 60 queries', 'p50'),
    line('p95', 'p95'),
    line('slowest query', 'max'),
    line('p50 over single requests', 'requestP50'),
    line('p95 over single requests', 'requestP95'),
    line('p50 of the very first time each was asked', 'firstP50'),
    line('slowest first time', 'firstMax'),
    ...queryKinds.map((kind) =>
      row(`p50, ${kind}`, scales, ({ search }) => number(p50OfKind(kind, search?.figures))),
    ),
    row('studies like one: p50 / p95', scales, ({ search }) => {
      const { p50, p95 } = search?.figures.similar ?? {}
      return `${number(p50)} / ${number(p95)}`
    }),
    row('… p50 of the first time', scales, ({ search }) =>
      number(search?.figures.similar?.firstP50),
    ),
    row('time to open, s', scales, ({ search }) => number(search?.figures.openSeconds)),
    row('memory of the process, MB', scales, ({ search }) => number(search?.figures.memory)),
  ]
  return `## Search, in one process on one core\n\nMilliseconds for the total, the first page of 20 and the counts of all nine filters.\n\n${table(heads(scales), rows)}`
}

function postgresSection(scales: readonly Scale[]): string {
  const measured = scales.filter(({ found }) => found.postgres)
  const version = measured.at(-1)?.found.postgres?.figures.version
  if (version === undefined) return ''
  const times = (value: number | undefined): string =>
    value === undefined ? '' : `${number(value)} times`
  const rows = [
    row('p50', measured, ({ postgres }) => number(postgres?.figures.p50)),
    row('p95', measured, ({ postgres }) => number(postgres?.figures.p95)),
    row('slowest query', measured, ({ postgres }) => number(postgres?.figures.max)),
    row('stopped after 20 s', measured, ({ postgres }) => number(postgres?.figures.timeouts)),
    row('its p50 / ours', measured, (f) =>
      times(ratio(f.postgres?.figures.p50, f.search?.figures.p50)),
    ),
    row('its p95 / ours', measured, (f) =>
      times(ratio(f.postgres?.figures.p95, f.search?.figures.p95)),
    ),
    ...queryKinds.map((kind) =>
      row(`p50, ${kind}`, measured, ({ postgres }) => number(p50OfKind(kind, postgres?.figures))),
    ),
    ...queryKinds.map((kind) =>
      row(`its p50 / ours, ${kind}`, measured, (f) =>
        times(ratio(p50OfKind(kind, f.postgres?.figures), p50OfKind(kind, f.search?.figures))),
      ),
    ),
    row('load and index, s', measured, ({ postgres }) => number(postgres?.figures.loadSeconds)),
    row('our import / its load and index', measured, (f) =>
      times(ratio(f.import?.figures.seconds, f.postgres?.figures.loadSeconds)),
    ),
    row('size, MB', measured, ({ postgres }) => number((postgres?.figures.bytes ?? 0) / 1e6)),
    row('studies it found, of those we found (all 60)', measured, foundShare),
  ]
  return `## The same in PostgreSQL (${version})\n\n${table(heads(measured), rows)}`
}

function foundShare({ search, postgres }: ScaleResults): string {
  const sum = (totals: readonly number[] = []): number => totals.reduce((all, one) => all + one, 0)
  return `${number((100 * sum(postgres?.figures.totals)) / sum(search?.figures.totals))} %`
}

function importSection(scales: readonly Scale[]): string {
  const rows = [
    row('everything, s', scales, (f) => number(f.import?.figures.seconds)),
    row('studies a second', scales, (f) =>
      number(ratio(f.import?.figures.studies, f.import?.figures.seconds)),
    ),
    row('rejected', scales, (f) => number(f.import?.figures.rejected)),
    row('most memory, MB', scales, (f) => number(f.import?.figures.peakMemory)),
    row('catalogue, MB', scales, (f) => number((f.import?.figures.catalogueBytes ?? 0) / 1e6)),
    row('catalogue, bytes a study', scales, (f) =>
      number(ratio(f.import?.figures.catalogueBytes, f.import?.figures.studies)),
    ),
    row('changed studies imported again', scales, (f) => number(f.changes?.figures.changed)),
    row('… the command, s', scales, (f) => number(f.changes?.figures.importSeconds)),
    row('… until the running server shows them, s', scales, (f) =>
      number(f.changes?.figures.visibleSeconds),
    ),
    row('… most memory of the import, MB', scales, (f) => number(f.changes?.figures.peakMemory)),
  ]
  return `## Import\n\n${table(heads(scales), rows)}`
}

function serverSection(scales: readonly Scale[]): string {
  const served = (label: string, of: 'warm' | 'plain' | 'cold'): string[][] => [
    row(`${label}: a second`, scales, (f) => number(f.served?.figures[of].perSecond)),
    row(
      `${label}: p50 / p99, ms`,
      scales,
      (f) => `${number(f.served?.figures[of].p50)} / ${number(f.served?.figures[of].p99)}`,
    ),
    row(
      `${label}: processor ms a page, server / search processes`,
      scales,
      (f) =>
        `${number(f.served?.figures[of].serverMs)} / ${number(f.served?.figures[of].searchMs)}`,
    ),
    row(`${label}: not answered with 200`, scales, (f) => number(f.served?.figures[of].failed)),
  ]
  const rows = [
    row('start until /readyz, s', scales, (f) => number(f.server?.figures.startSeconds)),
    row('processes', scales, (f) => number(f.server?.figures.processes)),
    row(
      'memory when idle, PSS / RSS, MB',
      scales,
      (f) => `${number(f.server?.figures.idle.pss)} / ${number(f.server?.figures.idle.rss)}`,
    ),
    row(
      'memory after 180 searches, PSS / RSS, MB',
      scales,
      (f) => `${number(f.server?.figures.worked.pss)} / ${number(f.server?.figures.worked.rss)}`,
    ),
    ...served('300 study pages, warm, compressed', 'warm'),
    ...served('the same, not compressed', 'plain'),
    ...served('3,000 study pages asked for once', 'cold'),
    row(
      'core used by the load itself, warm',
      scales,
      (f) => `${number(100 * (f.served?.figures.warm.clientCpu ?? Number.NaN))} %`,
    ),
  ]
  return `## Server\n\nStudy pages: the server on core 0, sixteen keep-alive connections from core 1.\n\n${table(heads(scales), rows)}`
}

function weightSection(scales: readonly Scale[]): string {
  const weight = scales.findLast(({ found }) => found.weight)?.found.weight
  if (!weight) return ''
  const kb = (bytes: number): string => number(bytes / 1000)
  const rows = weight.figures.map(({ page, html, css, js, total, requests }) => [
    `\`${page}\``,
    kb(html),
    kb(css),
    kb(js),
    kb(total),
    String(requests),
  ])
  return `## Page weight\n\nCompressed kB (1,000 bytes) over the wire on a first visit; a map or icon loaded later is not counted.\n\n${table(
    ['page', 'HTML', 'CSS', 'JS', 'all', 'requests'],
    rows,
  )}`
}

function slowSection(scales: readonly Scale[]): string {
  const last = scales.findLast(({ found }) => found.slow)
  const slow = last?.found.slow?.figures
  if (!last || !slow) return ''
  const rows = slow.searches.map(({ name, status, ms }) => [name, String(status), number(ms)])
  const { cut, together } = slow
  return `## Hostile searches, at ${number(last.scale)} studies

${table(['search', 'answer', 'ms, whole page'], rows)}

- All eight at once: ${together.answered} answered with 200, the longest after ${number(together.longestMs)} ms.
- Meanwhile /healthz was asked ${number(slow.healthChecks)} times; the longest answer took ${number(slow.healthMs)} ms.
- A search that cannot finish (the search process is held still, the limit is 100 ms) was answered with ${cut.status} after ${number(cut.ms)} ms${cut.saysSo ? ', a page that says so' : ', WITHOUT a clear page'}, Retry-After ${cut.retryAfter || 'missing'}; a search was answered again ${number(cut.recoveryMs)} ms later.`
}

function dataSection(scales: readonly Scale[]): string {
  const rows = [
    row('archive, MB', scales, (f) => number((f.multiply?.figures.zipBytes ?? 0) / 1e6)),
    row('JSON, bytes a study', scales, (f) =>
      number(ratio(f.multiply?.figures.jsonBytes, f.multiply?.figures.studies)),
    ),
    row('made in, s', scales, (f) => number(f.multiply?.figures.seconds)),
    row('distinct words, ordinary index', scales, (f) => number(f.terms?.figures.main)),
    row('distinct words, long texts', scales, (f) => number(f.terms?.figures.body)),
    ...countedWords.map((word) =>
      row(`studies with "${word}"`, scales, (f) => number(f.terms?.figures.documents[word])),
    ),
  ]
  return `## The data\n\n${table(heads(scales), rows)}`
}

function runsSection(scales: readonly Scale[]): string {
  const rows = scales.flatMap(({ scale, found }) =>
    Object.entries(found).map(([name, { at, seconds, load }]) => [
      number(scale),
      name,
      at.slice(0, 16).replace('T', ' '),
      number(seconds),
      String(load),
    ]),
  )
  return `## When, and on how busy a machine\n\nThe load average is that of the minute before the stage.\n\n${table(
    ['studies', 'stage', 'ended (UTC)', 's', 'load'],
    rows,
  )}`
}
