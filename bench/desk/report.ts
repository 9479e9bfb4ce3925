import type { Machine } from '../machine.ts'
import type { PageTimes } from './measure-desk.ts'
import type { DeskPlan } from './seed-desk.ts'

/** All that was measured of the desk. */
export interface DeskResults {
  readonly plan: DeskPlan
  readonly machine: Machine
  /** How much else there was to do. */
  readonly load: number
  /** How it was run, where that is not as usual. */
  readonly note: string
  readonly stores: Readonly<Record<string, readonly PageTimes[]>>
}

/** The page that says how fast the desk is. */
export function reportOfDesk({ plan, machine: on, load, stores, note }: DeskResults): string {
  const rows = Object.entries(stores).flatMap(([store, times]) =>
    times.map(
      ({ what, asked, p50, p95, max, cpu, must }) =>
        `| ${store} | ${what} | ${asked} | ${ms(p50)} | ${ms(p95)} | ${ms(max)} | ${ms(cpu)} | ${must} | ${p95 <= must ? 'yes' : 'no'} |`,
    ),
  )
  return `# How fast the desk is

Written by \`npm run bench:desk\`: ${number(plan.enquiries)} enquiries at ${plan.sites} sites of one study, half of them ended; each page
asked for whole, one after the other, as the server answers it without the way there. Milliseconds; \`must\` is for the
95th of 100. The processor's time is the median of this process alone: where the machine has other work, as its load tells,
pages wait for their turn.

| records | page | asked | median | p95 | slowest | processor | must | reached |
|---|---|---|---|---|---|---|---|---|
${rows.join('\n')}

The list makes at most four queries, and who is signed in two more, whatever the number of enquiries (\`src/people/enquiries/desk/desk.test.ts\` counts them):
its counts, its order and its pages come from one index, and only the rows that are shown are opened. A word in what is
sealed is looked for in the 200 open enquiries that press most, and the page says so.

A page of a participant opens all of their facts and asks the engine anew: nothing of it is kept. The participants of the bench
have 500 facts each, 14 doses and some 440 temperatures in 45 days, of which one of twenty was written down two days late.

Measured on ${on.cpu}, ${on.cores} cores, ${on.memoryGb} GB, ${on.system}, Node ${on.node}, SQLite ${on.sqlite}; load at the end ${load}.${note && ` ${note}`}
`
}

function ms(time: number): string {
  return time.toFixed(1)
}

function number(count: number): string {
  return count.toLocaleString('en')
}
