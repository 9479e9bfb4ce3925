import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { catalogueFolder, type BenchSetup, zipFile } from './setup.ts'
import { loadNow } from './machine.ts'
import { measureChanges } from './measure-changes.ts'
import { measureImport } from './measure-import.ts'
import { measureMultiply } from './measure-multiply.ts'
import { measurePageWeight } from './measure-page-weight.ts'
import { measurePagesServed } from './measure-pages-served.ts'
import { measurePostgres } from './measure-postgres.ts'
import { measureSearch } from './measure-search.ts'
import { measureServer } from './measure-server.ts'
import { measureSlow } from './measure-slow.ts'
import { measureTerms } from './measure-terms.ts'
import { isAskedFor, type Options, readOptions, usage } from './options.ts'
import { reportOf } from './report.ts'
import { readResults, type Results, type StageName, writeResults } from './results.ts'

/** In this order; what changes the catalogue comes last. */
const stages: readonly (readonly [StageName, (setup: BenchSetup) => unknown])[] = [
  ['multiply', measureMultiply],
  ['import', measureImport],
  ['terms', measureTerms],
  ['search', measureSearch],
  ['server', measureServer],
  ['served', measurePagesServed],
  ['weight', measurePageWeight],
  ['slow', measureSlow],
  ['postgres', measurePostgres],
  ['changes', measureChanges],
]

for (const name of ['SIGINT', 'SIGTERM'] as const) process.once(name, () => process.exit(130))

const options = askedOptions(process.argv.slice(2))
mkdirSync(options.folder, { recursive: true })
let results = readResults(options.folder)
let failures = 0
for (const scale of options.scales) await measureScale(scale)
writeFileSync(options.report, reportOf(results))
say(`The report is in ${options.report}`)
process.exitCode = failures > 0 ? 1 : 0

/** Nothing is measured where the options are asked for, or cannot be read. */
function askedOptions(args: readonly string[]): Options {
  if (args.includes('--help')) {
    process.stdout.write(usage)
    process.exit(0)
  }
  try {
    return readOptions(args)
  } catch (error) {
    process.stderr.write(`${(error as Error).message}\n\n${usage}`)
    process.exit(2)
  }
}

async function measureScale(studies: number): Promise<void> {
  const folder = join(options.folder, String(studies))
  const setup: BenchSetup = {
    studies,
    folder,
    source: options.source,
    today: '2026-11-23',
    say: (text) => say(`${studies}: ${text}`),
  }
  mkdirSync(folder, { recursive: true })
  for (const [name, measure] of stages) await measureStage(name, measure, setup)
  if (!options.keep) rmSync(folder, { recursive: true, force: true })
}

/** One stage. What it needs and is no longer there is made first; its failure is said and the rest goes on. */
async function measureStage(
  name: StageName,
  measure: (setup: BenchSetup) => unknown,
  setup: BenchSetup,
): Promise<void> {
  const scale = String(setup.studies)
  const isDone = results.scales[scale]?.[name] !== undefined
  if (!isAskedFor(name, isDone, options) && !isNeeded(name, setup)) return
  setup.say(name)
  const { load } = loadNow()
  const began = performance.now()
  try {
    const figures = await measure(setup)
    const seconds = (performance.now() - began) / 1000
    results = noted(results, scale, name, { figures, at: new Date().toISOString(), seconds, load })
    writeResults(options.folder, results)
    setup.say(`${name} took ${Math.round(seconds)} s`)
  } catch (error) {
    failures++
    setup.say(`${name} failed: ${(error as Error).stack ?? String(error)}`)
  }
}

/** The archive and the catalogue are made again when a later stage is to be done and they are gone. */
function isNeeded(name: StageName, setup: BenchSetup): boolean {
  if (name !== 'multiply' && name !== 'import') return false
  const later = stages.filter(([other]) => other !== 'multiply' && other !== 'import')
  const done = results.scales[String(setup.studies)] ?? {}
  const isWanted = later.some(([other]) => isAskedFor(other, done[other] !== undefined, options))
  const hasCatalogue = existsSync(join(catalogueFolder(setup), 'current.json'))
  if (name === 'import') return isWanted && !hasCatalogue
  const willImport =
    isAskedFor('import', done.import !== undefined, options) || (isWanted && !hasCatalogue)
  return willImport && !existsSync(zipFile(setup))
}

function noted(before: Results, scale: string, name: StageName, finding: object): Results {
  const own = { ...before.scales[scale], [name]: finding }
  return { ...before, scales: { ...before.scales, [scale]: own } }
}

function say(text: string): void {
  process.stderr.write(`${new Date().toISOString().slice(11, 19)} ${text}\n`)
}
