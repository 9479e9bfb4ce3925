import type { Command } from 'commander'
import type { AuditVerifyOptions } from './audit-verify.ts'
import type { CommonOptions, Terminal } from './terminal.ts'

type Shared = (command: Command) => Command

/** `trialway audit verify` and `export`. */
export function addAudit(
  program: Command,
  terminal: Terminal,
  common: Shared,
  end: (code: number) => void,
): void {
  const audit = program.command('audit').description('the trail of what was done with the records')
  common(audit.command('verify'))
    .description('walk the whole trail and name the first line that is not as it was written')
    .option('--json', 'print what was found as JSON')
    .action(async (options: AuditVerifyOptions) => {
      const { auditVerifyCommand } = await import('./audit-verify.ts')
      end(await auditVerifyCommand(terminal, options))
    })
  common(audit.command('export'))
    .description('print the trail, a line a line of JSON; texts of people stay sealed')
    .action(async (options: CommonOptions) => {
      const { auditExportCommand } = await import('./audit-export.ts')
      await auditExportCommand(terminal, options)
    })
}
