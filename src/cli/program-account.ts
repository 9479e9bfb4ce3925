import { type Command, Option } from 'commander'
import { studyRoles, houseRoles } from '../people/accounts/model/actor.ts'
import type { AccountAddOptions, AccountListOptions, RoleOptions } from './account.ts'
import type { CommonOptions, Terminal } from './terminal.ts'

type Shared = (command: Command) => Command

/** `trialway account add`, `list`, `role`, `end`, `close` and `sign-in-link`. */
export function addAccount(program: Command, terminal: Terminal, common: Shared): void {
  const account = program
    .command('account')
    .description('who may sign in: study teams, auditors, and who runs the site')
  common(account.command('add'))
    .description('make an account, or open a closed one again; --role gives it a role at once')
    .argument('<address>', anAddress)
    .requiredOption('--name <name>', 'as colleagues know them')
    .addOption(
      new Option('--language <language>', 'of their mails').choices(['en', 'fr']).default('en'),
    )
    .addOption(new Option('--role <role>').choices([...new Set([...studyRoles, ...houseRoles])]))
    .option('--study <id>', aStudy)
    .option('--site <id>', aSite)
    .action(async (address: string, options: AccountAddOptions) => {
      const { accountAddCommand } = await import('./account.ts')
      await accountAddCommand(terminal, address, options)
    })
  common(account.command('list'))
    .description('every account with its roles')
    .option('--json', 'print them as JSON')
    .action(async (options: AccountListOptions) => {
      const { accountListCommand } = await import('./account.ts')
      await accountListCommand(terminal, options)
    })
  addRoles(account, terminal, common)
  common(account.command('close'))
    .description('nobody signs in to it any more: its roles, sessions and passkeys end')
    .argument('<address>', anAddress)
    .action(async (address: string, options: CommonOptions) => {
      const { accountCloseCommand } = await import('./account.ts')
      await accountCloseCommand(terminal, address, options)
    })
  common(account.command('sign-in-link'))
    .description('print a link that signs in, once and within 20 minutes; nothing is mailed')
    .argument('<address>', anAddress)
    .action(async (address: string) => {
      const { accountLinkCommand } = await import('./account.ts')
      await accountLinkCommand(terminal, address)
    })
}

function addRoles(account: Command, terminal: Terminal, common: Shared): void {
  for (const [verb, told] of [
    ['role', 'give an account a role'],
    ['end', 'end a role of an account, from its next request on'],
  ] as const)
    common(account.command(verb))
      .description(told)
      .argument('<address>', anAddress)
      .argument('<role>', [...new Set([...studyRoles, ...houseRoles])].join(', '))
      .option('--study <id>', aStudy)
      .option('--site <id>', aSite)
      .action(async (address: string, role: string, options: RoleOptions) => {
        const { accountEndCommand, accountRoleCommand } = await import('./account.ts')
        const command = verb === 'role' ? accountRoleCommand : accountEndCommand
        await command(terminal, address, { ...options, role })
      })
}

const anAddress = 'an e-mail address; - reads it from standard input'
const aStudy = 'an NCT id, for the roles of a desk'
const aSite =
  'the id of a site of that study, as ?site= of its pages has it; all its sites without it'
