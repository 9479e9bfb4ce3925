import { Command, CommanderError, InvalidArgumentError } from 'commander'
import { version } from '../app/version.ts'
import type { DoctorOptions } from './doctor.ts'
import type { ImportFlags } from './import.ts'
import type { MatchCommandOptions } from './match.ts'
import { endingOf, exitCodes } from './outcome.ts'
import { addAccount } from './program-account.ts'
import { addAlerts } from './program-alerts.ts'
import { addClaims } from './program-claims.ts'
import { addAudit } from './program-audit.ts'
import { addMail } from './program-mail.ts'
import { addProtocol } from './program-protocol.ts'
import { addReport } from './program-report.ts'
import { addRecords } from './program-records.ts'
import type { CommonOptions, Terminal } from './terminal.ts'
import { addSearchOptions, searchOptionNames, type SearchOptions } from './search-options.ts'

/** Runs one command; the answer is the exit code. Each command is loaded only when it is the one asked for. */
export async function runProgram(words: readonly string[], terminal: Terminal): Promise<number> {
  let exitCode: number = exitCodes.good
  const program = createProgram(terminal, (code) => (exitCode = code))
  try {
    await program.parseAsync(words, { from: 'user' })
    return exitCode
  } catch (error) {
    if (error instanceof CommanderError)
      return error.exitCode === 0 ? exitCodes.good : exitCodes.wrongUsage
    const ending = endingOf(error, words.includes('--verbose') || words.includes('-v'))
    terminal.stderr.write(`${ending.text}\n`)
    return ending.exitCode
  }
}

function createProgram(terminal: Terminal, end: (code: number) => void): Command {
  const program = new Command('trialway')
    .description('Find studies, and run the server that lets others find them.')
    .version(version(), '-V, --version', 'print the version')
    .helpOption('-h, --help', 'print this help')
    .configureOutput({
      writeOut: (text) => terminal.stdout.write(text),
      writeErr: (text) => terminal.stderr.write(text),
    })
    .showHelpAfterError('(add --help to see what can be given)')
    .exitOverride()
  addServe(program, terminal)
  addImport(program, terminal, end)
  addSearch(program, terminal)
  addMatch(program, terminal)
  addAlerts(program, terminal, common)
  addMail(program, terminal, common)
  addProtocol(program, terminal, common, end)
  addReport(program, terminal, common)
  addAccount(program, terminal, common)
  addClaims(program, terminal, common)
  addRecords(program, terminal, common)
  addAudit(program, terminal, common, end)
  addDoctor(program, terminal, end)
  return program.addHelpText('after', helpEnd)
}

const helpEnd = `
Settings come from the environment or a .env file here: see .env.example.
Data goes to standard output, progress to standard error.
Exit codes: 0 good, 1 failed, 2 wrong usage, 3 imported in part, 130 interrupted.`

function addServe(program: Command, terminal: Terminal): void {
  common(program.command('serve'))
    .description(
      'start the server; the first start builds the catalogue from the data that comes with Trialway',
    )
    .action(async (options: CommonOptions) => {
      const { serveCommand } = await import('./serve.ts')
      await serveCommand(terminal, options)
    })
}

function addImport(program: Command, terminal: Terminal, end: (code: number) => void): void {
  common(program.command('import'))
    .description('import studies from files, folders or a registry API, in the order given')
    .argument(
      '<source...>',
      'a file or folder (.json, .ndjson, .xml, .zip, .gz), or the address of an API',
    )
    .option(
      '--since <date>',
      'from an API: only what changed on this day (yyyy-mm-dd) or later',
      readDay,
    )
    .option(
      '--changed',
      'from an API: only what changed since it was last read; all, the first time',
    )
    .option(
      '--report <file>',
      'write every record that was not imported, and why, and remarks on those that were, one JSON a line',
    )
    .option('--json', 'print the summary as JSON')
    .action(async (sources: string[], options: ImportFlags) => {
      const { importCommand } = await import('./import.ts')
      end(await importCommand(terminal, sources, options))
    })
}

function addSearch(program: Command, terminal: Terminal): void {
  const search = common(program.command('search'))
    .description('search the catalogue in plain words')
    .argument('[words...]', 'words in any field; "…", OR and - work')
  addSearchOptions(search, searchOptionNames)
    .option('--json', 'print the results as JSON')
    .action(async (words: string[], options: SearchOptions) => {
      const { searchCommand } = await import('./search.ts')
      await searchCommand(terminal, words, options)
    })
}

function addMatch(program: Command, terminal: Terminal): void {
  common(program.command('match'))
    .description(
      'rank studies for a clinical note in English or French or a FHIR Bundle; nothing is kept',
    )
    .argument('<file>', 'the note or the Bundle; - reads standard input')
    .option('--limit <number>', 'how many studies, 1 to 100', readLimit, 10)
    .option('--open', 'only studies that look for people')
    .option('--near <place>', 'a town or a postcode: shows the nearest open site')
    .option('--json', 'print what was read and every rule as JSON')
    .action(async (file: string, options: MatchCommandOptions) => {
      const { matchCommand } = await import('./match.ts')
      await matchCommand(terminal, file, options)
    })
}

function readLimit(text: string): number {
  const limit = Number(text)
  if (!/^\d{1,3}$/.test(text) || limit < 1 || limit > 100)
    throw new InvalidArgumentError('It must be a number from 1 to 100.')
  return limit
}

function addDoctor(program: Command, terminal: Terminal, end: (code: number) => void): void {
  common(program.command('doctor'))
    .description(
      'check that everything Trialway needs is there, and say what to do where it is not',
    )
    .option('--json', 'print the checks as JSON')
    .action(async (options: DoctorOptions) => {
      const { doctorCommand } = await import('./doctor.ts')
      end(await doctorCommand(terminal, options))
    })
}

function common(command: Command): Command {
  return command
    .option('-q, --quiet', 'no progress, only what went wrong')
    .option('-v, --verbose', 'more detail on standard error')
}

function readDay(text: string): string {
  const isDay = /^\d{4}-\d\d-\d\d$/.test(text) && !Number.isNaN(Date.parse(`${text}T00:00:00Z`))
  if (!isDay || new Date(`${text}T00:00:00Z`).toISOString().slice(0, 10) !== text)
    throw new InvalidArgumentError('It must be a day, such as 2026-01-31.')
  return text
}
