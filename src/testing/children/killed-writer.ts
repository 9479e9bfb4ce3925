import pg from 'pg'
import { migratePostgres } from '../../people/records/postgres/migrate-postgres.ts'
import { connectAlone } from '../../people/records/sqlite/connect.ts'
import { migrateSqlite } from '../../people/records/sqlite/migrate-sqlite.ts'

// Test support: migrates, and kills itself just before the given statement.

const [kind, place = '', at] = process.argv.slice(2)
let left = Number(at)

function countDown(): void {
  if (--left === 0) process.kill(process.pid, 'SIGKILL')
}

if (kind === 'sqlite') {
  const database = connectAlone(place)
  const exec = database.exec.bind(database)
  database.exec = (sql) => {
    countDown()
    exec(sql)
  }
  await migrateSqlite(database)
} else {
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
