import type { Config } from '../app/config/config.ts'
import { openRecords } from '../people/records/open-records.ts'
import type { Records, RecordsOptions } from '../people/records/model/records.ts'
import { Failure } from './outcome.ts'
import { RecordsAway, RecordsRefused } from '../people/records/model/faults.ts'

/**
 * Opens the records as the settings say, does some work with them, and closes them. Throws `Failure` where they are
 * refused.
 */
export async function withRecords<T>(
  config: Config,
  work: (records: Records) => Promise<T>,
): Promise<T> {
  const records = await openRecordsOf(config)
  try {
    return await work(records)
  } finally {
    await records.close()
  }
}

/** The records as the settings say. Throws `Failure`, which says what to do, where they are refused or away. */
export function openRecordsOf(config: Config): Promise<Records> {
  return refusedAsFailure(() => openRecords(recordsOptions(config)))
}

/** Where the settings say that the records are. */
export function recordsOptions({ dataDir, databaseUrl, keys }: Config): RecordsOptions {
  return {
    dataDir,
    ...(databaseUrl !== undefined && { databaseUrl }),
    ...(keys !== undefined && { keys }),
  }
}

/**
 * Throws a `Failure` in the place of a refusal of the records, or of records that are away: it is told in its own words,
 * without the lines of code.
 */
export async function refusedAsFailure<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    if (error instanceof RecordsRefused || error instanceof RecordsAway)
      throw new Failure(error.message)
    throw error
  }
}
