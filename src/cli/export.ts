import { audit } from '../people/audit/append.ts'
import { exportPerson } from '../people/records/export-person.ts'
import { findPerson } from '../people/records/persons.ts'
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
  const address = await neededAddress(given)
  const at = terminal.now()
  const held = await withExistingRecords(terminal.config(), async (records) => {
    const person = await findPerson(records.db, records.keys, address)
    if (!person) throw new Failure('Nothing is held about that address.')
    await records.write((tx) =>
      audit(tx, {
        at,
        actor: 'operator',
        action: 'person.exported',
        subject: `person/${person.id}`,
      }),
    )
    return exportPerson(records, person.id)
  })
  terminal.stdout.write(`${JSON.stringify(held, null, 2)}\n`)
}
