import { awayAtStart, frozen, moved, stoppedAndStarted } from './database-away/away-cases.ts'
import { damagedFile, lockedFile, readOnlyFolder } from './database-away/file-cases.ts'
import { exhausted, fullDatabase } from './database-away/full-cases.ts'
import { inAwayWorld } from './database-away/world.ts'
import { type Fault, Findings } from './fault.ts'
import { makeSmallWorld } from './small-world.ts'

const cases = [
  awayAtStart,
  stoppedAndStarted,
  frozen,
  exhausted,
  fullDatabase,
  moved,
  lockedFile,
  readOnlyFolder,
  damagedFile,
]

/** The part that is told something in confidence is not there; the part that anyone may read goes on. */
export const databaseAway: Fault = {
  id: 'F27',
  title: 'The database is away, frozen, full, or another',
  how: 'The real server on a PostgreSQL of its own: not there at the start, stopped under it, frozen (SIGSTOP of the processes behind our lines, of all of them, a proxy that swallows everything), with no connection left, with our own lines all waiting for a lock, on a full file system, and behind a name that comes to mean another address, where the same records are, or those of others. On SQLite: a file that another program locks, a data folder that may only be read, and damaged records. Each time every page that needs the records is asked for, by people in both languages and by programs, and every kind of public page.',
  expected:
    'The server starts and goes on; what is public is served. What needs the records answers 503 within 5 s (6 on this busy machine) with Retry-After and a page that says so; all of it comes back by itself. Nothing acknowledged is lost, nothing is written into the records of others; it is said once in the log; SIGTERM ends the server within its grace. Only what is damaged is refused at the start.',
  onPostgres: false,
  run: async (setup) => {
    const findings = new Findings()
    const world = await makeSmallWorld({ folder: `${setup.folder}/world`, studies: 3, sets: 0 })
    const notes = await inAwayWorld({ setup, findings, catalogueOf: world.dataDir }, cases)
    return {
      tries: cases.length,
      fired: notes.length,
      lost: findings.count('an acknowledged request is lost'),
      notes,
      failures: findings.failures,
    }
  },
}
