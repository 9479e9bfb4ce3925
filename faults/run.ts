import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { loadNow, machine } from '../bench/machine.ts'
import { allFaults } from './all-faults.ts'
import type { Fault, PostgresSetup } from './fault.ts'
import { type Options, readOptions, usage } from './options.ts'
import { startPostgres } from './postgres.ts'
import { reportOf } from './report.ts'
import { addedUp, readResults, type Result, type Results, writeResults } from './results.ts'

// Breaks things on purpose, one after the other, and writes down what happened.

// So that what was started ends with this, too.
for (const name of ['SIGINT', 'SIGTERM'] as const) process.once(name, () => process.exit(130))

const options = optionsOrUsage()
const say = (text: string): void =>
  console.error(`${new Date().toISOString().slice(11, 19)} ${text}`)
mkdirSync(options.folder, { recursive: true })
let results: Results = { faults: {}, ...readResults(options.folder), machine: machine() }
let isGood = true

for (const fault of allFaults) {
  if (options.only.length > 0 && !options.only.some((id) => matches(fault, id))) continue
  if (options.skip.some((id) => matches(fault, id))) continue
  if (!options.postgresOnly) await keep(fault, undefined)
  if (options.postgres && fault.onPostgres) await onPostgres(fault)
}
if (!options.quick) writeFileSync(options.report, reportOf(results))
process.exitCode = isGood ? 0 : 1

/** What was asked for; where it cannot be read or names no fault, what can be asked, and the end. */
function optionsOrUsage(): Options {
  try {
    const read = readOptions(process.argv.slice(2))
    const unknown = [...read.only, ...read.skip].filter(
      (asked) => !allFaults.some((fault) => matches(fault, asked)),
    )
    if (unknown.length > 0) throw new Error(`There is no fault ${unknown.join(', ')}.`)
    return read
  } catch (error) {
    console.error(`${error instanceof Error ? error.message : String(error)}\n\n${usage}`)
    process.exit(2)
  }
}

function matches({ id }: Fault, asked: string): boolean {
  return id === asked || id.split(/[ +]+/).includes(asked)
}

async function onPostgres(fault: Fault): Promise<void> {
  const folder = join(options.folder, 'trialway-postgres')
  const postgres = await startPostgres(folder)
  results = { ...results, postgres: postgres.version }
  try {
    await keep(fault, postgres)
  } finally {
    await postgres.stop()
  }
}

async function keep(fault: Fault, postgres: PostgresSetup | undefined): Promise<void> {
  const name = `${fault.id}${postgres ? '/postgres' : ''}`
  say(`${name}: ${fault.title}`)
  const latest = await resultOf(fault, postgres, options)
  const before = options.isAdded ? results.faults[name] : undefined
  const result = before ? addedUp(before, latest) : latest
  const { outcome, error } = result
  if (error !== undefined || (outcome?.failures.length ?? 0) > 0) isGood = false
  say(`  ${error ?? JSON.stringify(outcome, null, 1)}`)
  results = { ...results, faults: { ...results.faults, [name]: result } }
  if (!options.quick) writeResults(options.folder, results)
}

async function resultOf(
  fault: Fault,
  postgres: PostgresSetup | undefined,
  { seed, quick, share, soakMinutes }: Options,
): Promise<Result> {
  const folder = join(options.folder, 'work')
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder)
  const began = performance.now()
  const setup = {
    seed,
    quick,
    folder,
    say: (text: string) => say(`  ${text}`),
    soakMinutes: quick ? 0.5 : soakMinutes,
    times: (few: number, many: number) => (quick ? few : Math.ceil((many * share) / 100)),
    ...(postgres && { postgres }),
  }
  const about = (): Omit<Result, 'outcome'> => ({
    day: new Date().toISOString().slice(0, 10),
    seed,
    seconds: Math.round((performance.now() - began) / 1000),
    load: loadNow().load,
  })
  try {
    const outcome = await fault.run(setup)
    return { outcome, ...about() }
  } catch (error) {
    return {
      error: error instanceof Error ? (error.stack ?? error.message) : String(error),
      ...about(),
    }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
