import { checkAudit } from '../people/audit/verify.ts'
import { checkFacts } from '../study/conduct/model/verify-facts.ts'
import { terminalWords } from '../words/terminal.ts'
import { withExistingRecords } from './existing-records.ts'
import { exitCodes } from './outcome.ts'
import type { CommonOptions, Terminal } from './terminal.ts'

/** What `trialway audit verify` may be told. */
export interface AuditVerifyOptions extends CommonOptions {
  readonly json?: boolean
}

/**
 * Says whether the audit trail is as it was written, and which line is the first that is not; and the same of the facts of
 * participants, replayed one by one. The answer is the exit code.
 * Throws `Failure` where there are no records.
 */
export async function auditVerifyCommand(
  terminal: Terminal,
  options: AuditVerifyOptions,
): Promise<number> {
  const { verdict, facts } = await withExistingRecords(terminal.config(), async (records) => ({
    verdict: await checkAudit(records),
    facts: await checkFacts(records),
  }))
  const words = terminalWords.audit
  const isWhole = verdict.isWhole && facts.isWhole
  if (options.json)
    terminal.stdout.write(`${JSON.stringify({ ...verdict, isWhole, facts }, null, 2)}\n`)
  else {
    if (!verdict.isWhole) terminal.stdout.write(`${words.broken(verdict)}\n`)
    if (!facts.isWhole) terminal.stdout.write(`${words.brokenFacts(facts)}\n`)
    if (isWhole && !options.quiet)
      terminal.stdout.write(`${words.whole(verdict)}\n${words.wholeFacts(facts)}`)
  }
  return isWhole ? exitCodes.good : exitCodes.failed
}
