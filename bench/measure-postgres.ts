import { join } from 'node:path'
import { Client } from 'pg'
import { type Latencies, latenciesOf, type Timed } from './figures.ts'
import { catalogueFolder, type BenchSetup } from './setup.ts'
import { repetitions } from './measure-search.ts'
import { findPostgres, startCluster } from './postgres-cluster.ts'
import { loadPostgres } from './postgres-load.ts'
import { type Statement, statementOf } from './postgres-query.ts'
import { queries } from './queries.ts'

export interface PostgresFigures extends Latencies {
  readonly version: string
  readonly loadSeconds: number
  readonly bytes: number
}

/** A statement that takes longer is stopped, and counts as having taken so long. */
const longestMs = 20_000

/** The same studies and the same sixty queries in PostgreSQL. */
export async function measurePostgres(setup: BenchSetup): Promise<PostgresFigures> {
  const bin = findPostgres()
  if (bin === undefined)
    throw new Error('PostgreSQL is not installed: leave it out with --skip-postgres')
  const cluster = await startCluster(bin, join(setup.folder, 'postgres'))
  const client = new Client({
    host: cluster.socketFolder,
    port: cluster.port,
    user: 'bench',
    database: 'postgres',
  })
  try {
    await client.connect()
    const began = performance.now()
    await loadPostgres(client, cluster, catalogueFolder(setup), setup.say)
    const loadSeconds = (performance.now() - began) / 1000
    const bytes = cluster.bytes()
    await prewarm(client)
    await client.query(`set statement_timeout = ${longestMs}`)
    const timed: Timed[] = []
    for (const query of queries) {
      timed.push(await time(client, statementOf(query)))
      if (timed.length % 10 === 0)
        setup.say(`PostgreSQL: ${timed.length} of ${queries.length} queries`)
    }
    return { ...latenciesOf(timed), version: cluster.version, loadSeconds, bytes }
  } finally {
    await client.end().catch(() => undefined)
    await cluster.stop()
  }
}

async function prewarm(client: Client): Promise<void> {
  const relations = `select oid::regclass::text as name from pg_class where relkind in ('r', 't', 'i')
    and relnamespace in ('public'::regnamespace, 'pg_toast'::regnamespace) and relpages > 0`
  await client.query('create extension if not exists pg_prewarm').then(
    async () =>
      client.query(`select sum(pg_prewarm(name::regclass)) from (${relations}) all_of_them`),
    // Without the extension the first two times each query is asked must do.
    () => undefined,
  )
}

async function time(client: Client, { text, values }: Statement): Promise<Timed> {
  let total = 0
  const once = async (): Promise<number | undefined> => {
    const began = performance.now()
    try {
      const { rows } = await client.query(text, [...values])
      total = Number((rows[0] as { total: number }).total)
      return performance.now() - began
    } catch (error) {
      if ((error as { code?: string }).code === queryCanceled) return undefined
      throw error
    }
  }
  const first = await once()
  const second = first === undefined ? undefined : await once()
  if (first === undefined || second === undefined)
    return { first: first ?? longestMs, times: [longestMs], total, timedOut: true }
  const times: number[] = []
  for (let round = 0; round < repetitions; round++) times.push((await once()) ?? longestMs)
  return { first, times, total }
}

const queryCanceled = '57014'
