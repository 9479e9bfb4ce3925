import type { Command } from 'commander'
import type { MailOptions, MailRetryOptions } from './mail.ts'
import type { CommonOptions, Terminal } from './terminal.ts'

type Shared = (command: Command) => Command

/** `trialway mail status`, `send`, `retry`, `bounces`, `suppress` and `release`. */
export function addMail(program: Command, terminal: Terminal, common: Shared): void {
  const mail = program.command('mail').description('look after the outbox')
  common(mail.command('status'))
    .description('what waits, what was sent, what failed: numbers only')
    .option('--json', 'print the numbers as JSON')
    .action(async (options: MailOptions) => {
      const { mailStatusCommand } = await import('./mail.ts')
      await mailStatusCommand(terminal, options)
    })
  common(mail.command('send'))
    .description('send what is due, and end; the server does this by itself')
    .option('--json', 'print what was done as JSON')
    .action(async (options: MailOptions) => {
      const { mailSendCommand } = await import('./mail.ts')
      await mailSendCommand(terminal, options)
    })
  common(mail.command('retry'))
    .description('make mails due now that wait to be tried again; all of them, or those named')
    .argument('[id...]', 'ids of mails, also of such as failed')
    .option('--failed', 'also what failed in the last seven days')
    .action(async (ids: string[], options: MailRetryOptions) => {
      const { mailRetryCommand } = await import('./mail.ts')
      await mailRetryCommand(terminal, ids, options)
    })
  common(mail.command('bounces'))
    .description('take in mail that came back, and complaints; the same again changes nothing')
    .argument('<file...>', 'mbox files, .eml files, Maildir folders')
    .option('--json', 'print the counts as JSON')
    .action(async (files: string[], options: MailOptions) => {
      const { mailBouncesCommand } = await import('./mail-bounces.ts')
      await mailBouncesCommand(terminal, files, options)
    })
  addAddresses(mail, terminal, common)
}

function addAddresses(mail: Command, terminal: Terminal, common: Shared): void {
  common(mail.command('suppress'))
    .description('never mail an address again')
    .argument('<address>', 'the address; - reads addresses from standard input, one a line')
    .action(async (address: string, options: CommonOptions) => {
      const { mailSuppressCommand } = await import('./mail-addresses.ts')
      await mailSuppressCommand(terminal, address, options)
    })
  common(mail.command('release'))
    .description('let an address get mail again')
    .argument('<address>', 'the address; - reads addresses from standard input, one a line')
    .action(async (address: string, options: CommonOptions) => {
      const { mailReleaseCommand } = await import('./mail-addresses.ts')
      await mailReleaseCommand(terminal, address, options)
    })
}
