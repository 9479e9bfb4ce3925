import { readFileSync } from 'node:fs'
import { setTimeout as wait } from 'node:timers/promises'
import { restoreBackup } from '../src/people/audit/restore-backup.ts'
import { stopLink } from '../src/people/alerts/model/links.ts'
import { backUp } from '../src/people/records/backup.ts'
import { openRecords } from '../src/people/records/open-records.ts'
import type { Records } from '../src/people/records/model/records.ts'
import {
  bytesCanary,
  type Canary,
  canariesIn,
  canariesInFolder,
  canariesInPostgres,
  publicNames,
} from './canaries.ts'
import { finished, startCommand } from './child.ts'
import { type Fault, Findings, type FaultSetup } from './fault.ts'
import { queueMails } from './queue-mails.ts'
import { type Server, startServer } from './server.ts'
import {
  backupFile,
  idOfWatched,
  makeWatchedWorld,
  type Place,
  type Watched,
} from './watched-people.ts'
import { unusedPort } from '../src/testing/ports.ts'

/** Who is erased is gone, whichever way they went. */
export const erasedForGood: Fault = {
  id: 'F30',
  title: 'Nothing of an erased person is found',
  how: 'A real server without a mail server writes people’s mails to files. A backup is made. Then half of the people are erased by the command, and half stop by the link in a mail, by one POST to the server. All private files (with the log, while the server runs), a new backup, on PostgreSQL every row and a new dump, and then the old backup, restored, are searched for what these people gave and for their sealed values: as UTF-8, UTF-16, hex, base64 and numbers.',
  expected:
    'Nothing is found: no address, word, place, age or study, no mail in a file, no wrapped key and no sealed value.',
  onPostgres: true,
  run: async (setup) => {
    const findings = new Findings()
    const people = setup.times(4, 20)
    const { found, bytes } = await eraseAll(setup, people)
    for (const one of found) findings.add('something of an erased person is there', one)
    return {
      tries: people,
      fired: people,
      notes: [
        `${people} people, half by each way, ${(bytes / 1e6).toFixed(1)} MB looked through: found ${found.length}`,
      ],
      failures: findings.failures,
    }
  },
}

interface Searched {
  readonly found: readonly string[]
  readonly bytes: number
}

async function eraseAll(setup: FaultSetup, count: number): Promise<Searched> {
  const databaseUrl = await setup.postgres?.newDatabase()
  const { place, people } = await makeWatchedWorld(setup.folder, databaseUrl, count)
  const records = await openRecords(place)
  const server = await startServer({ ...place, port: await unusedPort() })
  await untilWritten(records)
  await leaveMailWaiting(records, people)
  const before = backupFile(setup.folder, 'before')
  await backUp(records, before, new Date())
  const canaries = {
    own: [...people.flatMap((person) => person.canaries), ...(await sealedOf(records, people))],
    studies: people.flatMap((person) => person.studies).slice(0, 2),
  }
  for (const [index, person] of people.entries())
    if (index % 2 === 0) await eraseByCommand(place, person)
    else await stopByLink(records, server, person)
  const after = backupFile(setup.folder, 'after')
  await backUp(records, after, new Date())
  const states = [await search(place, canaries, 'while the server runs')]
  states.push(searchFile(after, [...canaries.own, ...canaries.studies], 'a new backup'))
  server.child.kill('SIGTERM')
  await server.child.ended
  await records.close()
  states.push(await search(place, canaries, 'after the server'))
  await restoreBackup(before, { ...place, replace: true, now: new Date() })
  await (await openRecords(place)).close()
  states.push(await search(place, canaries, 'after the old backup was restored'))
  return {
    found: states.flatMap(({ found }) => found),
    bytes: states.reduce((sum, { bytes }) => sum + bytes, 0),
  }
}

/** The server writes what is due into files by itself. */
async function untilWritten(records: Records): Promise<void> {
  for (let tries = 0; tries < 1200; tries++) {
    const row = await records.db
      .selectFrom('mail')
      .select('id')
      .where('state', 'in', ['queued', 'sending'])
      .executeTakeFirst()
    if (!row) return
    await wait(50)
  }
  throw new Error('the mails were not written within a minute')
}

/** One mail each that is not due before tomorrow. */
async function leaveMailWaiting(records: Records, people: readonly Watched[]): Promise<void> {
  const tomorrow = new Date(Date.now() + 86_400_000)
  await queueMails(
    records,
    people.map(({ address }) => address),
    tomorrow,
  )
}

/** A wrapped key and sealed values of somebody who was erased are of no use, but must not lie about either. */
async function sealedOf(records: Records, people: readonly Watched[]): Promise<readonly Canary[]> {
  const canaries: Canary[] = []
  for (const person of people) {
    const id = await idOfWatched(records, person)
    const row = await records.db
      .selectFrom('person')
      .select(['wrapped_key', 'address_sealed'])
      .where('id', '=', id)
      .executeTakeFirstOrThrow()
    const mails = await records.db
      .selectFrom('mail')
      .select('letter_sealed')
      .where('person_id', '=', id)
      .where('letter_sealed', 'is not', null)
      .execute()
    canaries.push(
      bytesCanary('a wrapped key', row.wrapped_key),
      bytesCanary('a sealed address', row.address_sealed),
      ...mails.map(({ letter_sealed }) =>
        bytesCanary('a sealed letter', letter_sealed ?? new Uint8Array(1)),
      ),
    )
  }
  return canaries
}

async function eraseByCommand({ dataDir, databaseUrl }: Place, { address }: Watched) {
  const env = { DATA_DIR: dataDir, ...(databaseUrl !== undefined && { DATABASE_URL: databaseUrl }) }
  await finished(startCommand(['erase', address, '--yes'], { env }))
}

/** As a mail program does it, RFC 8058. */
async function stopByLink(records: Records, { url }: Server, person: Watched): Promise<void> {
  const link = stopLink(records.keys, await idOfWatched(records, person))
  const answer = await fetch(`${url}/alerts/stop/${link}`, {
    method: 'POST',
    body: new URLSearchParams({ 'List-Unsubscribe': 'One-Click' }),
  })
  if (answer.status !== 200) throw new Error(`the stop link answered ${answer.status}`)
}

async function search(
  { dataDir, databaseUrl }: Place,
  { own, studies }: { readonly own: readonly Canary[]; readonly studies: readonly Canary[] },
  when: string,
): Promise<Searched> {
  const inFiles = canariesInFolder(dataDir, own)
  // Mails to others tell of the same studies.
  const inRecords = canariesInFolder(dataDir, studies, [...publicNames, 'mail'])
  const inRows =
    databaseUrl === undefined
      ? { found: [], bytes: 0 }
      : await canariesInPostgres(databaseUrl, [...own, ...studies])
  const found = [...inFiles.found, ...inRecords.found, ...inRows.found]
  return { found: found.map((one) => `${one}, ${when}`), bytes: inFiles.bytes + inRows.bytes }
}

function searchFile(file: string, canaries: readonly Canary[], name: string): Searched {
  const bytes = readFileSync(file)
  return { found: canariesIn(bytes, canaries, name), bytes: bytes.length }
}
