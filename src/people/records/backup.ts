import { existsSync, rmSync, statSync } from 'node:fs'
import { dirname } from 'node:path'
import { type DatabaseSync, backup } from 'node:sqlite'
import { dumpInto, makePrivate } from './sqlite/dump.ts'
import { renameDurably, syncFile } from '../../base/durable-files.ts'
import type { Records } from './model/records.ts'
import { connectAlone, connectToRead, problemsIn } from './sqlite/connect.ts'
import { recordsFile } from './sqlite/place.ts'
import { RecordsRefused } from './model/faults.ts'

/** A finished backup: its file, its size in bytes, and how many people are in it. */
export interface Backup {
  readonly file: string
  readonly bytes: number
  readonly people: number
}

/**
 * Writes all records as they are at one moment into one SQLite file, whichever database they are in,
 * while others go on reading and writing. The file gets its name when it was checked and is on the disk.
 * Throws `RecordsRefused` when the file is there already or its folder is not.
 */
export async function backUp(records: Records, file: string, now: Date): Promise<Backup> {
  if (existsSync(file)) throw new RecordsRefused(`${file} is there already. Give another name.`)
  const folder = dirname(file)
  if (!existsSync(folder))
    throw new RecordsRefused(`There is no folder ${folder}. Make it, or give another name.`)
  const partial = `${file}.partial`
  rmSync(partial, { force: true })
  try {
    await (records.kind === 'sqlite' ? copyFile(records, partial) : dumpTables(records, partial))
    const people = seal(partial, now)
    syncFile(partial)
    renameDurably(partial, file)
    await records.write((tx) =>
      tx.updateTable('instance').set({ backed_up_at: now.toISOString() }).execute(),
    )
    return { file, bytes: statSync(file).size, people }
  } finally {
    rmSync(partial, { force: true })
  }
}

/** A transaction that reads is held open, or every write of others would make the copy begin again. */
async function copyFile(records: Records, partial: string): Promise<void> {
  makePrivate(partial)
  const source = connectToRead(recordsFile(records.dataDir))
  try {
    source.exec('begin; select id from instance')
    await backup(source, partial, { rate: 200 })
  } finally {
    source.close()
  }
}

function dumpTables(records: Records, partial: string): Promise<void> {
  return records.db
    .transaction()
    .setIsolationLevel('repeatable read')
    .execute((tx) => dumpInto(partial, tx))
}

/** Checks the copy, and writes into it when it was made. */
function seal(partial: string, now: Date): number {
  const copy = connectAlone(partial)
  try {
    const problems = problemsIn(copy)
    if (problems.length > 0) throw new Error(`the copy is damaged: ${problems.join('; ')}`)
    copy.exec('delete from ask; delete from asked_mail')
    copy.prepare('update instance set backed_up_at = ?').run(now.toISOString())
    return countPeople(copy)
  } finally {
    copy.close()
  }
}

function countPeople(database: DatabaseSync): number {
  return Number(database.prepare('select count(*) as people from person').get()?.['people'])
}
