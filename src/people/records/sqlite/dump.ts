import { closeSync, openSync } from 'node:fs'
import type { Reader } from '../model/records.ts'
import { kyselyOver, connectAlone } from './connect.ts'
import { migrateSqlite } from './migrate-sqlite.ts'
import { piecesOfPostgres, transfer } from '../model/transfer.ts'

/** Writes what a transaction of PostgreSQL sees into a new SQLite file with the same tables. */
export async function dumpInto(file: string, from: Reader): Promise<void> {
  makePrivate(file)
  const target = connectAlone(file)
  try {
    await migrateSqlite(target)
    await kyselyOver(target)
      .transaction()
      .execute((to) => transfer(piecesOfPostgres(from), to))
  } finally {
    target.close()
  }
}

/** An empty file that only its owner may read; SQLite fills it. */
export function makePrivate(file: string): void {
  closeSync(openSync(file, 'wx', 0o600))
}
