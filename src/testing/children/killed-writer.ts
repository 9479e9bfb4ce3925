import { flushCompileCache } from 'node:module'

// Test support: migrates, and kills itself just before the given statement. What is killed keeps what Node made of its files
// only if it says so.

const [kind, place = '', at] = process.argv.slice(2)
let left = Number(at)

function countDown(): void {
  if (--left === 0) process.kill(process.pid, 'SIGKILL')
}

if (kind === 'sqlite') {
  const { connectAlone } = await import('../../people/records/sqlite/connect.ts')
  const { migrateSqlite } = await import('../../people/records/sqlite/migrate-sqlite.ts')
  flushCompileCache()
  const database = connectAlone(place)
  const exec = database.exec.bind(database)
  database.exec = (sql) => {
    countDown()
    exec(sql)
  }
  await migrateSqlite(database)
} else {
  const { default: pg } = await import('pg')
  const { migratePostgres } = await import('../../people/records/postgres/migrate-postgres.ts')
  flushCompileCache()
  const client = new pg.Client({ connectionString: place })
  await client.connect()
  const query = client.query.bind(client) as (...words: unknown[]) => unknown
  client.query = ((...words: unknown[]) => {
    countDown()
    return query(...words)
  }) as typeof client.query
  await migratePostgres(client)
}
process.kill(process.pid, 'SIGKILL')
