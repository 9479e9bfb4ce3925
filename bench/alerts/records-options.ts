import type { RecordsOptions } from '../../src/people/records/model/records.ts'

/** Where the records of this bench are, as settings of Trialway. */
export function recordsOptions(
  settings: Readonly<Record<string, string | undefined>>,
): RecordsOptions {
  const { DATA_DIR: dataDir = '', DATABASE_URL: databaseUrl } = settings
  return { dataDir, ...(databaseUrl !== undefined && { databaseUrl }) }
}
