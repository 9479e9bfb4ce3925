import { randomBytes } from 'node:crypto'
import { copyFileSync, existsSync, mkdirSync, renameSync, rmSync, truncateSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { eraseForGood } from '../src/people/audit/erase-for-good.ts'
import { restoreBackup } from '../src/people/audit/restore-backup.ts'
import { stopAlerts } from '../src/people/alerts/stop.ts'
import { readMailAddress } from '../src/people/records/address.ts'
import { backUp } from '../src/people/records/backup.ts'
import { openRecords } from '../src/people/records/open-records.ts'
import { findPerson } from '../src/people/records/persons.ts'
import type { Records } from '../src/people/records/model/records.ts'
import { chanceOf } from './chance.ts'
import { checkRecords } from './check-records.ts'
import { type Said, finished, startChild } from './child.ts'
import type { SendOrders } from './children/send.ts'
import type { SubscribeOrders } from './children/subscribe.ts'
import { databaseOf, type Fault, Findings, type FaultSetup } from './fault.ts'
import { queueMails } from './queue-mails.ts'
import { startSink } from './sink.ts'
import { RecordsRefused } from '../src/people/records/model/faults.ts'

/** A backup made under load, and what comes back from it. */
export const restoring: Fault = {
  id: 'F22',
  title: 'Backup under load, loss of the records, restore',
  how: 'While people subscribe, backups are made. Afterwards some are erased and some stop their alerts by the link in a mail, and mails that were waiting go out; then the records are taken away and a backup is restored. A backup that is damaged, keys that are gone or wrong, and records that are still there are tried as well.',
  expected:
    'The restored records are those of one moment, with everything acknowledged before the backup began; who was erased or stopped since is not there; nothing that waited then is sent; damaged backups and wrong keys are refused.',
  onPostgres: true,
  run: async (setup) => {
    const findings = new Findings()
    const rounds = setup.times(1, 5)
    const total = { lost: 0, resurrected: 0, resent: 0, backups: 0, people: 0 }
    const seconds: number[] = []
    for (let round = 0; round < rounds; round++) {
      const one = await once(setup, round, findings)
      total.lost += one.lost
      total.resurrected += one.resurrected
      total.resent += one.resent
      total.backups += one.backups
      total.people += one.people
      seconds.push(one.seconds)
    }
    const rto = await largeRestore(setup)
    return {
      tries: rounds,
      fired: rounds,
      lost: total.lost,
      repeated: total.resent,
      corrupt: findings.count('the file is damaged'),
      recovery: rto,
      notes: [
        `${total.backups} backups under load, ${total.people} people restored; resurrected ${total.resurrected}, sent again ${total.resent}; small restores took ${Math.max(...seconds).toFixed(1)} s at most`,
        'what was acknowledged after the backup is gone with the records: how old a backup may be is the operator’s choice',
      ],
      failures: findings.failures,
    }
  },
}

async function once(setup: FaultSetup, round: number, findings: Findings) {
  const dataDir = join(setup.folder, `data-${round}`)
  mkdirSync(dataDir)
  const place = { dataDir, ...(await databaseOf(setup)) }
  const chance = chanceOf(setup.seed, `restore ${round}`)
  const orders: SubscribeOrders = {
    ...place,
    from: 0,
    count: 100_000,
    seed: setup.seed + round,
    mix: 'requests',
  }
  const load = startChild('subscribe.ts', orders)
  await load.hears('confirmed')
  const records = await openRecords(place)
  const waiting = await queueMails(records, ['waiting1@w.example', 'waiting2@w.example'])
  let acknowledged: readonly Said[] = []
  let file = ''
  const backups = setup.times(2, 4)
  for (let backup = 0; backup < backups; backup++) {
    await wait(setup.times(300, 1000))
    acknowledged = [...load.said]
    file = join(setup.folder, `backup-${round}-${backup}`)
    await backUp(records, file, new Date())
  }
  load.kill()
  await load.ended
  const gone = await leave(records, acknowledged, chance.whole(3, 6), findings)
  const journal = join(setup.folder, `sink-${round}.ndjson`)
  const sink = await startSink({ journal })
  const sendOrders: SendOrders = { ...place, port: sink.port, holder: 'faults' }
  await finished(startChild('send.ts', sendOrders))
  const before = sink.deliveries()
  findings.expect(
    waiting.every((id) => before.some(({ messageId }) => messageId === id)),
    'a mail that waited did not go out',
  )
  await records.close()
  await refusals(place, file, place.databaseUrl === undefined, findings)
  if (place.databaseUrl === undefined)
    for (const ending of ['', '-wal', '-shm'])
      rmSync(join(dataDir, `records.sqlite${ending}`), { force: true })
  const began = performance.now()
  await restoreBackup(file, { ...place, replace: true, now: new Date() })
  const seconds = (performance.now() - began) / 1000
  const kept = acknowledged.filter(({ number }) => !gone.includes(Number(number)))
  const checked = await checkRecords(place, kept, findings)
  const resurrected = await thereOf(place, gone)
  for (const number of resurrected) findings.add('somebody came back with the backup', number)
  await finished(startChild('send.ts', { ...sendOrders, aheadMs: 7_200_000 }))
  const resent = sink.deliveries().length - before.length
  findings.expect(resent === 0, 'a mail was sent again after the restore', String(resent))
  await sink.stop()
  return {
    lost: checked.lost,
    people: checked.people,
    backups,
    seconds,
    resent,
    resurrected: resurrected.length,
  }
}

/** Some are erased by the operator, some stop by the link in a mail: both want to be gone. */
async function leave(
  records: Records,
  acknowledged: readonly Said[],
  count: number,
  findings: Findings,
): Promise<readonly number[]> {
  const confirmed = acknowledged
    .filter(({ kind }) => kind === 'confirmed')
    .map(({ number }) => Number(number))
    .slice(0, count * 2)
  for (const [index, number] of confirmed.entries()) {
    const address = readMailAddress(`p${number}@example.org`)
    const person = address && (await findPerson(records.db, records.keys, address))
    if (!findings.expect(person !== undefined, 'somebody is not there to leave') || !person)
      continue
    if (index % 2 === 0)
      await eraseForGood(records, person.id, { now: new Date(), actor: 'operator' })
    else await stopAlerts(records, person.id, new Date())
  }
  return confirmed
}

async function thereOf(
  place: { readonly dataDir: string; readonly databaseUrl?: string },
  numbers: readonly number[],
): Promise<string[]> {
  const records = await openRecords(place)
  const there: string[] = []
  for (const [index, number] of numbers.entries()) {
    const address = readMailAddress(`p${number}@example.org`)
    if (address && (await findPerson(records.db, records.keys, address)))
      there.push(`${index % 2 === 0 ? 'erased' : 'stopped'} ${number}`)
  }
  await records.close()
  return there
}

async function refusals(
  place: { readonly dataDir: string; readonly databaseUrl?: string },
  file: string,
  isSqlite: boolean,
  findings: Findings,
): Promise<void> {
  const now = new Date()
  await mustRefuse(findings, 'records that are there were replaced unasked', () =>
    restoreBackup(file, { ...place, replace: false, now }),
  )
  const damaged = `${file}.damaged`
  copyFileSync(file, damaged)
  truncateSync(damaged, 40_960)
  await mustRefuse(findings, 'a damaged backup was restored', () =>
    restoreBackup(damaged, { ...place, replace: true, now }),
  )
  if (!isSqlite) return
  const keys = join(place.dataDir, 'keys.json')
  renameSync(keys, `${keys}.aside`)
  await mustRefuse(findings, 'a backup was restored without its keys', () =>
    restoreBackup(file, { ...place, replace: true, now }),
  )
  if (existsSync(keys)) findings.add('new keys were made for an old backup')
  const other = Array.from({ length: 2 }, () => randomBytes(32).toString('base64'))
  await mustRefuse(findings, 'a backup was restored with the wrong keys', () =>
    restoreBackup(file, { ...place, replace: true, now, keys: `root:${other[0]},1:${other[1]}` }),
  )
  renameSync(`${keys}.aside`, keys)
}

async function mustRefuse(
  findings: Findings,
  otherwise: string,
  work: () => Promise<unknown>,
): Promise<void> {
  try {
    await work()
    findings.add(otherwise)
  } catch (error) {
    findings.expect(error instanceof RecordsRefused, 'an unclear refusal', String(error))
  }
}

/** How long it takes with many people: the time to recover. */
async function largeRestore(setup: FaultSetup): Promise<string> {
  const dataDir = join(setup.folder, 'large')
  mkdirSync(dataDir)
  const place = { dataDir, ...(await databaseOf(setup)) }
  const people = setup.times(5000, 100_000)
  const records = await openRecords(place)
  await queueMails(
    records,
    Array.from({ length: people }, (_, index) => `p${index}@a.example`),
  )
  const file = join(setup.folder, 'large-backup')
  const backupBegan = performance.now()
  const { bytes } = await backUp(records, file, new Date())
  const backupSeconds = (performance.now() - backupBegan) / 1000
  await records.close()
  const began = performance.now()
  await restoreBackup(file, { ...place, replace: true, now: new Date() })
  await (await openRecords(place)).close()
  const seconds = (performance.now() - began) / 1000
  return `${people} people with a mail each (${Math.round(bytes / 1e6)} MB): backup ${backupSeconds.toFixed(1)} s, restored and open again in ${seconds.toFixed(1)} s`
}
