import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { openRecords } from '../src/people/records/open-records.ts'
import { personOf } from '../src/people/records/persons.ts'
import { chanceOf, quantile } from './chance.ts'
import { damageIn } from './check-records.ts'
import { killedAfter, startChild } from './child.ts'
import type { RotateOrders } from './children/rotate.ts'
import { databaseOf, type Fault, Findings } from './fault.ts'
import { queueMails } from './queue-mails.ts'

/** Nobody becomes unreadable. */
export const killRotation: Fault = {
  id: 'Rotation',
  title: 'kill -9 while keys are rotated',
  how: 'The wrapping of everybody’s key with a new one is killed at a random moment, again and again; after each kill everybody is read. A rotation that was cut off is gone on with by the next one.',
  expected: 'Everybody is readable after each kill; in the end all keys are of the newest version.',
  onPostgres: true,
  run: async (setup) => {
    const dataDir = join(setup.folder, 'data')
    mkdirSync(dataDir)
    const place = { dataDir, ...(await databaseOf(setup)) }
    const findings = new Findings()
    const people = setup.times(3000, 8000)
    const records = await openRecords(place)
    await queueMails(
      records,
      Array.from({ length: people }, (_, index) => `p${index}@a.example`),
    )
    await records.close()
    const kills = setup.times(8, 50)
    const chance = chanceOf(setup.seed, 'rotation')
    let [fired, unreadable, corrupt, aheadMs, finished] = [0, 0, 0, 0, 0]
    let usualMs = 600
    for (let tries = 0; fired < kills && tries < kills * 4; tries++) {
      aheadMs += 120_000
      const orders: RotateOrders = { ...place, aheadMs, holder: `faults-${tries}` }
      const child = startChild('rotate.ts', orders)
      await child.hears('ready')
      const began = performance.now()
      const { signal, code } = await killedAfter(child, chance.next() * usualMs)
      if (signal === 'SIGKILL') fired++
      else {
        finished++
        findings.expect(code === 0, 'a rotation failed', child.complaints().slice(0, 300))
        usualMs = quantile([usualMs, performance.now() - began], 0.5)
      }
      if (place.databaseUrl === undefined) corrupt += damageIn(dataDir, findings)
      unreadable += await unreadableIn(place, people, findings)
    }
    return {
      tries: fired + finished,
      fired,
      lost: unreadable,
      corrupt,
      notes: [`${people} people; ${finished} rotations came to their end between the kills`],
      failures: findings.failures,
    }
  },
}

async function unreadableIn(
  place: { readonly dataDir: string; readonly databaseUrl?: string },
  people: number,
  findings: Findings,
): Promise<number> {
  const records = await openRecords(place)
  try {
    const rows = await records.db.selectFrom('person').selectAll().execute()
    findings.expect(rows.length === people, 'people are missing', String(rows.length))
    let unreadable = 0
    for (const row of rows)
      try {
        personOf(row, records.keys).address()
      } catch (error) {
        unreadable++
        findings.add('a person cannot be read', (error as Error).message)
      }
    return unreadable
  } finally {
    await records.close()
  }
}
