import { lstatSync } from 'node:fs'
import type { Config } from '../config.ts'
import { readManifest } from '../finder/catalogue/manifest.ts'
import type { Problem } from '../finder/registry/records.ts'
import { catalogueFolder, spoolFolder } from '../folders.ts'
import { takeImportLock } from './import-lock.ts'
import { importReport } from './import-report.ts'
import { summaryAsJson, summaryInWords, type WholeImport } from './import-summary.ts'
import { Failure, WrongUsage } from './outcome.ts'
import { preparePlaces } from './prepare-places.ts'
import { openProgress, type Progress } from './progress.ts'
import { apiSource, fileSource, isAddress } from './sources.ts'
import type { CommonOptions, Terminal } from './terminal.ts'

export interface ImportOptions extends CommonOptions {
  /** `yyyy-MM-dd`. */
  readonly since?: string
  readonly changed?: boolean
  readonly report?: string
  readonly json?: boolean
}

/** Imports sources in order, and prints what came of it. */
export async function importCommand(
  terminal: Terminal,
  sources: readonly string[],
  options: ImportOptions,
): Promise<void> {
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
    else if (!options.quiet) terminal.stderr.write(summaryInWords(whole, options.report))
  } finally {
    progress.end()
    lock.release()
  }
}

/** What can be known to be wrong before anything is done is said before anything is done. */
function checkUsage(sources: readonly string[], options: ImportOptions): void {
  const files = sources.filter((source) => !isAddress(source))
  if (options.since !== undefined && options.changed)
    throw new WrongUsage('Give --since or --changed, not both.')
  if ((options.since !== undefined || options.changed) && files.length > 0)
    throw new WrongUsage(
      '--since and --changed are for the address of an API; files are read whole.',
    )
  const problems = files.flatMap(problemWith)
  if (problems.length > 0) throw new WrongUsage(problems.join('\n'))
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
  options: ImportOptions,
): Promise<WholeImport> {
  const began = performance.now()
  const since = options.changed ? lastProcessed(config) : options.since
  const report = importReport(options.report)
  const problems: Problem[] = []
  const onProblem = (problem: Problem): void => {
    report.add(problem)
    if (problems.length < mostKept) problems.push(problem)
  }
  try {
    preparePlaces(config, progress)
    const groups = sources.map((source) => [
      isAddress(source)
        ? apiSource({
            address: source,
            since,
            folder: spoolFolder(config),
            now: terminal.now(),
            signal: terminal.signal,
          })
        : fileSource(source, terminal.signal),
    ])
    const { importSources } = await import('./import-sources.ts')
    const imports = await importSources(groups, { terminal, config, progress, onProblem })
    return { imports, problems, seconds: (performance.now() - began) / 1000 }
  } finally {
    report.close()
  }
}

/** The summary shows some of what was rejected; the report has all. */
const mostKept = 100

/** The newest day the registry had processed when the catalogue was made. */
function lastProcessed(config: Config): string {
  const summary = readManifest(catalogueFolder(config))?.summary
  const day = summary?.processedTo ?? summary?.imported
  if (day === undefined)
    throw new Failure('There is no catalogue yet to compare with. Import without --changed first.')
  return day
}
