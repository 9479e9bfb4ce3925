import { existsSync, rmSync } from 'node:fs'
import { dirname } from 'node:path'
import { renameDurably, syncFolder } from '../../../base/durable-files.ts'
import { connectToWrite, pragma } from './connect.ts'
import { sqliteFaultOf } from './faults.ts'
import { RecordsRefused } from '../model/faults.ts'

/** Gives a file of records another name, with its log. Throws `RecordsRefused` while a process has it open. */
export function moveAside(file: string, now: Date): string | undefined {
  if (existsSync(file)) foldLog(file)
  const before = `${file}.before-${now.toISOString().replaceAll(/[-:]|\.\d+/g, '')}`
  let moved: string | undefined
  for (const ending of ['', '-wal']) {
    if (!existsSync(file + ending)) continue
    renameDurably(file + ending, before + ending)
    moved = before
  }
  // A log index that stays behind would be read with the next file of this name.
  rmSync(`${file}-shm`, { force: true })
  syncFolder(dirname(file))
  return moved
}

/** Leaving the log mode needs the file alone. A file that is damaged is moved as it is. */
function foldLog(file: string): void {
  try {
    const database = connectToWrite(file)
    try {
      pragma(database, 'journal_mode = delete')
    } finally {
      database.close()
    }
  } catch (error) {
    if (sqliteFaultOf(error) === 'busy')
      throw new RecordsRefused(
        `${file} is open in another process. Stop the server first; nothing was changed.`,
      )
  }
}
