import { randomUUID } from 'node:crypto'
import pg from 'pg'
import { findPostgres, startCluster } from '../bench/postgres-cluster.ts'
import type { PostgresSetup } from './fault.ts'

/** A PostgreSQL of this run's own, on a socket in a folder; gone when it is stopped. */
export async function startPostgres(
  folder: string,
): Promise<PostgresSetup & { stop(): Promise<void> }> {
  const bin = findPostgres()
  if (bin === undefined) throw new Error('PostgreSQL is not installed')
  const cluster = await startCluster(bin, folder)
  const urlOf = (database: string): string =>
    `postgres://bench@${encodeURIComponent(cluster.socketFolder)}:${cluster.port}/${database}`
  return {
    version: cluster.version,
    newDatabase: async () => {
      const name = `faults_${randomUUID().replaceAll('-', '')}`
      const client = new pg.Client({ connectionString: urlOf('postgres') })
      await client.connect()
      await client.query(`create database ${name}`)
      await client.end()
      return urlOf(name)
    },
    stop: () => cluster.stop(),
  }
}
