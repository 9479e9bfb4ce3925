import { once } from 'node:events'
import { anchorsFile } from '../people/audit/anchors.ts'
import { exportTrail } from '../people/audit/export-trail.ts'
import { terminalWords } from '../words/terminal.ts'
import { withExistingRecords } from './existing-records.ts'
import type { CommonOptions, Terminal } from './terminal.ts'

/** Prints the audit trail as JSON Lines. Throws `Failure` where there are no records. */
export async function auditExportCommand(
  terminal: Terminal,
  options: CommonOptions,
): Promise<void> {
  const config = terminal.config()
  await withExistingRecords(config, async ({ db }) => {
    for await (const lines of exportTrail(db))
      if (!terminal.stdout.write(lines)) await once(terminal.stdout, 'drain')
  })
  if (!options.quiet)
    terminal.stderr.write(`${terminalWords.audit.howToVerify(anchorsFile(config.dataDir))}\n`)
}
