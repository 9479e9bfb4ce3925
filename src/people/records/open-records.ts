import { randomUUID } from 'node:crypto'
import { mkdirSync } from 'node:fs'
import { makeKeyFile } from './model/key-file.ts'
import { type Keys, openKeys } from './model/keys.ts'
import {
  type RecordsMarker,
  recordsMarkerFile,
  readRecordsMarker,
  writeRecordsMarker,
} from './marker.ts'
import { migrationsFor } from './model/migrations.ts'
import type { FoundRecords, RecordsPlace } from './model/place.ts'
import { postgresPlace } from './postgres/place.ts'
import type { Records, RecordsOptions } from './model/records.ts'
import { sqlitePlace } from './sqlite/place.ts'
import { isShut, sqliteFaultOf } from './sqlite/faults.ts'
import { RecordsAway, RecordsRefused } from './model/faults.ts'

/**
 * Opens the records. The first start makes them, and the keys; later ones apply what migrations are
 * missing. Throws `RecordsRefused` for anything that does not look right, and leaves it as it is; `RecordsAway` for what
 * may pass by itself, such as a server that does not answer, a lock of another program, or a folder that may only be read.
 */
export async function openRecords(options: RecordsOptions): Promise<Records> {
  try {
    return await open(options)
  } catch (error) {
    throw mayPass(error) ? awayFor(error, options) : error
  }
}

async function open(options: RecordsOptions): Promise<Records> {
  const { dataDir } = options
  mkdirSync(dataDir, { recursive: true })
  const place = placeOf(options)
  const marker = readRecordsMarker(dataDir)
  if (marker && marker.database !== place.kind)
    throw new RecordsRefused(missing(place, marker, dataDir))
  const there = await place.find()
  const found = there ?? (await firstStart(place, marker, options))
  const keys = checkedKeys(found, place, marker, options)
  // The marker comes last: without it an interrupted first start is simply gone on with.
  if (!marker) writeRecordsMarker(dataDir, { instance: found.instanceId, database: place.kind })
  const { instanceId } = found
  const { onBroken = () => {}, onDoubt = () => {}, answerMs, signal } = options
  const store = await place.open({ instanceId, keys, onBroken, onDoubt, answerMs, signal })
  const migrated = there ? store.migrated : migrationsFor(place.kind).map(({ name }) => name)
  const shared = { ...store, migrated, keys, instanceId, dataDir, isThere: true }
  const unhurried = withItself({ ...shared, ...store.unhurried })
  return { ...shared, unhurried }
}

function withItself(records: Omit<Records, 'unhurried'>): Records {
  return {
    ...records,
    get unhurried() {
      return this
    },
  }
}

/** What the file system or SQLite says of a file or folder that nothing is known to be wrong with. */
function mayPass(error: unknown): boolean {
  const { code } = error as NodeJS.ErrnoException
  return isShut(error) || sqliteFaultOf(error) === 'full' || passing.has(String(code))
}

const passing: ReadonlySet<string> = new Set(
  'EACCES EPERM EROFS ENOSPC EDQUOT EMFILE ENFILE EBUSY EAGAIN'.split(' '),
)

function awayFor(error: unknown, options: RecordsOptions): RecordsAway {
  const { message } = error as Error
  return new RecordsAway(`${placeOf(options).name} cannot be opened now (${message}).`, {
    cause: error,
  })
}

/** Whether there are records, or traces of them; nothing is made or changed. Throws `RecordsRefused` for what is not ours. */
export async function hasRecords(options: RecordsOptions): Promise<boolean> {
  return (
    readRecordsMarker(options.dataDir) !== undefined ||
    (await placeOf(options).find()) !== undefined
  )
}

/** Where the records are, or would be, by the settings. */
export function placeOf({ dataDir, databaseUrl, signal }: RecordsOptions): RecordsPlace {
  return databaseUrl === undefined ? sqlitePlace(dataDir) : postgresPlace(databaseUrl, signal)
}

/** The keys to records that were found. Throws `RecordsRefused` when they are missing, or are not the keys of these records. */
export function fittingKeys(found: FoundRecords, { dataDir, keys: setting }: RecordsOptions): Keys {
  const keys = openKeys(dataDir, setting)
  if (!keys)
    throw new RecordsRefused(
      `The records are there, but the keys to them are not: ${dataDir}/keys.json is missing. Put back your copy of it, or set KEYS. New keys are never made for old records.`,
    )
  if (Buffer.compare(keys.checkOf(found.instanceId), found.keyCheck) !== 0)
    throw new RecordsRefused(wrongKeys)
  for (const { id, key_version, wrapped_key } of found.samples) {
    if (!keys.versions.includes(key_version))
      throw new RecordsRefused(
        `Version ${key_version} of the key is not there, and people's keys need it. Put it back into KEYS or keys.json.`,
      )
    try {
      keys.unwrap(id, key_version, wrapped_key)
    } catch {
      throw new RecordsRefused(wrongKeys)
    }
  }
  return keys
}

const wrongKeys =
  'The keys are not the keys of these records: nothing could be read with them. Put back the right keys.json, or set KEYS to the right ones.'

async function firstStart(
  place: RecordsPlace,
  marker: RecordsMarker | undefined,
  options: RecordsOptions,
): Promise<FoundRecords> {
  if (marker) throw new RecordsRefused(missing(place, marker, options.dataDir))
  if (options.keys === undefined) makeKeyFile(options.dataDir)
  const keys = openKeys(options.dataDir, options.keys)
  if (!keys) throw new Error('the keys that were just made are not there')
  await place.create(randomUUID(), keys)
  const found = await place.find()
  if (!found) throw new Error('the records that were just made are not there')
  return found
}

function missing(place: RecordsPlace, marker: RecordsMarker, dataDir: string): string {
  const known = `${recordsMarkerFile(dataDir)} names records that were made before`
  return marker.database === place.kind
    ? `The records are missing: ${known}, and ${place.name} has none. Put them back, or restore a backup: npx trialway restore FILE`
    : `The records are elsewhere: ${known}, ${elsewhere[marker.database]} To move them, make a backup there, then: npx trialway restore FILE`
}

const elsewhere = {
  sqlite: 'in a SQLite file, but DATABASE_URL is set. Unset it to use them.',
  postgres: 'in PostgreSQL, but DATABASE_URL is not set (or names another). Set it to use them.',
} as const

function checkedKeys(
  found: FoundRecords,
  place: RecordsPlace,
  marker: RecordsMarker | undefined,
  options: RecordsOptions,
): Keys {
  if (marker && marker.instance !== found.instanceId)
    throw new RecordsRefused(
      `${place.name} holds the records of another installation (${found.instanceId}; here it should be ${marker.instance}). Put the right ones back. If these are meant, remove ${recordsMarkerFile(options.dataDir)}.`,
    )
  return fittingKeys(found, options)
}
