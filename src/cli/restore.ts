import { resolve } from 'node:path'
import { restoreBackup } from '../people/audit/restore-backup.ts'
import type { Restored } from '../people/records/restore.ts'
import { refusedAsFailure, recordsOptions } from './with-records.ts'
import type { CommonOptions, Terminal } from './terminal.ts'

/** What `trialway restore` may be told. */
export interface RestoreFlags extends CommonOptions {
  readonly replace?: boolean
  readonly json?: boolean
}

/**
 * Puts a backup in the place of the records. The server must be stopped. Throws `Failure` where the backup is refused.
 */
export async function restoreCommand(
  terminal: Terminal,
  file: string,
  options: RestoreFlags,
): Promise<void> {
  const given = {
    ...recordsOptions(terminal.config()),
    replace: options.replace === true,
    now: terminal.now(),
  }
  const restored = await refusedAsFailure(() => restoreBackup(resolve(file), given))
  if (options.json) terminal.stdout.write(`${JSON.stringify(restored)}\n`)
  else if (!options.quiet) terminal.stdout.write(told(restored))
}

function told({ madeAt, people, erasedAgain, heldBack, before }: Restored): string {
  const lines = [
    `Restored what the records were at ${madeAt}: ${people.toLocaleString('en')} people.`,
    ...(erasedAgain > 0 ? [`${erasedAgain} who were erased since have been erased again.`] : []),
    ...(heldBack > 0
      ? [`${heldBack} mails that waited then are not sent: they may have arrived since.`]
      : []),
    ...(before === undefined
      ? []
      : [`The records that were there before are ${before} (remove them when nobody needs them).`]),
  ]
  return `${lines.join('\n')}\n`
}
