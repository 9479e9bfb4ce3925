import type { ClientBase } from 'pg'
import type { Keys } from '../model/keys.ts'
import { migrationsFor, missingFrom } from '../model/migrations.ts'
import type { FoundRecords, KeySample, RecordsPlace } from '../model/place.ts'
import { nameOfServer, withClient } from './connect.ts'
import {
  appliedInPostgres,
  applyMigration,
  lockedTransaction,
  migratePostgres,
  nowInPostgres,
} from './migrate-postgres.ts'
import { openPostgres } from './open-postgres.ts'
import { replacePostgres } from './replace-postgres.ts'
import { RecordsRefused } from '../model/faults.ts'

/** Records in a PostgreSQL database that is theirs alone. Once `signal` stops, what hangs in it is given up. */
export function postgresPlace(url: string, signal?: AbortSignal): RecordsPlace {
  return {
    kind: 'postgres',
    name: nameOfServer(url),
    find: () =>
      withClient(url, signal, async (client) => {
        assertNewEnough(await serverVersion(client), nameOfServer(url))
        return (await isEmpty(client, nameOfServer(url)))
          ? undefined
          : foundIn(client, nameOfServer(url))
      }),
    create: (instanceId, keys) =>
      withClient(url, signal, (client) => create(client, instanceId, keys)),
    open: (options) => openPostgres(url, options),
    replace: async (draft, moment) => {
      // What is moved aside is written into tables of this version.
      await withClient(url, signal, async (client) => {
        const isOld = (await appliedInPostgres(client)).length > 0
        if (isOld) await migratePostgres(client, moment.keys)
      })
      return replacePostgres(url, draft, moment)
    },
  }
}

/** Throws `RecordsRefused` for a server older than 15. Versions are as the server counts them: 150004 is 15.4. */
export function assertNewEnough(version: number, name: string): void {
  if (version < 150_000)
    throw new RecordsRefused(
      `${name} is PostgreSQL ${Math.floor(version / 10_000)}. Trialway needs PostgreSQL 15 or newer.`,
    )
}

async function serverVersion(client: ClientBase): Promise<number> {
  const { rows } = await client.query<{ version: string }>(
    "select current_setting('server_version_num') as version",
  )
  return Number(rows[0]?.version)
}

async function isEmpty(client: ClientBase, name: string): Promise<boolean> {
  const { rows } = await client.query<{ table: string }>(
    `select relname as table from pg_class
     where relnamespace = current_schema()::regnamespace and relkind in ('r', 'p', 'v', 'm', 'f')`,
  )
  const tables = rows.map(({ table }) => table)
  if (tables.length === 0) return true
  if (['migration', 'instance', 'person', 'audit_event'].every((table) => tables.includes(table)))
    return false
  throw new RecordsRefused(
    `${name} holds tables of another program (${tables.slice(0, 3).join(', ')}). Nothing was changed. Give Trialway a database of its own: createdb trialway`,
  )
}

async function foundIn(client: ClientBase, name: string): Promise<FoundRecords> {
  missingFrom(await appliedInPostgres(client), migrationsFor('postgres'))
  const { rows } = await client.query<{ id: string; key_check: Uint8Array }>(
    'select id, key_check from instance',
  )
  const [instance] = rows
  if (!instance)
    throw new RecordsRefused(
      `${name} does not say whose records it holds. Restore a backup: npx trialway restore FILE`,
    )
  const versions = await client.query<{ key_version: number }>(
    'select distinct key_version from person',
  )
  const samples: KeySample[] = []
  for (const { key_version } of versions.rows) {
    const sample = await client.query<KeySample>(
      'select id, key_version, wrapped_key from person where key_version = $1 limit 1',
      [key_version],
    )
    samples.push(...sample.rows)
  }
  return { instanceId: instance.id, keyCheck: instance.key_check, samples }
}

/** Tables and the instance come in one transaction, so a start that is cut off leaves none. */
async function create(client: ClientBase, instanceId: string, keys: Keys): Promise<void> {
  await lockedTransaction(client, async () => {
    if ((await appliedInPostgres(client)).length > 0) return
    for (const migration of migrationsFor('postgres')) await applyMigration(client, migration, keys)
    await client.query(
      `insert into instance (id, created_at, key_check, key_version) values ($1, ${nowInPostgres}, $2, $3)`,
      [instanceId, keys.checkOf(instanceId), keys.current],
    )
  })
}
