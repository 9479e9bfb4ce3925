import { statSync } from 'node:fs'
import { DatabaseSync } from 'node:sqlite'
import { applicationId, placesVersion } from './schema.ts'

/** SQLite makes a missing file and takes an empty one for an empty database: both must be refused here. */
export function openChecked(file: string): DatabaseSync {
  const size = statSync(file, { throwIfNoEntry: false })?.size
  if (size === undefined) throw new Error(`There is no places file at ${file}: ${remedy}.`)
  if (size === 0) throw new Error(`The places file ${file} is empty: ${remedy}.`)
  const database = new DatabaseSync(file, { readOnly: true, limits: { attach: 0 } })
  try {
    const { application_id: id } = database.prepare('pragma application_id').get() ?? {}
    const { user_version: version } = database.prepare('pragma user_version').get() ?? {}
    if (id !== applicationId) throw new Error('it is some other database')
    if (version !== placesVersion) throw new Error('it was made by another version of Trialway')
    database.exec('pragma trusted_schema = off; pragma cell_size_check = on')
    return database
  } catch (error) {
    database.close()
    const reason = error instanceof Error ? error.message : String(error)
    throw new Error(`The places file ${file} cannot be used (${reason}): ${remedy}.`, {
      cause: error,
    })
  }
}

const remedy = 'build it again from the data that comes with Trialway'
