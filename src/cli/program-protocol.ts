import { Argument, type Command, Option } from 'commander'
import type { SchemaName } from '../study/protocol/read/json-schemas.ts'
import type { ExplainOptions } from './protocol-explain.ts'
import type { ProtocolOptions } from './protocol-files.ts'
import type { Terminal } from './terminal.ts'

type Shared = (command: Command) => Command
type End = (code: number) => void

/** `trialway protocol check`, `show`, `diff` and `explain`. */
export function addProtocol(program: Command, terminal: Terminal, common: Shared, end: End): void {
  const protocol = program
    .command('protocol')
    .description('check, read and compare protocols, and see what one says of a participant')
  inWords(common(protocol.command('check')))
    .description('look for every fault in the file of a protocol')
    .argument('<file>', 'the file of one version, or a folder with all of them')
    .action(async (file: string, options: ProtocolOptions) => {
      const { protocolCheckCommand } = await import('./protocol-check.ts')
      end(await protocolCheckCommand(terminal, file, options))
    })
  inWords(common(protocol.command('show')))
    .description('a protocol in words: every rule as it is read, beside the words of its source')
    .argument('<file>', 'the file of one version, or the name of one that comes with Trialway')
    .action(async (file: string, options: ProtocolOptions) => {
      const { protocolShowCommand } = await import('./protocol-show.ts')
      await protocolShowCommand(terminal, file, options)
    })
  inWords(common(protocol.command('diff')))
    .description('what a version changes, as an amendment sums it up')
    .argument('<old>', 'the version before')
    .argument('<new>', 'the version after')
    .action(async (before: string, after: string, options: ProtocolOptions) => {
      const { protocolDiffCommand } = await import('./protocol-diff.ts')
      await protocolDiffCommand(terminal, before, after, options)
    })
  addExplain(protocol, terminal, common)
  protocol
    .command('schema')
    .description('the JSON Schema of a file of a protocol, of facts or of settings')
    .addArgument(new Argument('<name>', 'which').choices(['protocol', 'fact', 'settings']))
    .action(async (name: SchemaName) => {
      const { protocolSchemaCommand } = await import('./protocol-schema.ts')
      protocolSchemaCommand(terminal, name)
    })
}

function addExplain(protocol: Command, terminal: Terminal, common: Shared): void {
  inWords(common(protocol.command('explain')))
    .description(
      'what a protocol says of one participant: the next dose with every step, what is due, each criterion with its reason',
    )
    .argument(
      '<protocol>',
      'the file of a version, a folder with several, or the name of one that comes with Trialway, as NCT02390596.listing',
    )
    .argument(
      '<facts>',
      'a file with a fact a line (NDJSON) or a list of facts; - reads standard input',
    )
    .option('--at <time>', 'the moment to explain, as 2017-03-09T10:00+01:00; now, without it')
    .option('--participant <id>', 'whose facts, where the file holds those of several')
    .option('--zone <zone>', 'where the clock hung for times without an offset, as Europe/Paris')
    .option('--site <site>', 'where the participant is seen: which version is in force there')
    .option('--settings <file>', 'what the operator has set where the protocol is silent (JSON)')
    .action(async (protocolName: string, facts: string, options: ExplainOptions) => {
      const { protocolExplainCommand } = await import('./protocol-explain.ts')
      await protocolExplainCommand(terminal, protocolName, facts, options)
    })
}

function inWords(command: Command): Command {
  return command
    .addOption(new Option('--lang <language>', 'en or fr').choices(['en', 'fr']).default('en'))
    .option('--json', 'print it as JSON')
}
