import { DatabaseSync } from 'node:sqlite'
import { readSoundFile } from './checksum.ts'

/**
 * Reads the places file into memory (50 megabytes) and checks it: what is found later cannot change under it. Throws with
 * the reason and what to do.
 */
export function openChecked(file: string): DatabaseSync {
  const database = new DatabaseSync(':memory:', { limits: { attach: 0 } })
  try {
    database.deserialize(readSoundFile(file))
    database.exec('pragma trusted_schema = off; pragma query_only = on')
    return database
  } catch (error) {
    database.close()
    const reason = error instanceof Error ? error.message : String(error)
    throw new Error(`The places file ${file} cannot be used (${reason}): ${remedy}.`, {
      cause: error,
    })
  }
}

const remedy = 'the next start or import will build it again from the data that comes with Trialway'
