import type { Machine } from '../machine.ts'
import { isReached, type ResultTimes } from './measure-result.ts'

/** What was measured, where. */
export interface MeasuredResult {
  readonly plan: { readonly participants: number; readonly facts: number }
  readonly machine: Machine
  readonly load: number
  readonly stores: Readonly<Record<string, readonly ResultTimes[]>>
}

/** `docs/benchmarks-result.md` */
export function reportOfResult({ plan, machine: on, load, stores }: MeasuredResult): string {
  const rows = Object.entries(stores).flatMap(([store, parts]) =>
    parts.map((part) =>
      [
        store,
        part.what,
        part.asked,
        Math.round(part.median),
        Math.round(part.slowest),
        Math.round(part.processor),
        Math.round(part.longestBlock),
        part.must,
        isReached(part) ? 'yes' : 'no',
      ].join(' | '),
    ),
  )
  return `# How fast the result of a study is

Written by \`npm run bench:result\`: a study with ${plan.participants} participants and ${plan.facts} facts each, all of them sealed; each
part asked for whole, one after the other, as the server answers it without the way there. Milliseconds; \`must\` is for the
slowest. The processor's time is that of this process and its threads. *Blocked* is the longest that the server answered nobody else meanwhile: it must be at most 100.

| records | part | asked | median | slowest | processor | blocked | must | reached |
|---|---|---|---|---|---|---|---|---|
${rows.map((row) => `| ${row} |`).join('\n')}

The facts are opened one participant after another, and others come in between; the report itself is written in a thread of its
own. A report of a locked study reads the facts it was locked with, and checks that they give the hash that was signed.

Measured on ${on.cpu}, ${on.cores} cores, ${on.memoryGb} GB, ${on.system}, Node ${on.node}, SQLite ${on.sqlite}; load at the end ${load}.
`
}
