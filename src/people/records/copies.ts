import { readdirSync, rmSync, statSync } from 'node:fs'
import { basename, join } from 'node:path'
import { recordsFile } from './sqlite/place.ts'

/** Names of records that a restore moved aside in a data folder: like backups, they still hold who was erased since. */
export function recordsAside(dataDir: string): readonly string[] {
  return namesIn(dataDir).filter((name) => name.startsWith(`${own(dataDir)}.before-`))
}

/**
 * Removes drafts of records that a killed start or restore left a day ago or longer: nobody would look for people in
 * them. Answers how many. Throws what the file system throws.
 */
export function removeOldDrafts(dataDir: string, now: Date): number {
  const old = namesIn(dataDir).filter(
    (name) =>
      draft.test(name.slice(own(dataDir).length)) &&
      now.getTime() - statSync(join(dataDir, name)).mtimeMs > dayMs,
  )
  for (const name of old) rmSync(join(dataDir, name), { force: true })
  return old.length
}

const draft = /^\.(?:new|restoring)-[\da-f-]{36}(?:-wal|-shm|-journal)?$/
const dayMs = 86_400_000

function namesIn(dataDir: string): readonly string[] {
  return readdirSync(dataDir).filter((name) => name.startsWith(own(dataDir)))
}

function own(dataDir: string): string {
  return basename(recordsFile(dataDir))
}
