import { type Command, Option } from 'commander'
import type { ClaimsListOptions } from './claims.ts'
import type { CommonOptions, Terminal } from './terminal.ts'

type Shared = (command: Command) => Command

/** `trialway claims list` and `decide`. */
export function addClaims(program: Command, terminal: Terminal, common: Shared): void {
  const claims = program.command('claims').description('who says that a listing is theirs')
  common(claims.command('list'))
    .description('claims that wait for you; --all also those that were decided last')
    .option('--all', 'also those that were decided')
    .option('--json', 'print them as JSON')
    .action(async (options: ClaimsListOptions) => {
      const { claimsListCommand } = await import('./claims.ts')
      await claimsListCommand(terminal, options)
    })
  common(claims.command('decide'))
    .description('grant or refuse a claim that waits, or undo one with all that came from it')
    .argument('<id>', 'as "trialway claims list" prints it')
    .addOption(
      new Option('--as <decision>').choices(['grant', 'refuse', 'undo']).makeOptionMandatory(),
    )
    .action(
      async (id: string, options: CommonOptions & { readonly as: 'grant' | 'refuse' | 'undo' }) => {
        const { claimsDecideCommand } = await import('./claims.ts')
        await claimsDecideCommand(terminal, id, options)
      },
    )
}
