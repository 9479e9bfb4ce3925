import { type Command, InvalidArgumentError, Option } from 'commander'
import type { DemoFactsOptions } from './demo-facts.ts'
import type { DemoStudyOptions } from './demo-study.ts'
import type { ReportOptions } from './report.ts'
import type { CommonOptions, Terminal } from './terminal.ts'

type Shared = (command: Command) => Command

/** `trialway report`, `trialway demo`, `demo study` and `demo facts`. */
export function addReport(program: Command, terminal: Terminal, common: Shared): void {
  inLanguage(common(program.command('report')))
    .description(
      'the report of a study by one version of its protocol: tables, figures and listings from a file of facts',
    )
    .argument(
      '<protocol>',
      'the file of one version, or the name of one that comes with Trialway, as NCT02390596.report',
    )
    .argument(
      '<facts>',
      'a file with a fact a line (NDJSON), each with its participant; - reads standard input',
    )
    .addOption(
      new Option('--format <format>', 'html is one page; csv, json and svg a file each')
        .choices(['html', 'csv', 'json', 'svg'])
        .default('html'),
    )
    .option('--out <folder>', 'write the files there; standard output, without it')
    .option('--only <table>', 'one table or figure alone, by its name, as endpoints-primary')
    .option('--beside <protocol>', 'another version, read from the same facts, to stand beside')
    .option(
      '--plan <file>',
      'an analysis plan (JSON); "none" for none, where one comes with Trialway',
    )
    .option(
      '--sets <file>',
      'who is in which analysis set, as it was decided at the desk of the study (JSON)',
    )
    .option('--at <time>', 'facts up to this moment; up to the last of the file, without it')
    .option('--zone <zone>', 'where the clock hung for times without an offset, as Europe/Paris')
    .action(async (protocol: string, facts: string, options: ReportOptions) => {
      const { reportCommand } = await import('./report.ts')
      await reportCommand(terminal, protocol, facts, options)
    })
  addDemo(program, terminal, common)
}

function addDemo(program: Command, terminal: Terminal, common: Shared): void {
  const demo = common(program.command('demo'))
    .description(
      'fill a fresh data folder with a site, people and enquiries that are made up, and print links to sign in',
    )
    .action(async (options: CommonOptions) => {
      const { demoCommand } = await import('./demo.ts')
      await demoCommand(terminal, options)
    })
  common(demo.command('study'))
    .description(
      'fill a fresh data folder with a study that is run at three sites: people of every role and sixteen invented children, and print links to sign in',
    )
    .option(
      '--finished',
      'all sixteen have had their last visit, so that the report is that of the published study; else some are treated now',
    )
    .action(async (options: DemoStudyOptions) => {
      const { demoStudyCommand } = await import('./demo-study.ts')
      await demoStudyCommand(terminal, options)
    })
  inLanguage(common(demo.command('facts')))
    .description(
      'sixteen invented children as a file of facts, their counts fixed to those of a published study',
    )
    .option('--out <folder>', 'write facts.ndjson there; standard output, without it')
    .option('--seed <number>', 'draws other children with the same counts', readSeed)
    .action(async (options: DemoFactsOptions) => {
      const { demoFactsCommand } = await import('./demo-facts.ts')
      await demoFactsCommand(terminal, options)
    })
}

function inLanguage(command: Command): Command {
  return command.addOption(
    new Option('--lang <language>', 'en or fr').choices(['en', 'fr']).default('en'),
  )
}

function readSeed(text: string): number {
  const seed = Number(text)
  if (!/^\d{1,9}$/.test(text)) throw new InvalidArgumentError('It must be a number from 0.')
  return seed
}
