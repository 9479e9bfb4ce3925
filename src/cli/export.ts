import { exportForOperator } from '../people/audit/export-for-operator.ts'
import { neededAddress, withExistingRecords } from './existing-records.ts'
import { Failure } from './outcome.ts'
import type { CommonOptions, Terminal } from './terminal.ts'

/**
 * Prints all that is held about one person, as JSON. Throws `WrongUsage` for what is no address, and `Failure` where
 * nothing is held about it.
 */
export async function exportCommand(
  terminal: Terminal,
  given: string,
  _options: CommonOptions,
): Promise<void> {
  const address = await neededAddress(terminal, given)
  const held = await withExistingRecords(terminal.config(), (records) =>
    exportForOperator(records, address, terminal.now()),
  )
  if (!held) throw new Failure('Nothing is held about that address.')
  terminal.stdout.write(`${JSON.stringify(held, null, 2)}\n`)
}
