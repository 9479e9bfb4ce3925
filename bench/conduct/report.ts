import type { PageTimes } from '../desk/measure-desk.ts'
import type { Machine } from '../machine.ts'
import type { RenewalTimes } from './measure-renewal.ts'
import type { ConductPlan } from './seed-conduct.ts'

/** All that was measured of a study as it is run. */
export interface ConductResults {
  readonly plan: ConductPlan
  readonly machine: Machine
  /** How much else there was to do. */
  readonly load: number
  readonly stores: Readonly<Record<string, ConductTimes>>
}

/** What was measured on one database. */
export interface ConductTimes {
  readonly renewal: RenewalTimes
  readonly pages: readonly PageTimes[]
}

/** The page that says how fast a study is run. */
export function reportOfConduct({ plan, machine: on, load, stores }: ConductResults): string {
  const pages = Object.entries(stores).flatMap(([store, { pages: times }]) =>
    times.map(
      ({ what, asked, p50, p95, max, cpu, must }) =>
        `| ${store} | ${what} | ${asked} | ${ms(p50)} | ${ms(p95)} | ${ms(max)} | ${ms(cpu)} | ${must} | ${p95 <= must ? 'yes' : 'no'} |`,
    ),
  )
  const renewals = Object.entries(stores).map(
    ([store, { renewal }]) =>
      `| ${store} | ${number(renewal.participants)} | ${renewal.seconds.toFixed(1)} | ${ms((renewal.seconds * 1000) / renewal.participants)} | ${ms(renewal.longestHold)} |`,
  )
  return `# How fast a study is run

Written by \`npm run bench:conduct\`: ${number(plan.participants)} participants at ${plan.sites} sites of one study, four in five of them treated; each page
asked for whole, one after the other, as the server answers it without the way there. Milliseconds; \`must\` is for the
95th of 100. The processor's time is the median of this process alone: where the machine has other work, as its load tells,
pages wait for their turn.

| records | page | asked | median | p95 | slowest | processor | must | reached |
|---|---|---|---|---|---|---|---|---|
${pages.join('\n')}

Today and the list make a fixed number of queries for each study, whatever the number of participants (\`src/study/conduct/today/\` counts
them): what the engine said of each participant is kept with what was recorded, and read here.

What is kept is worked out anew when its time has passed, for most at midnight, one participant after the other. How long that
takes for all of them, and the longest that nothing else could run meanwhile, in milliseconds of the processor's time:

| records | participants | seconds | milliseconds each | longest hold |
|---|---|---|---|---|
${renewals.join('\n')}

Measured on ${on.cpu}, ${on.cores} cores, ${on.memoryGb} GB, ${on.system}, Node ${on.node}, SQLite ${on.sqlite}; load at the end ${load}.
`
}

function ms(time: number): string {
  return time.toFixed(1)
}

function number(count: number): string {
  return count.toLocaleString('en')
}
