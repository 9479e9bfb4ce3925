import type { CommonOptions, Terminal } from './terminal.ts'
import { withRecords } from './with-records.ts'

/** Brings the tables of the records up to this version. Every start does the same. */
export async function migrateCommand(terminal: Terminal, options: CommonOptions): Promise<void> {
  const migrated = await withRecords(terminal.config(), async (records) => records.migrated)
  if (options.quiet) return
  const lines = migrated.length > 0 ? migrated : ['nothing to do']
  terminal.stdout.write(`${lines.join('\n')}\n`)
  if (migrated.includes('0003-sealed-alerts') && !migrated.includes('0001-people'))
    terminal.stdout.write(olderBackups)
}

const olderBackups = `What alerts ask for is sealed now. Backups made before hold it in clear: make a new one, then delete them, with
any DATA_DIR/records.sqlite.before-… file. The log of PostgreSQL holds it until it is recycled.
`
