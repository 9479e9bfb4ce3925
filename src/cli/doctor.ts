import { styleText } from 'node:util'
import { isDictionaryKept } from '../base/zstd.ts'
import {
  chromium,
  clock,
  dataFolder,
  freeSpace,
  nodeVersion,
  packing,
  port,
  snapshot,
  sqlite,
  type Check,
} from './doctor-machine.ts'
import { operatorPages, proxy } from './doctor-door.ts'
import { catalogue, places } from './doctor-house.ts'
import { operatorNamed } from './doctor-operator.ts'
import { recordsChecks } from './doctor-records.ts'
import { exitCodes } from './outcome.ts'
import type { CommonOptions, Terminal } from './terminal.ts'

/** What `trialway doctor` may be told. */
export interface DoctorOptions extends CommonOptions {
  readonly json?: boolean
}

/** Checks everything Trialway needs, says what to do where something is wrong, and answers the exit code. */
export async function doctorCommand(terminal: Terminal, options: DoctorOptions): Promise<number> {
  const config = terminal.config()
  const now = terminal.now()
  const checks: Check[] = [
    nodeVersion(process.versions.node),
    sqlite(process.versions['sqlite']),
    packing(isDictionaryKept()),
    dataFolder(config.dataDir),
    freeSpace(config),
    snapshot(),
    places(config),
    await catalogue(config, now),
    ...(await recordsChecks(config, now)),
    clock(config, now),
    await port(config),
    await operatorPages(config),
    await proxy(config),
    operatorNamed(config),
    chromium(),
  ]
  const shown = options.quiet ? checks.filter(({ state }) => state === 'wrong') : checks
  const isColoured = terminal.stdout.isTTY === true && terminal.stdout.hasColors?.() === true
  terminal.stdout.write(
    options.json ? asJson(checks) : shown.map((check) => inWords(check, isColoured)).join(''),
  )
  return checks.some(({ state }) => state === 'wrong') ? exitCodes.failed : exitCodes.good
}

function asJson(checks: readonly Check[]): string {
  const ok = checks.every(({ state }) => state !== 'wrong')
  return `${JSON.stringify({ ok, checks }, null, 2)}\n`
}

const marks = { good: 'good ', note: 'note ', wrong: 'WRONG' } as const
const colours = { good: 'green', note: 'yellow', wrong: 'red' } as const

function inWords({ state, name, text, todo }: Check, isColoured: boolean): string {
  const mark = isColoured
    ? styleText(colours[state], marks[state], { validateStream: false })
    : marks[state]
  const advice = todo ? `\n        ${todo}` : ''
  return `${mark}  ${name}: ${text}${advice}\n`
}
