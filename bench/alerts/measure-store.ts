import { mkdirSync, rmSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'
import type { Cluster } from '../postgres-cluster.ts'
import { type DigestFigures, measureDigests } from './measure-digests.ts'
import { type MatchFigures, measureMatching } from './measure-matching.ts'
import { comparePostgres, type PeerSql } from './peer-sql.ts'
import type { Plan, Store } from './plan.ts'
import type { Prepared } from './prepare.ts'
import { readyRecords, withRecords } from './ready-records.ts'
import type { Seeded } from './seed-records.ts'
import { databaseIn } from './stores.ts'
import type { Settings } from './watched.ts'

/** All that was measured with the records in one kind of database. */
export interface StoreFigures {
  readonly store: Store
  readonly seeded: Seeded
  readonly matching: MatchFigures
  readonly peer?: PeerSql
  readonly digests: DigestFigures
}

/** Fills records with alerts, matches them, compares, and makes and sends digests. */
export async function measureStore(
  store: Store,
  plan: Plan,
  prepared: Prepared,
  { cluster, say }: { readonly cluster: Cluster | undefined; readonly say: (text: string) => void },
): Promise<StoreFigures> {
  const dataDir = newFolder(join(plan.folder, `records-${store}`), prepared.dataDir)
  const settings = settingsFor(store, dataDir, cluster)
  say(`${store}: filling the records`)
  const seeded = await readyRecords(prepared, settings, plan.subscriptions, say)
  say(`${store}: matching, after ${Math.round(seeded.seconds)} s`)
  const matching = await measureMatching(settings, dataDir)
  say(`${store}: ${JSON.stringify(matching)}`)
  const peer =
    store === 'sqlite' && cluster
      ? await withRecords(settings, (records) =>
          comparePostgres(records, dataDir, cluster, plan.peerSubscriptions),
        )
      : undefined
  say(`${store}: mails, after ${JSON.stringify(peer)}`)
  const digests = await measureDigests(settings, plan)
  say(`${store}: ${JSON.stringify(digests)}`)
  return { store, seeded, matching, ...(peer && { peer }), digests }
}

/** Records of their own beside the one catalogue. */
function newFolder(folder: string, catalogue: string): string {
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder, { recursive: true })
  for (const name of ['catalogue', 'places.sqlite'])
    symlinkSync(join(catalogue, name), join(folder, name))
  return folder
}

function settingsFor(store: Store, dataDir: string, cluster: Cluster | undefined): Settings {
  if (store === 'sqlite') return { DATA_DIR: dataDir }
  if (!cluster) throw new Error('there is no PostgreSQL on this machine')
  return { DATA_DIR: dataDir, DATABASE_URL: databaseIn(cluster) }
}
