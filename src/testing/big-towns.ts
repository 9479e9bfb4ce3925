import { copyFileSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { writeChecksum } from '../finder/places/checksum.ts'
import { builtPlaces } from './built-places.ts'
import { folderOf } from './fixture-keys.ts'
import { madeOnce } from './made-once.ts'

/**
 * A places file of the towns of at least 100,000 people (in France of 20,000) and the postcodes of Paris: for tests in
 * which many processes and imports open one, which takes a tenth of the time that all places take. Read it, never write to it.
 */
export async function bigTowns(): Promise<string> {
  const all = await builtPlaces()
  const folder = await madeOnce(folderOf('big-towns'), (made) => {
    const file = join(made, 'places.sqlite')
    copyFileSync(all, file)
    leaveOut(file)
    writeChecksum(file)
  })
  return join(folder, 'places.sqlite')
}

function leaveOut(file: string): void {
  const database = new DatabaseSync(file)
  database.exec(`
    pragma journal_mode = off;
    pragma synchronous = off;
    create temp table kept as select id from towns
      where population >= 100000 or (country = 'FR' and population >= 20000);
    delete from towns where id not in kept;
    delete from names where town not in kept;
    delete from starts where town not in kept;
    delete from postcodes where country <> 'FR' or code not like '750%';
    vacuum`)
  database.close()
}
