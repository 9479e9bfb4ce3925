import { checkAudit } from '../people/audit/verify.ts'
import { terminalWords } from '../words/terminal.ts'
import { withExistingRecords } from './existing-records.ts'
import { exitCodes } from './outcome.ts'
import type { CommonOptions, Terminal } from './terminal.ts'

/** What `trialway audit verify` may be told. */
export interface AuditVerifyOptions extends CommonOptions {
  readonly json?: boolean
}

/**
 * Says whether the audit trail is as it was written, and which line is the first that is not. The answer is the exit code.
 * Throws `Failure` where there are no records.
 */
export async function auditVerifyCommand(
  terminal: Terminal,
  options: AuditVerifyOptions,
): Promise<number> {
  const verdict = await withExistingRecords(terminal.config(), checkAudit)
  const words = terminalWords.audit
  if (options.json) terminal.stdout.write(`${JSON.stringify(verdict, null, 2)}\n`)
  else if (!verdict.isWhole) terminal.stdout.write(`${words.broken(verdict)}\n`)
  else if (!options.quiet) terminal.stdout.write(`${words.whole(verdict)}\n`)
  return verdict.isWhole ? exitCodes.good : exitCodes.failed
}
