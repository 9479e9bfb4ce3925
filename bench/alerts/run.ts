/**
 * `npm run bench:alerts`: matches a day's changes to a million alerts, and makes and sends the digests; writes
 * `docs/benchmarks-alerts.md`. `--help` tells the options.
 */
import { writeFileSync } from 'node:fs'
import { benchAlerts } from './bench-alerts.ts'
import { readPlan, usage } from './plan.ts'
import { reportOf } from './report.ts'

for (const name of ['SIGINT', 'SIGTERM'] as const) process.once(name, () => process.exit(130))

if (process.argv.includes('--help')) process.stdout.write(usage)
else {
  const plan = readPlan(process.argv.slice(2))
  const results = await benchAlerts(plan, say)
  writeFileSync(plan.report, reportOf(results))
  say(`The report is in ${plan.report}`)
}

function say(text: string): void {
  process.stderr.write(`${new Date().toISOString().slice(11, 19)} ${text}\n`)
}
