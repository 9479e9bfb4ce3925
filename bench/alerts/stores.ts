import { execFileSync } from 'node:child_process'
import { type Cluster, findPostgres, startCluster } from '../postgres-cluster.ts'

/** A PostgreSQL of this bench's own, if the machine has one. */
export async function startPostgres(folder: string): Promise<Cluster | undefined> {
  const bin = findPostgres()
  return bin === undefined ? undefined : startCluster(bin, folder)
}

/** Makes it keep what it promises, as an operator's does, and answers where the records are in it. */
export function databaseIn(cluster: Cluster): string {
  const { psql, socketFolder, port } = cluster
  const where = ['-h', socketFolder, '-p', String(port), '-U', 'bench', '-d', 'postgres', '-q']
  const durable = ['fsync', 'synchronous_commit', 'full_page_writes', 'autovacuum']
  const statements = [
    ...durable.map((name) => `alter system set ${name} = on`),
    'select pg_reload_conf()',
    'create database records',
  ]
  for (const statement of statements)
    execFileSync(psql, [...where, '-c', statement], { stdio: ['ignore', 'ignore', 'inherit'] })
  return `postgres://bench@localhost:${port}/records?host=${encodeURIComponent(socketFolder)}`
}
