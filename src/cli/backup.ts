import { resolve } from 'node:path'
import { backUpRecords } from '../people/audit/back-up-records.ts'
import { withExistingRecords } from './existing-records.ts'
import type { CommonOptions, Terminal } from './terminal.ts'

/** What `trialway backup` may be told. */
export interface BackupOptions extends CommonOptions {
  readonly json?: boolean
}

/**
 * Backs up the records into one file, while the server goes on. Throws `Failure` where there are no records, or the
 * file is there already.
 */
export async function backupCommand(
  terminal: Terminal,
  file: string,
  options: BackupOptions,
): Promise<void> {
  const config = terminal.config()
  const backup = await withExistingRecords(config, (records) =>
    backUpRecords(records, resolve(file), terminal.now()),
  )
  if (options.json) terminal.stdout.write(`${JSON.stringify(backup)}\n`)
  else if (!options.quiet) terminal.stdout.write(inWords(backup.file, backup.people, config.keys))
}

function inWords(file: string, people: number, keys: string | undefined): string {
  const where = keys === undefined ? 'DATA_DIR/keys.json' : 'KEYS'
  return `${file}: checked and complete, ${people.toLocaleString('en')} people.
Addresses and what people ask for are sealed in it; numbers and times can be read.
The keys are not in it, and without them it is worth nothing: keep a copy of ${where} elsewhere.
Keep a copy of DATA_DIR/erased.txt with the keys, so that nobody who was erased comes back.
`
}
