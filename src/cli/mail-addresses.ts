import { text } from 'node:stream/consumers'
import { releaseAddress, suppressAddress } from '../people/mail/outbox/suppression.ts'
import { readMailAddress } from '../people/records/address.ts'
import { WrongUsage } from './outcome.ts'
import type { CommonOptions, Terminal } from './terminal.ts'
import { withExistingRecords } from './existing-records.ts'

/**
 * Never mails an address again, because its owner or its provider asked for it. Throws `WrongUsage` for what is no
 * address.
 */
export async function mailSuppressCommand(
  terminal: Terminal,
  given: string,
  options: CommonOptions,
): Promise<void> {
  const addresses = await addressesOf(terminal, given)
  const now = terminal.now()
  const changed = await withExistingRecords(terminal.config(), (records) =>
    records.write(async (tx) => {
      let count = 0
      for (const { key } of addresses) {
        const lookup = records.keys.lookupOf(key)
        const isNew = await suppressAddress(tx, { lookup, stream: 'all', reason: 'operator', now })
        count += isNew ? 1 : 0
      }
      return count
    }),
  )
  if (!options.quiet)
    terminal.stdout.write(`${changed} suppressed, ${addresses.length - changed} were before\n`)
}

/** Lets an address get mail again, because its owner asked for it. Throws `WrongUsage` for what is no address. */
export async function mailReleaseCommand(
  terminal: Terminal,
  given: string,
  options: CommonOptions,
): Promise<void> {
  const addresses = await addressesOf(terminal, given)
  const changed = await withExistingRecords(terminal.config(), (records) =>
    records.write(async (tx) => {
      let count = 0
      for (const { key } of addresses)
        count += (await releaseAddress(tx, records.keys.lookupOf(key), terminal.now())) ? 1 : 0
      return count
    }),
  )
  if (!options.quiet)
    terminal.stdout.write(
      `${changed} released, ${addresses.length - changed} were not suppressed\n`,
    )
}

/** On a command line, others on the machine can see an address; from standard input they cannot. */
async function addressesOf({ stdin }: Pick<Terminal, 'stdin'>, given: string) {
  const lines = given === '-' ? (await text(stdin)).split('\n') : [given]
  return lines
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .map((line, index) => {
      const address = readMailAddress(line)
      // What was typed is not repeated: it may end up in a log.
      if (!address) throw new WrongUsage(`Line ${index + 1} is not an e-mail address.`)
      return address
    })
}
