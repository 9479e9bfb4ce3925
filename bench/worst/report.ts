import { machine } from '../machine.ts'
import { number, table } from '../report-table.ts'
import type { RouteFigures, WorstFigures } from './measure.ts'

/** No answer to a person's request may hold the loop longer, in milliseconds. */
export const mostHeldMs = 100
/** No page may be larger: the record whole (`.json`) is as large as the registry made it. */
export const mostPageBytes = 2 * 1024 * 1024

/** What is beyond what may be, in words; empty where all is well. `limitMs` is of work, which a busy machine does not change. */
export function problemsOf({ routes, ourFaults }: WorstFigures, limitMs: number): string[] {
  const held = routes
    .filter(({ workedMs }) => workedMs > limitMs)
    .map(({ route, workedMs, workedBy }) => `${route}: ${Math.round(workedMs)} ms (${workedBy})`)
  const large = routes
    .filter(
      ({ largestBytes, largestBy }) => largestBytes > mostPageBytes && !largestBy.includes('.json'),
    )
    .map(({ route, largestBytes, largestBy }) => `${route}: ${largestBytes} bytes (${largestBy})`)
  return [...held, ...large, ...(ourFaults > 0 ? [`${ourFaults} answers were our fault`] : [])]
}

/** The page of figures. */
export function reportOf(figures: WorstFigures, seconds: number, day: string): string {
  const { cpu, cores, node } = machine()
  const { routes, ourFaults } = figures
  const requests = routes.reduce((sum, one) => sum + one.requests, 0)
  const worst = routes.toSorted((a, b) => b.workedMs - a.workedMs)
  const longest = worst[0]
  return `# The worst requests

Written by \`npm run bench:worst\` on ${day}. Do not edit: run it again. On ${cpu}, ${cores} cores, Node ${node}.

The real server, on the loopback of one machine, is sent what a stranger may send: every route of the table of addresses,
in both languages, with addresses and headers as long as they may be, and with forms, notes, Bundles and answers as large as
each route takes and larger, made to cost most (\`bench/worst/hostile-*.ts\`), cut off in the middle too. The catalogue holds
invented records of ten thousand sites, arms, outcomes, papers or names, and of lists in lists. A probe that only this bench
loads tells how long the event loop was held, by the clock and by the work of its thread; where the clock says more than
${mostHeldMs} ms, the request is sent again and the least of three counts, because what else a machine does holds a loop too.

- ${requests.toLocaleString('en')} requests in ${Math.round(seconds)} seconds; answers that were our fault: ${ourFaults}.
- The longest hold: ${number(longest?.workedMs)} ms of work (${longest?.route ?? '–'}, ${longest?.workedBy ?? '–'}), ${number(Math.max(...routes.map(({ heldMs }) => heldMs)))} ms by the clock. Allowed: ${mostHeldMs} ms.
- The largest page: ${number(Math.max(...routes.filter(({ largestBy }) => !largestBy.includes('.json')).map(({ largestBytes }) => largestBytes)) / 1024)} kB.

${table(
  [
    'route',
    'requests',
    'answers',
    'longest work, ms',
    'of',
    'longest hold, ms',
    'slowest answer, ms',
    'largest, kB',
  ],
  worst.map(row),
)}

An answer \`0\` is none: the bench hung up, or was hung up on because it sent more than is read.
`
}

function row(one: RouteFigures): readonly string[] {
  const { route, requests, statuses, heldMs, workedMs, workedBy, slowestMs, largestBytes } = one
  const answers = Object.entries(statuses).map(([status, count]) => `${count} × ${status}`)
  return [
    `\`${route.replaceAll('|', '\\|')}\``,
    String(requests),
    answers.join(', '),
    number(workedMs),
    workedBy.replaceAll('|', '\\|'),
    number(heldMs),
    number(slowestMs),
    number(largestBytes / 1024),
  ]
}
