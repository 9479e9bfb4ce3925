import { closeSync, existsSync, openSync, readSync, rmSync, statSync } from 'node:fs'
import { randomUUID } from 'node:crypto'
import { basename, join } from 'node:path'
import type { DatabaseSync } from 'node:sqlite'
import { makePrivate } from './dump.ts'
import { linkNew, syncFile } from '../../../base/durable-files.ts'
import type { Keys } from '../model/keys.ts'
import { migrationsFor, missingFrom } from '../model/migrations.ts'
import type { FoundRecords, KeySample, RecordsPlace } from '../model/place.ts'
import { recordsApplicationId, connectAlone, connectToRead } from './connect.ts'
import { appliedInSqlite, migrateSqlite, nowInSqlite } from './migrate-sqlite.ts'
import { moveAside } from './move-aside.ts'
import { isShut } from './faults.ts'
import { openSqlite } from './open-sqlite.ts'
import { RecordsAway, RecordsRefused } from '../model/faults.ts'

/** The file of the data folder that SQLite records are in. */
export function recordsFile(dataDir: string): string {
  return join(dataDir, 'records.sqlite')
}

/** Records in a file of the data folder. Its functions throw `RecordsRefused` for what is not ours, damaged or just made by another. */
export function sqlitePlace(dataDir: string): RecordsPlace {
  const file = recordsFile(dataDir)
  return {
    kind: 'sqlite',
    name: file,
    find: async () => (existsSync(file) ? lookInto(file) : nothingBeside(file)),
    create: (instanceId, keys) => createFile(file, instanceId, keys),
    open: ({ keys, onBroken }) => openSqlite(file, keys, onBroken),
    replace: async (draft, { now: at, placing }) => {
      const before = moveAside(file, at)
      placing()
      if (!linkNew(draft, file)) throw new RecordsRefused(`${file} has just been made by another.`)
      return before
    },
  }
}

/** Throws `RecordsRefused` for what is not ours before SQLite touches it: an empty file would open as an empty database. */
export function assertOurs(file: string): void {
  const { size } = statSync(file)
  if (size === 0) throw new RecordsRefused(`${file} is empty (0 bytes). ${insteadOf(file)}`)
  const header = headerOf(file)
  if (header.subarray(0, 16).toString('latin1') !== 'SQLite format 3\0')
    throw new RecordsRefused(
      `${file} is not a database, or its beginning is damaged. ${insteadOf(file)}`,
    )
  if (header.readInt32BE(68) !== recordsApplicationId)
    throw new RecordsRefused(`${file} is a database of another program. ${insteadOf(file)}`)
  if (header[18] !== undefined && header[18] > 2)
    throw new RecordsRefused(`${file} was written by a newer SQLite. Install a newer Trialway.`)
}

/**
 * Looks into a file of ours without changing it. Throws `RecordsRefused` when it is another's or damaged, and
 * `RecordsAway` when it cannot be opened now.
 */
export function lookInto(file: string): FoundRecords {
  assertOurs(file)
  try {
    const database = connectToRead(file)
    try {
      missingFrom(appliedInSqlite(database), migrationsFor('sqlite'))
      return foundIn(database, file)
    } finally {
      database.close()
    }
  } catch (error) {
    if (error instanceof RecordsRefused || !(error instanceof Error)) throw error
    if (isShut(error) || 'syscall' in error)
      throw new RecordsAway(`${file} cannot be opened now (${error.message}).`, { cause: error })
    throw new RecordsRefused(`${file} is damaged (${error.message}). ${insteadOf(file)}`)
  }
}

function foundIn(database: DatabaseSync, file: string): FoundRecords {
  const instance = database.prepare('select id, key_check from instance').get()
  if (!instance) throw new RecordsRefused(`${file} does not say whose it is. ${insteadOf(file)}`)
  const sample = database.prepare(
    'select id, key_version, wrapped_key from person where key_version = ? limit 1',
  )
  const samples = database
    .prepare('select distinct key_version from person')
    .all()
    .map(({ key_version }) => sample.get(Number(key_version)) as unknown as KeySample)
  return {
    instanceId: String(instance['id']),
    keyCheck: instance['key_check'] as Uint8Array,
    samples,
  }
}

/** A log without its file means that the file was taken away. An empty one is left by who only reads. */
function nothingBeside(file: string): undefined {
  if (statSync(`${file}-wal`, { throwIfNoEntry: false })?.size)
    throw new RecordsRefused(
      `${file} is missing, but its log ${basename(file)}-wal is there. Put the file back beside it, or restore a backup: npx trialway restore FILE`,
    )
  return undefined
}

/** The file gets its name only when all is in it, so a start that is cut off leaves none. */
async function createFile(file: string, instanceId: string, keys: Keys): Promise<void> {
  const draft = `${file}.new-${randomUUID()}`
  makePrivate(draft)
  try {
    const database = connectAlone(draft)
    try {
      await migrateSqlite(database, keys)
      nameInstance(database, instanceId, keys)
    } finally {
      database.close()
    }
    syncFile(draft)
    linkNew(draft, file)
  } finally {
    rmSync(draft, { force: true })
  }
}

function nameInstance(database: DatabaseSync, instanceId: string, keys: Keys): void {
  database
    .prepare(
      `insert into instance (id, created_at, key_check, key_version) values (?, ${nowInSqlite}, ?, ?)`,
    )
    .run(instanceId, keys.checkOf(instanceId), keys.current)
}

function headerOf(file: string): Buffer {
  const header = Buffer.alloc(100)
  const opened = openSync(file, 'r')
  try {
    readSync(opened, header, 0, 100, 0)
    return header
  } finally {
    closeSync(opened)
  }
}

function insteadOf(file: string): string {
  return `Nothing was changed. Move it away, and restore a backup: npx trialway restore FILE (then ${basename(file)} is made from it).`
}
