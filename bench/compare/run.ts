/**
 * `npm run bench:compare -- --before DIR`: measures another checkout of Trialway and this one in turn, and
 * writes how much each figure of the newer one costs. Pairs, because machines are noisy: what slows one side slows
 * the other.
 */
import { existsSync, linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { availableParallelism, cpus, tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { spawn } from 'node:child_process'
import { parseArgs } from 'node:util'
import { measureMultiply } from '../measure-multiply.ts'
import { snapshotFolder } from '../read-snapshot.ts'
import { ended, endWithUs } from '../processes.ts'
import { compared, type Figures, type Pair } from './figures.ts'

const usage = `npm run bench:compare -- --before DIR [options]
  --before DIR       a checkout of the version to compare with, its packages installed
  --studies 60000    how many studies
  --alerts 100000    how many alerts
  --pairs 7          how often each side is measured
  --folder DIR       for archives and catalogues (default: in the temporary folder)
  --archive FILE     studies made before, instead of making them
  --only search,…    of import, search, pages, alerts
  --report FILE      where the table goes (default: docs/benchmarks-compared.md)
`
const marks = ['before', 'after'] as const
const stages = ['import', 'search', 'pages', 'alerts'] as const

for (const name of ['SIGINT', 'SIGTERM'] as const) process.once(name, () => process.exit(130))

const options = readOptions()
const sides = { before: options.before, after: resolve(import.meta.dirname, '../..') }
await makeReady()
const pairs: Pair[] = []
for (let pair = 0; pair < options.pairs; pair++)
  for (const stage of options.only) pairs.push(await measurePair(stage, pair))
write()

/** Both sides right after one another; who comes first changes with every pair. */
async function measurePair(stage: string, pair: number): Promise<Pair> {
  const order = pair % 2 === 0 ? marks : marks.toReversed()
  const found = new Map<string, Figures>()
  for (const mark of order) {
    found.set(mark, await measureSide(mark, stage))
    say(`pair ${pair + 1}, ${stage}, ${mark}: ${JSON.stringify(found.get(mark))}`)
  }
  return { before: found.get('before') ?? {}, after: found.get('after') ?? {} }
}

async function makeReady(): Promise<void> {
  const archive = options.archive ?? join(options.folder, 'studies.zip')
  mkdirSync(options.folder, { recursive: true })
  if (!existsSync(archive)) {
    say('making studies')
    const { folder, studies } = options
    const today = '2026-11-23'
    await measureMultiply({ studies, folder, source: snapshotFolder(), today, say })
  }
  for (const mark of marks) {
    const folder = join(options.folder, mark)
    mkdirSync(folder, { recursive: true })
    rmSync(join(folder, 'studies.zip'), { force: true })
    linkSync(archive, join(folder, 'studies.zip'))
    if (!options.only.includes('import') && !existsSync(join(folder, 'data/catalogue')))
      await measureSide(mark, 'import')
  }
}

/** Alerts need a catalogue and records of their own, made once. */
async function measureSide(mark: (typeof marks)[number], stage: string): Promise<Figures> {
  const folder = join(options.folder, mark)
  if (stage === 'alerts' && !existsSync(join(folder, 'records/records.sqlite')))
    await runSide(mark, 'fill')
  return runSide(mark, stage)
}

async function runSide(mark: (typeof marks)[number], stage: string): Promise<Figures> {
  const program = join(import.meta.dirname, 'side.ts')
  const folder = join(options.folder, mark)
  const args = [sides[mark], stage, folder, String(options.studies), String(options.alerts)]
  const child = spawn(
    process.execPath,
    ['--disable-warning=ExperimentalWarning', program, ...args],
    { stdio: ['ignore', 'pipe', 'inherit'] },
  )
  endWithUs(child, 'SIGTERM')
  let output = ''
  child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()))
  const code = await ended(child)
  if (code !== 0) throw new Error(`${stage} of ${sides[mark]} ended with ${code}`)
  return JSON.parse(output.trim().split('\n').at(-1) ?? '') as Figures
}

/** The section of one size, in a report that may hold other sizes. */
function write(): void {
  const title = `## ${options.studies.toLocaleString('en')} studies, ${options.alerts.toLocaleString('en')} alerts`
  const day = new Date().toISOString().slice(0, 10)
  const machine = `${availableParallelism()} cores (${cpus()[0]?.model ?? 'unknown'}), Node ${process.versions.node}, ${day}`
  const section = `${title}\n\n${machine}.\n\n${compared(pairs)}\n`
  const head = '# This version beside the one before\n'
  const old = existsSync(options.report) ? readFileSync(options.report, 'utf8') : head
  const others = old.split(/^(?=## )/m).filter((part) => !part.startsWith(title))
  writeFileSync(
    options.report,
    `${[...others.map((part) => part.trimEnd()), section].join('\n\n')}`,
  )
  say(`The report is in ${options.report}`)
}

function readOptions() {
  const { values } = parseArgs({
    options: {
      before: { type: 'string' },
      studies: { type: 'string', default: '60000' },
      alerts: { type: 'string', default: '100000' },
      pairs: { type: 'string', default: '7' },
      folder: { type: 'string', default: join(tmpdir(), 'trialway-compare') },
      archive: { type: 'string' },
      only: { type: 'string', default: stages.join(',') },
      report: {
        type: 'string',
        default: join(import.meta.dirname, '../../docs/benchmarks-compared.md'),
      },
    },
  })
  const [studies, alerts, pairs] = [values.studies, values.alerts, values.pairs].map(Number)
  const only = values.only.split(',')
  const isWhole = [studies, alerts, pairs].every((number) => Number.isInteger(number))
  if (
    values.before === undefined ||
    !isWhole ||
    only.some((one) => !stages.includes(one as never))
  ) {
    process.stderr.write(usage)
    process.exit(2)
  }
  return {
    before: resolve(values.before),
    studies: studies ?? 0,
    alerts: alerts ?? 0,
    pairs: pairs ?? 0,
    folder: resolve(values.folder),
    ...(values.archive !== undefined && { archive: resolve(values.archive) }),
    only,
    report: resolve(values.report),
  }
}

function say(text: string): void {
  process.stderr.write(`${new Date().toISOString().slice(11, 19)} ${text}\n`)
}
