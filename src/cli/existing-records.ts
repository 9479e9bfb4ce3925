import { text } from 'node:stream/consumers'
import type { Config } from '../app/config/config.ts'
import { type MailAddress, readMailAddress } from '../people/records/address.ts'
import { hasRecords } from '../people/records/open-records.ts'
import type { Records } from '../people/records/model/records.ts'
import { Failure, WrongUsage } from './outcome.ts'
import type { Terminal } from './terminal.ts'
import { refusedAsFailure, recordsOptions, withRecords } from './with-records.ts'

/** Does some work with records that are there already. Throws `Failure` where there are none: none are made. */
export function withExistingRecords<T>(
  config: Config,
  work: (records: Records) => Promise<T>,
): Promise<T> {
  return refusedAsFailure(async () => {
    if (await hasRecords(recordsOptions(config))) return withRecords(config, work)
    throw new Failure('There are no records yet. The first start makes them: npm start')
  })
}

/**
 * One address; `-` reads it from standard input, where others on the machine cannot see it. Throws `WrongUsage` for
 * what is no address.
 */
export async function neededAddress(
  { stdin }: Pick<Terminal, 'stdin'>,
  given: string,
): Promise<MailAddress> {
  const address = readMailAddress(given === '-' ? await text(stdin) : given)
  // What was typed is not repeated: it may end up in a log.
  if (!address) throw new WrongUsage('That is not an e-mail address.')
  return address
}
