import { lstatSync } from 'node:fs'
import type { Config } from '../app/config/config.ts'
import { readSoundManifest } from '../finder/catalogue/model/manifest.ts'
import { catalogueFolder, spoolFolder } from '../app/folders.ts'
import { takeImportLock } from './import-lock.ts'
import { importReport } from './import-report.ts'
import {
  isMissingAny,
  isNothingRead,
  rejectionsInWords,
  summaryAsJson,
  summaryInWords,
  type WholeImport,
} from './import-summary.ts'
import { exitCodes, WrongUsage } from './outcome.ts'
import { preparePlaces } from './prepare-places.ts'
import { openProgress, type Progress } from './progress.ts'
import { apiName, type ApiReading, apiSource, fileSource, isAddress } from './sources.ts'
import type { CommonOptions, Terminal } from './terminal.ts'

/** What `trialway import` may be told. */
export interface ImportFlags extends CommonOptions {
  /** `yyyy-MM-dd`. */
  readonly since?: string
  readonly changed?: boolean
  readonly report?: string
  readonly json?: boolean
}

/**
 * Imports sources in order, prints a summary and names what was rejected, and answers the exit code. Throws `WrongUsage`
 * for sources and options that cannot be used, and `Failure` where another import is running.
 */
export async function importCommand(
  terminal: Terminal,
  sources: readonly string[],
  options: ImportFlags,
): Promise<number> {
  checkUsage(sources, options)
  const config = terminal.config()
  const progress = openProgress({
    stream: terminal.stderr,
    quiet: options.quiet === true,
    clock: () => performance.now(),
  })
  const lock = takeImportLock(config.dataDir, terminal.now())
  try {
    const whole = await importAll(terminal, config, progress, sources, options)
    if (options.json) terminal.stdout.write(summaryAsJson(whole))
    const isShort = options.json === true || options.quiet === true
    const words = isShort
      ? rejectionsInWords(whole, options.report)
      : summaryInWords(whole, options.report)
    terminal.stderr.write(words)
    return exitCodeOf(whole)
  } finally {
    progress.end()
    lock.release()
  }
}

/** A script is told by the code alone that part of what it gave is missing. */
function exitCodeOf({ imports }: WholeImport): number {
  if (isNothingRead(imports)) return exitCodes.failed
  const isWhole = imports.every(
    (one) => one.broken === 0 && !isNothingRead([one]) && !isMissingAny(one.mending),
  )
  return isWhole ? exitCodes.good : exitCodes.partly
}

/** What can be known to be wrong before anything is done is said before anything is done. */
function checkUsage(sources: readonly string[], options: ImportFlags): void {
  const files = sources.filter((source) => !isAddress(source))
  if (options.since !== undefined && options.changed)
    throw new WrongUsage('Give --since or --changed, not both.')
  if ((options.since !== undefined || options.changed) && files.length > 0)
    throw new WrongUsage(
      '--since and --changed are for the address of an API; files are read whole.',
    )
  const problems = [
    ...sources.filter((source) => isAddress(source) && !URL.canParse(source)).map(noAddress),
    ...files.flatMap(problemWith),
  ]
  if (problems.length > 0) throw new WrongUsage(problems.join('\n'))
}

function noAddress(source: string): string {
  return `${source} is not an address.`
}

function problemWith(source: string): string[] {
  if (source === '-') return []
  try {
    lstatSync(source)
    return []
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    if (code === 'ENOENT') return [`There is no file or folder ${source}.`]
    return [`${source} cannot be read (${code}).`]
  }
}

async function importAll(
  terminal: Terminal,
  config: Config,
  progress: Progress,
  sources: readonly string[],
  options: ImportFlags,
): Promise<WholeImport> {
  const began = performance.now()
  const report = importReport(options.report)
  try {
    preparePlaces(config, progress)
    const groups = sources.map((source) => [
      isAddress(source)
        ? apiSource({
            ...howToRead(source, options, terminal, config),
            address: source,
            folder: spoolFolder(config),
            now: terminal.now(),
            signal: terminal.signal,
          })
        : fileSource(source, terminal.signal),
    ])
    const { importSources } = await import('./import-sources.ts')
    const imports = await importSources(groups, { terminal, config, progress, ...report })
    return { imports, ...report.found(), seconds: (performance.now() - began) / 1000 }
  } finally {
    report.close()
  }
}

/** What changed can only be asked where everything was read once before: else everything is read now. */
function howToRead(
  address: string,
  { since, changed }: ImportFlags,
  terminal: Terminal,
  config: Config,
): Pick<ApiReading, 'since' | 'isComplete'> {
  const day = readSoundManifest(catalogueFolder(config))?.readings?.[apiName(address)]
  if (since !== undefined) return { since, isComplete: day !== undefined && since <= day }
  if (changed && day === undefined)
    terminal.stderr.write(
      `${address} was never imported whole into this catalogue. So all of it is read now, not only what changed.\n`,
    )
  return { since: changed ? day : undefined, isComplete: true }
}
