/**
 * `npm run bench:worst`: what the worst that a stranger can send does to everybody else. Exit 1 where a request holds
 * the event loop of the server for longer than it may, where a page is too large, or where an answer is our fault.
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { measure } from './measure.ts'
import { prepare } from './prepare.ts'
import { mostHeldMs, problemsOf, reportOf } from './report.ts'
import { startWatched } from './watched-server.ts'

const { values } = parseArgs({
  options: {
    /** Only the worst of each kind, on smaller records. */
    quick: { type: 'boolean', default: false },
    report: {
      type: 'string',
      default: join(import.meta.dirname, '../../docs/benchmarks-worst.md'),
    },
  },
})

for (const name of ['SIGINT', 'SIGTERM'] as const) process.once(name, () => process.exit(130))

const folder = mkdtempSync(join(tmpdir(), 'trialway-worst-'))
process.once('exit', () => rmSync(folder, { recursive: true, force: true }))
const began = performance.now()
const records = await prepare(folder, values.quick ? 1_000 : 10_000)
const server = await startWatched(folder)
const plan = { records, quick: values.quick, origin: server.address }
const figures = await measure(server, plan, mostHeldMs, say)
await server.stop()
const seconds = (performance.now() - began) / 1000
const text = reportOf(figures, seconds, new Date().toISOString().slice(0, 10))
if (values.quick) process.stdout.write(text)
else writeFileSync(resolve(values.report), text)
const problems = problemsOf(figures, mostHeldMs)
for (const problem of problems) say(problem)
process.exitCode = problems.length > 0 ? 1 : 0

function say(line: string): void {
  process.stderr.write(`${new Date().toISOString().slice(11, 19)} ${line}\n`)
}
