import { mkdirSync, rmSync } from 'node:fs'
import { dirname } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { renameDurably, syncFile } from '../../base/durable-files.ts'
import { writeAreas } from './build-areas.ts'
import { writeNames } from './build-names.ts'
import { writePostcodes } from './build-postcodes.ts'
import { writeChecksum } from './checksum.ts'
import { readTowns, type TownRow } from './read-towns.ts'
import { applicationId, placesTables } from './schema.ts'

/** How the places file is built. */
export interface BuildOptions {
  /** Told now and then how far the work is. */
  readonly onProgress?: (done: number, total: number) => void
}

/**
 * Writes the places file from the data that comes with Trialway: towns of the world, postcodes, regions.
 * Written beside `file` and renamed over it, so that a reader sees the old file or the new one, whole.
 */
export function buildPlaces(file: string, options: BuildOptions = {}): void {
  mkdirSync(dirname(file), { recursive: true })
  const beside = `${file}.${process.pid}.new`
  rmSync(beside, { force: true })
  try {
    writePlaces(beside, options.onProgress ?? (() => {}))
    writeChecksum(beside)
    syncFile(beside)
    renameDurably(beside, file)
  } finally {
    rmSync(beside, { force: true })
  }
}

const steps = 5

function writePlaces(file: string, onProgress: (done: number, total: number) => void): void {
  const towns = readTowns().sort((a, b) => b.population - a.population)
  onProgress(1, steps)
  const database = new DatabaseSync(file)
  try {
    // Nothing is lost by a crash here: the file is not yet anyone's.
    database.exec('pragma journal_mode = off; pragma synchronous = off; pragma page_size = 4096')
    database.exec(`begin; ${placesTables}`)
    writeTowns(database, towns)
    onProgress(2, steps)
    writeNames(database, towns)
    onProgress(3, steps)
    writeAreas(database, towns)
    onProgress(4, steps)
    writePostcodes(database, towns)
    database.exec('create index towns_of_country on towns (country, lat)')
    database.exec('create index towns_by_point on towns (lat, lon); commit')
    database.exec(`pragma application_id = ${applicationId}`)
    onProgress(5, steps)
  } finally {
    database.close()
  }
}

function writeTowns(database: DatabaseSync, towns: readonly TownRow[]): void {
  const insert = database.prepare('insert into towns values (?, ?, ?, ?, ?, ?, ?, ?)')
  towns.forEach((town, index) => {
    const { name, country, admin1, admin2, lat, lon, population } = town
    insert.run(index + 1, name, country, admin1, admin2, lat, lon, population)
  })
}
