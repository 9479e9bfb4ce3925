import { eraseForGood } from '../people/audit/erase-for-good.ts'
import { removeStrayMails } from '../people/mail/delivery/written.ts'
import { recordsAside } from '../people/records/copies.ts'
import { findPerson } from '../people/records/persons.ts'
import { neededAddress, withExistingRecords } from './existing-records.ts'
import { Failure, WrongUsage } from './outcome.ts'
import type { CommonOptions, Terminal } from './terminal.ts'

/** What `trialway erase` may be told. */
export interface EraseOptions extends CommonOptions {
  readonly yes?: boolean
}

/**
 * Erases a person with all that is held about them. Throws `WrongUsage` without `--yes` and for what is no address, and
 * `Failure` where nothing is held about it.
 */
export async function eraseCommand(
  terminal: Terminal,
  given: string,
  options: EraseOptions,
): Promise<void> {
  if (!options.yes)
    throw new WrongUsage('What is erased cannot be brought back. If you are sure, add --yes.')
  const address = await neededAddress(terminal, given)
  const config = terminal.config()
  const isLogEmpty = await withExistingRecords(config, async (records) => {
    const person = await findPerson(records.db, records.keys, address)
    if (!person) throw new Failure('Nothing is held about that address.')
    await eraseForGood(records, person.id, { now: terminal.now(), actor: 'operator' })
    await removeStrayMails(records)
    return records.scrub()
  })
  if (!isLogEmpty) terminal.stderr.write(logIsRead)
  if (options.quiet) return
  for (const name of recordsAside(config.dataDir))
    terminal.stdout.write(`DATA_DIR/${name} is from before, like a backup: remove it.\n`)
  terminal.stdout
    .write(`Erased, with all alerts, enquiries, mails and the account, and noted in DATA_DIR/erased.txt for backups that are restored later.
Backups made before still hold it, sealed. "trialway rotate-keys" makes it unreadable there, too, for who has only the new key.
`)
}

const logIsRead = `Another program is reading the records, so the log of the database still holds what was erased. A running
server empties it within the hour, and so does the next start.
`
