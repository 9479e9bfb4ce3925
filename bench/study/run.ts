/**
 * `npm run bench:study [-- --participants N] [--facts MB] [--out FILE]`
 * Measures the report of a study of N invented participants, and the reading of a file of facts of so many MB. Writes
 * `docs/benchmarks-study.md`. Exits 1 where a figure is over its limit.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { inventParticipants } from '../../src/study/analysis/invent/invent.ts'
import { type InventionRecipe, recipeShape } from '../../src/study/analysis/invent/recipe.ts'
import { planShape } from '../../src/study/analysis/plan/read-plan.ts'
import { reportHtml } from '../../src/study/analysis/render/html-report.ts'
import { reportOf } from '../../src/study/analysis/report-of.ts'
import type { Protocol } from '../../src/study/protocol/document/protocol.ts'
import type { Fact } from '../../src/study/protocol/facts/fact.ts'
import { gatherFacts } from '../../src/study/protocol/read/gather-facts.ts'
import { protocolShape } from '../../src/study/protocol/read/protocol-shape.ts'
import { readFactLines } from '../../src/study/protocol/read/read-fact-lines.ts'
import { machine } from '../machine.ts'

const { values } = parseArgs({
  options: {
    participants: { type: 'string', default: '300' },
    facts: { type: 'string', default: '100' },
    out: { type: 'string', default: join(import.meta.dirname, '../../docs/benchmarks-study.md') },
  },
})
const data = (path: string): unknown =>
  JSON.parse(readFileSync(join(import.meta.dirname, '../../data', path), 'utf8'))
const protocolOf = (name: string): Protocol =>
  protocolShape.parse(data(`protocols/NCT02390596.${name}.json`))
const recipe = recipeShape.parse(data('reports/NCT02390596.invented.json'))
const published = { protocol: protocolOf('report') }
const listing = { protocol: protocolOf('listing') }
const plan = planShape.parse(data('reports/NCT02390596.plan.json'))

interface Measured {
  readonly figure: string
  readonly value: string
  readonly limit: string
  readonly isWithin: boolean
}

const people = manyPeople(recipe, Number(values.participants))
const facts = [...people.values()].reduce((sum, one) => sum + one.length, 0)
const measured = [
  await measureReport('by one version', false, 5),
  await measureReport('by two versions, side by side', true, 10),
  await measureFile(Number(values.facts)),
]
writeFileSync(values.out, page(measured))
for (const { figure, value, limit } of measured) console.log(`${figure}: ${value} (${limit})`)
process.exitCode = measured.every(({ isWithin }) => isWithin) ? 0 : 1

/** The invented children of several seeds, as many as are asked for. */
function manyPeople(base: InventionRecipe, count: number): ReadonlyMap<string, readonly Fact[]> {
  const all = new Map<string, readonly Fact[]>()
  for (let round = 0; all.size < count; round++) {
    const some = { ...base, seed: base.seed + round, prefix: `INVENTED-${round}-` }
    for (const [id, own] of inventParticipants(some, published))
      if (all.size < count) all.set(id, own)
  }
  return all
}

/** The best of three: what other work of the machine adds is no time of ours. */
async function measureReport(how: string, isBeside: boolean, most: number): Promise<Measured> {
  const times: number[] = []
  let bytes = 0
  for (let round = 0; round < 3; round++) {
    const started = processorSeconds()
    const from = { version: published, plan, participants: people }
    const report = reportOf(isBeside ? { ...from, beside: listing } : from)
    const html = await reportHtml(report, 'en')
    times.push(processorSeconds() - started)
    bytes = Buffer.byteLength(html)
  }
  const seconds = Math.min(...times)
  return {
    figure: `report of ${people.size} participants (${facts} facts) ${how}, as HTML of ${(bytes / 1e6).toFixed(1)} MB`,
    value: `${seconds.toFixed(2)} s`,
    limit: `≤ ${most} s`,
    isWithin: seconds <= most,
  }
}

/** What this process has worked, in seconds: the same on a busy machine. */
function processorSeconds(): number {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1e6
}

/** A file of so many MB, each participant's facts repeated under other names, read as a stream. */
async function measureFile(megabytes: number): Promise<Measured> {
  const started = processorSeconds()
  let most = 0
  const watch = setInterval(() => (most = Math.max(most, process.memoryUsage().rss)), 50)
  const gathered = await gatherFacts(readFactLines(chunks(megabytes * 1_000_000)))
  clearInterval(watch)
  most = Math.max(most, process.memoryUsage().rss)
  const seconds = processorSeconds() - started
  return {
    figure: `reading ${megabytes} MB of facts (${gathered.facts} facts of ${gathered.participants.size} participants)`,
    value: `${seconds.toFixed(1)} s, ${Math.round(most / 1e6)} MB of memory`,
    limit: '≤ 2,000 MB',
    isWithin: most <= 2e9 && gathered.faultyLines === 0,
  }
}

async function* chunks(most: number): AsyncGenerator<Uint8Array> {
  let bytes = 0
  for (let round = 0; ; round++)
    for (const [id, own] of people) {
      const lines = own.map((fact) => JSON.stringify({ ...fact, participant: `${id}-${round}` }))
      const chunk = Buffer.from(`${lines.join('\n')}\n`)
      bytes += chunk.byteLength
      if (bytes > most) return
      yield chunk
    }
}

function page(rows: readonly Measured[]): string {
  const { cpu, cores, memoryGb, system, node } = machine()
  return `# Benchmarks of a study's report

Made by \`npm run bench:study\`; do not edit by hand. Measured on ${cpu}, ${cores} cores, ${memoryGb} GB of memory, ${system}.
Node ${node}. The participants are invented. Seconds are of processor time; a report is the best of three.

| figure | measured | limit | verdict |
| --- | --- | --- | --- |
${rows.map(({ figure, value, limit, isWithin }) => `| ${figure} | ${value} | ${limit} | ${isWithin ? 'pass' : 'FAIL'} |`).join('\n')}
`
}
