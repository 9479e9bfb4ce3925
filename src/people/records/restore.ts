import { randomUUID } from 'node:crypto'
import { chmodSync, constants, copyFileSync, existsSync, mkdirSync, rmSync } from 'node:fs'
import { eraseAgain } from './erased.ts'
import { syncFile } from '../../base/durable-files.ts'
import type { Keys } from './model/keys.ts'
import { writeRecordsMarker } from './marker.ts'
import { fittingKeys, placeOf } from './open-records.ts'
import type { RecordsOptions, Tx } from './model/records.ts'
import { kyselyOver, connectAlone, connectToRead, problemsIn } from './sqlite/connect.ts'
import { migrateSqlite } from './sqlite/migrate-sqlite.ts'
import { lookInto, recordsFile } from './sqlite/place.ts'
import { RecordsRefused } from './model/faults.ts'

/** What a restore put in place. */
export interface Restored {
  /** When the backup was made. */
  readonly madeAt: string
  readonly people: number
  /** People who were erased after the backup was made, and have been erased again. */
  readonly erasedAgain: number
  /** Mails that were waiting then. Whether they went out since is not known, so they do not. */
  readonly heldBack: number
  /** Where the records that were there before are now. */
  readonly before?: string
}

/** Where the records are to be restored to, and what may be moved aside for them. */
export interface RestoreOptions extends RecordsOptions {
  /** Whether records that hold people may be moved aside. */
  readonly replace: boolean
  readonly now: Date
  /** The last part of what is written into the records before they are put in place. */
  readonly written: (tx: Tx, restored: Restored) => Promise<void>
  /** Called when the old records are out of the way and the new ones about to come. */
  readonly placing: (keys: Keys) => void
}

/**
 * Puts a backup in the place of the records: those of SQLite or of PostgreSQL, whichever it was made from. Throws
 * `RecordsRefused` when the backup is damaged, the keys do not fit, or records are there and `replace` is not set.
 */
export async function restore(file: string, options: RestoreOptions): Promise<Restored> {
  const { dataDir } = options
  const found = lookIntoBackup(file)
  mkdirSync(dataDir, { recursive: true })
  const keys = fittingKeys(found, options)
  const place = placeOf(options)
  await assertMayReplace(options)
  const draft = `${recordsFile(dataDir)}.restoring-${randomUUID()}`
  copyFileSync(file, draft, constants.COPYFILE_EXCL)
  try {
    chmodSync(draft, 0o600)
    const restored = await prepare(draft, keys, options)
    syncFile(draft)
    const before = await place.replace(draft, {
      now: options.now,
      keys,
      placing: () => options.placing(keys),
    })
    writeRecordsMarker(dataDir, { instance: found.instanceId, database: place.kind })
    return { ...restored, ...(before !== undefined && { before }) }
  } finally {
    rmSync(draft, { force: true })
  }
}

function lookIntoBackup(file: string) {
  if (!existsSync(file)) throw new RecordsRefused(`${file} is not there.`)
  const found = lookInto(file)
  const database = connectToRead(file)
  try {
    const problems = problemsIn(database)
    if (problems.length === 0) return found
    throw new RecordsRefused(`${file} is damaged: ${problems.join('; ')}. Take another backup.`)
  } finally {
    database.close()
  }
}

/** What cannot be opened may hold people, too. */
async function assertMayReplace(options: RestoreOptions): Promise<void> {
  if (options.replace) return
  const place = placeOf(options)
  const say = (what: string): RecordsRefused =>
    new RecordsRefused(
      `${place.name} ${what}. With --replace that is moved aside first; nothing was changed.`,
    )
  try {
    const there = await place.find()
    if (there && there.samples.length > 0) throw say('holds people’s records')
  } catch (error) {
    if (!(error instanceof RecordsRefused) || error.message.includes('--replace')) throw error
    throw say(`cannot be opened (${error.message})`)
  }
}

async function prepare(draft: string, keys: Keys, options: RestoreOptions): Promise<Restored> {
  const database = connectAlone(draft)
  try {
    await migrateSqlite(database, keys)
    return await kyselyOver(database)
      .transaction()
      .execute(async (tx) => {
        const { backed_up_at, created_at } = await tx
          .selectFrom('instance')
          .select(['backed_up_at', 'created_at'])
          .executeTakeFirstOrThrow()
        const erasedAgain = await eraseAgain(tx, options.dataDir)
        const heldBack = await settle(tx, options.now)
        const restored = {
          madeAt: backed_up_at ?? created_at,
          people: await countOf(tx),
          erasedAgain,
          heldBack,
        }
        await options.written(tx, restored)
        return restored
      })
  } finally {
    database.close()
  }
}

/** What was on its way when the backup was made may have arrived since: better lost than told twice. */
async function settle(tx: Tx, now: Date): Promise<number> {
  const at = now.toISOString()
  await tx.deleteFrom('lease').execute()
  await tx.updateTable('instance').set({ restored_at: at }).execute()
  await tx
    .updateTable('news')
    .set({ digest_id: 'restored', finding_id: null })
    .where('digest_id', 'is', null)
    .execute()
  await tx.deleteFrom('finding').execute()
  const { numUpdatedRows } = await tx
    .updateTable('mail')
    .set({
      state: 'failed',
      outcome: 'restored',
      letter_sealed: null,
      lease_holder: null,
      lease_until: null,
      settled_at: at,
    })
    .where('state', 'in', ['queued', 'sending'])
    .executeTakeFirst()
  return Number(numUpdatedRows)
}

async function countOf(tx: Tx): Promise<number> {
  const { people } = await tx
    .selectFrom('person')
    .select((test) => test.fn.countAll<number>().as('people'))
    .executeTakeFirstOrThrow()
  return people
}
