import { readFileSync } from 'node:fs'
import { backUp } from '../src/people/records/backup.ts'
import { openRecords } from '../src/people/records/open-records.ts'
import { canariesIn, canariesInFolder, canariesInPostgres } from './canaries.ts'
import { type Fault, Findings } from './fault.ts'
import { backupFile, makeWatchedWorld } from './watched-people.ts'

/** What somebody finds who gets the database or a backup, and not the keys. */
export const nothingInClear: Fault = {
  id: 'F31',
  title: 'A stolen database, and a stolen backup',
  how: 'People ask for alerts in words, near a place, for an age, and for studies; some is confirmed, some not; changes are matched, told, and wait. Then all private files (with the log while the database is open), a backup, and on PostgreSQL every row and a dump are searched for what they gave: as UTF-8, UTF-16, hex, base64 and numbers.',
  expected:
    'Nothing of it is found: not an address, a word, a place, an age, nor a study that is followed.',
  onPostgres: true,
  run: async (setup) => {
    const findings = new Findings()
    const count = setup.times(3, 40)
    const databaseUrl = await setup.postgres?.newDatabase()
    const { place, people } = await makeWatchedWorld(setup.folder, databaseUrl, count)
    const canaries = people.flatMap((person) => [...person.canaries, ...person.studies])
    const records = await openRecords(place)
    const file = backupFile(setup.folder, 'living')
    await backUp(records, file, new Date())
    const states = [
      canariesInFolder(place.dataDir, canaries),
      ...(databaseUrl === undefined ? [] : [await canariesInPostgres(databaseUrl, canaries)]),
    ]
    await records.close()
    const backup = readFileSync(file)
    const found = [
      ...states.flatMap((state) => state.found),
      ...canariesIn(backup, canaries, 'the backup'),
    ]
    for (const one of found) findings.add('something lies there in clear', one)
    const bytes = states.reduce((sum, state) => sum + state.bytes, backup.length)
    return {
      tries: people.length,
      fired: people.length,
      notes: [
        `${people.length} people, ${canaries.length} things they gave, ${(bytes / 1e6).toFixed(1)} MB looked through: found ${found.length}`,
      ],
      failures: findings.failures,
    }
  },
}
