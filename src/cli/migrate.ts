import type { CommonOptions, Terminal } from './terminal.ts'
import { withRecords } from './with-records.ts'

/** Brings the tables of the records up to this version. Every start does the same. */
export async function migrateCommand(terminal: Terminal, options: CommonOptions): Promise<void> {
  const migrated = await withRecords(terminal.config(), async (records) => records.migrated)
  if (options.quiet) return
  const lines = migrated.length > 0 ? migrated : ['nothing to do']
  terminal.stdout.write(`${lines.join('\n')}\n`)
}
