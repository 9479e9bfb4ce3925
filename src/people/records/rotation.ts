import { randomBytes } from 'node:crypto'
import { type KeySet, readKeyFile, writeKeyFile } from './model/key-file.ts'
import type { Keys } from './model/keys.ts'
import { takeLease } from './lease.ts'
import type { Records, Tx } from './model/records.ts'
import { RecordsRefused } from './model/faults.ts'

/** What a rotation came to. */
export interface Rotation {
  /** The version that all people's keys are wrapped with now. */
  readonly version: number
  readonly people: number
  /** Whether this went on with a rotation that had been interrupted. */
  readonly isResumed: boolean
}

/**
 * Wraps all people's keys with a new one, while servers go on. It may be stopped at any moment: all stays
 * readable, and the next one goes on from there. `finished` is part of the last write.
 * Throws `RecordsRefused` when another process rotates, or `KEYS` has no newer key.
 */
export async function rotateKeys(
  records: Records,
  options: {
    readonly fromEnvironment: boolean
    readonly holder: string
    readonly now: () => Date
    readonly progress?: (people: number) => void
    readonly finished: (tx: Tx, rotation: Rotation) => Promise<void>
  },
): Promise<Rotation> {
  const { keys, dataDir } = records
  const isResumed = options.fromEnvironment
    ? await assertNewerKey(records)
    : addVersion(dataDir, keys)
  const version = keys.current
  // From here on no person is added with an older key, so that there is an end to the work.
  await records.write((tx) => tx.updateTable('instance').set({ key_version: version }).execute())
  let people = 0
  for (;;) {
    if (!(await takeLease(records, 'rotate-keys', options.holder, options.now(), 60)))
      throw new RecordsRefused('The keys are being rotated by another process.')
    const wrapped = await records.write((tx) => wrapSome(tx, keys, version))
    people += wrapped
    options.progress?.(people)
    if (wrapped < batch) break
  }
  const rotation = { version, people, isResumed }
  await records.write((tx) => options.finished(tx, rotation))
  await records.scrub()
  if (!options.fromEnvironment) dropOldVersions(dataDir, keys)
  return rotation
}

const batch = 2000

/** A new version becomes the current one; where there are two already, a rotation was interrupted. */
function addVersion(dataDir: string, keys: Keys): boolean {
  const set = neededSet(dataDir)
  const isResumed = set.keys.size > 1
  if (!isResumed) {
    const current = set.current + 1
    const key = new Uint8Array(randomBytes(32))
    writeKeyFile(dataDir, { ...set, current, keys: new Map([...set.keys, [current, key]]) })
  }
  keys.reload()
  return isResumed
}

async function assertNewerKey({ db, keys }: Records): Promise<boolean> {
  const { key_version } = await db
    .selectFrom('instance')
    .select('key_version')
    .executeTakeFirstOrThrow()
  const older = await db
    .selectFrom('person')
    .select('id')
    .where('key_version', '<', keys.current)
    .limit(1)
    .executeTakeFirst()
  if (key_version >= keys.current && !older)
    throw new RecordsRefused(
      `KEYS has no newer key than version ${keys.current}, which is in use. Add ${keys.current + 1}:<base64> to it (openssl rand -base64 32), restart the servers with it, then run this again.`,
    )
  return key_version >= keys.current
}

async function wrapSome(tx: Tx, keys: Keys, version: number): Promise<number> {
  const people = await wrapOf(tx, 'person', keys, version)
  return people < batch ? people + (await wrapOf(tx, 'participant', keys, version)) : people
}

async function wrapOf(
  tx: Tx,
  table: 'person' | 'participant',
  keys: Keys,
  version: number,
): Promise<number> {
  const people = await tx
    .selectFrom(table)
    .select(['id', 'key_version', 'wrapped_key'])
    .where('key_version', '<', version)
    .limit(batch)
    .execute()
  for (const { id, key_version, wrapped_key } of people) {
    const next = keys.wrap(id, keys.unwrap(id, key_version, wrapped_key), version)
    await tx
      .updateTable(table)
      .set({ key_version: next.version, wrapped_key: next.wrapped })
      .where('id', '=', id)
      .where('key_version', '=', key_version)
      .execute()
  }
  return people.length
}

/** Without the old key, the wrapped keys in old backups open nothing any more. */
function dropOldVersions(dataDir: string, keys: Keys): void {
  const set = neededSet(dataDir)
  const key = set.keys.get(set.current)
  if (key) writeKeyFile(dataDir, { ...set, keys: new Map([[set.current, key]]) })
  keys.reload()
}

function neededSet(dataDir: string): KeySet {
  const set = readKeyFile(dataDir)
  if (!set) throw new RecordsRefused('There is no key file to rotate.')
  return set
}
