import { randomUUID } from 'node:crypto'
import { rotateRecordKeys } from '../people/audit/rotate-record-keys.ts'
import { withExistingRecords } from './existing-records.ts'
import { openProgress } from './progress.ts'
import type { CommonOptions, Terminal } from './terminal.ts'

/**
 * Wraps everybody’s key with a new one, while the server goes on. Throws `Failure` where there are no records, or
 * another rotation is running.
 */
export async function rotateKeysCommand(terminal: Terminal, options: CommonOptions): Promise<void> {
  const config = terminal.config()
  const progress = openProgress({
    stream: terminal.stderr,
    quiet: options.quiet === true,
    clock: () => performance.now(),
  })
  const { version, people, isResumed } = await withExistingRecords(config, (records) =>
    rotateRecordKeys(records, {
      fromEnvironment: config.keys !== undefined,
      holder: randomUUID(),
      now: terminal.now,
    }),
  )
  if (isResumed) progress.say('This went on with a rotation that had been interrupted.')
  progress.say(`${people.toLocaleString('en')} people’s keys are wrapped with version ${version}.`)
  progress.say(
    config.keys === undefined
      ? 'The old key is gone from keys.json: copy that file anew, and make a new backup now. Older backups need the older file.'
      : 'The older keys can be taken out of KEYS. Make a new backup now: older backups need the older keys.',
  )
}
