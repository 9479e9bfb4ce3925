import assert from 'node:assert/strict'
import { copyFileSync, existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { readMailAddress } from '../records/address.ts'
import { backUp } from '../records/backup.ts'
import { exportPerson } from '../records/export-person.ts'
import {
  newDataDir,
  newDatabase,
  onEachPlace,
  onEachStore,
  pendingNews,
  queuedMail,
  personAt,
  testKeys,
  testNow as now,
} from '../../testing/test-records.ts'
import { openRecords } from '../records/open-records.ts'
import { findPerson } from '../records/persons.ts'
import type { Records, RecordsOptions } from '../records/model/records.ts'
import { insertRows } from '../records/model/rows.ts'
import { writeAnchor } from './anchors.ts'
import { audit } from './append.ts'
import { eraseForGood } from './erase-for-good.ts'
import { restoreBackup } from './restore-backup.ts'
import { checkAudit } from './verify.ts'

const later = new Date('2026-11-26T12:00:00Z')

onEachPlace('a backup made under load is whole, and comes back whole', async (options) => {
  const records = await openRecords(options)
  const file = join(options.dataDir, 'backup.sqlite')
  let isDone = false
  let written = 0
  const writing = (async () => {
    while (!isDone) {
      const person = await personAt(records, `${written}@example.org`)
      await records.write((tx) => insertRows(tx, 'mail', [queuedMail(person, 1)]))
      written++
    }
  })()
  while (written < 20) await new Promise((resolve) => setImmediate(resolve))
  const made = await backUp(records, file, now).finally(() => (isDone = true))
  await writing
  await records.close()
  assert.ok(made.people >= 20 && made.people <= written)
  assert.ok(!existsSync(`${file}.partial`))
  const restored = await restoreBackup(file, { ...options, replace: true, now: later })
  assert.equal(restored.people, made.people)
  assert.equal(restored.madeAt, now.toISOString())
  assert.ok(existsSync(restored.before ?? ''), 'the records before are still there')
  const again = await openRecords(options)
  const mails = await again.db.selectFrom('mail').select('person_id').execute()
  assert.ok(made.people - mails.length <= 1)
  assert.equal((await personAt(again, '3@example.org')).address(), '3@example.org')
  assert.equal(again.instanceId, records.instanceId)
  assert.equal((await checkAudit(again)).isWhole, true)
  await again.close()
})

onEachPlace('records that hold people are replaced only when that is said', async (options) => {
  const file = await backupOf(options)
  await assert.rejects(
    restoreBackup(file, { ...options, replace: false, now: later }),
    /holds people’s records. With --replace/,
  )
})

test('what cannot be opened is moved aside only when that is said', async (t) => {
  const options = { dataDir: newDataDir(t), keys: testKeys }
  const file = await backupOf(options)
  writeFileSync(join(options.dataDir, 'records.sqlite'), 'ruined')
  const give = { ...options, now: later }
  await assert.rejects(
    restoreBackup(file, { ...give, replace: false }),
    /cannot be opened .*--replace/,
  )
  const { before } = await restoreBackup(file, { ...give, replace: true })
  assert.equal(readFileSync(before ?? '', 'utf8'), 'ruined')
  await (await openRecords(options)).close()
})

test('while a server has the records open they are not replaced', async (t) => {
  const options = { dataDir: newDataDir(t), keys: testKeys }
  const file = await backupOf(options)
  const serving = await openRecords(options)
  await assert.rejects(
    restoreBackup(file, { ...options, replace: true, now: later }),
    /open in another process. Stop the server first/,
  )
  await personAt(serving, 'still@example.org')
  await serving.close()
})

onEachPlace(
  'whoever was erased stays erased, and whoever came back later stays',
  async (options) => {
    const records = await openRecords(options)
    const gone = await personAt(records, 'gone@example.org')
    const back = await personAt(records, 'back@example.org')
    await personAt(records, 'other@example.org')
    await eraseForGood(records, back.id, { now: new Date(now.getTime() - 1000), actor: 'person' })
    await personAt(records, 'back@example.org')
    const file = join(options.dataDir, 'backup.sqlite')
    await backUp(records, file, now)
    assert.ok(await eraseForGood(records, gone.id, { now: later, actor: 'operator' }))
    assert.ok(!(await eraseForGood(records, gone.id, { now: later, actor: 'operator' })))
    await records.close()
    const restored = await restoreBackup(file, { ...options, replace: true, now: later })
    assert.deepEqual([restored.people, restored.erasedAgain], [2, 1])
    const again = await openRecords(options)
    const addresses = ['gone@example.org', 'back@example.org', 'other@example.org']
    const found = await Promise.all(
      addresses.map((typed) =>
        findPerson(again.db, again.keys, readMailAddress(typed) ?? assert.fail()),
      ),
    )
    assert.deepEqual(
      found.map((person) => person?.address()),
      [undefined, ...addresses.slice(1)],
    )
    await again.close()
  },
)

onEachPlace('after a restore nothing is mailed or told a second time', async (options) => {
  const records = await openRecords(options)
  const person = await personAt(records)
  const sent = { ...queuedMail(person, 3), state: 'sent' as const, letter_sealed: null }
  await records.write(async (tx) => {
    await insertRows(tx, 'mail', [
      queuedMail(person, 1),
      { ...queuedMail(person, 2), state: 'sending', lease_holder: 'x', lease_until: 'y' },
      sent,
    ])
    const { news, finding } = pendingNews(person, 1)
    const told = { ...pendingNews(person, 2).news, digest_id: 'd', finding_id: null }
    await insertRows(tx, 'news', [news, told])
    await insertRows(tx, 'finding', [finding])
  })
  const file = join(options.dataDir, 'backup.sqlite')
  await backUp(records, file, now)
  await records.close()
  const { heldBack } = await restoreBackup(file, { ...options, replace: true, now: later })
  assert.equal(heldBack, 2)
  const again = await openRecords(options)
  const mails = await again.db.selectFrom('mail').selectAll().orderBy('message_id').execute()
  assert.deepEqual(
    mails.map(({ state, outcome }) => [state, outcome]),
    [
      ['failed', 'restored'],
      ['failed', 'restored'],
      ['sent', null],
    ],
  )
  assert.ok(mails.every(({ letter_sealed, lease_holder }) => !letter_sealed && !lease_holder))
  const waiting = await again.db
    .selectFrom('news')
    .selectAll()
    .where('digest_id', 'is', null)
    .execute()
  assert.deepEqual(waiting, [])
  assert.deepEqual(await again.db.selectFrom('finding').select('id').execute(), [])
  const { restored_at } = await again.db
    .selectFrom('instance')
    .selectAll()
    .executeTakeFirstOrThrow()
  assert.equal(restored_at, later.toISOString())
  await again.close()
})

test('a backup with other keys, a damaged one, or none is refused, and nothing is changed', async (t) => {
  const options = { dataDir: newDataDir(t), keys: testKeys }
  const file = await backupOf(options)
  const damaged = join(options.dataDir, 'damaged.sqlite')
  writeFileSync(damaged, readFileSync(file).fill(0xff, 20_000, 30_000))
  const other = { dataDir: newDataDir(t), now: later, replace: true }
  await (await openRecords(other)).close()
  const before = readdirSync(other.dataDir)
  await assert.rejects(restoreBackup(file, other), /not the keys of these records/)
  await assert.rejects(
    restoreBackup(file, { ...other, dataDir: newDataDir(t) }),
    /keys to them are not: .*keys.json is missing/,
  )
  await assert.rejects(restoreBackup(damaged, { ...other, keys: testKeys }), /damaged/)
  await assert.rejects(restoreBackup(`${file}.none`, { ...other, keys: testKeys }), /is not there/)
  assert.deepEqual(readdirSync(other.dataDir), before)
})

test('a backup does not go over a file that is there', async (t) => {
  const options = { dataDir: newDataDir(t), keys: testKeys }
  const file = await backupOf(options)
  const records = await openRecords(options)
  await assert.rejects(backUp(records, file, now), /is there already/)
  await records.close()
})

const server = process.env['TEST_DATABASE_URL']

test(
  'a backup moves an installation from SQLite to PostgreSQL and back',
  { skip: !server },
  async (t) => {
    if (!server) return
    const small = { dataDir: newDataDir(t), keys: testKeys }
    const file = await backupOf(small)
    const large = { ...small, databaseUrl: await newDatabase(server, t) }
    await assert.rejects(openRecords(large), /records are elsewhere/)
    await restoreBackup(file, { ...large, replace: false, now })
    const moved = await openRecords(large)
    assert.equal(moved.kind, 'postgres')
    assert.equal((await personAt(moved)).address(), 'mother@example.org')
    await backUp(moved, `${file}.2`, now)
    await moved.close()
    await restoreBackup(`${file}.2`, { ...small, replace: true, now: later })
    const back = await openRecords(small)
    assert.equal((await personAt(back)).address(), 'mother@example.org')
    assert.deepEqual(await checkAudit(back), { isWhole: true, events: 3, anchored: 3 })
    await back.close()
  },
)

test('after an erasure nothing of the person is left in the file or its log', async (t) => {
  const records = await openRecords({ dataDir: newDataDir(t), keys: testKeys })
  const stays = await personAt(records, 'stays@example.org')
  const person = await personAt(records, 'canary@example.org')
  const mail = queuedMail(person, 1)
  await records.write((tx) => insertRows(tx, 'mail', [queuedMail(stays, 1), mail]))
  const row = await records.db
    .selectFrom('person')
    .selectAll()
    .where('id', '=', person.id)
    .executeTakeFirstOrThrow()
  const traces = [
    person.id,
    row.lookup,
    row.address_sealed,
    row.wrapped_key,
    mail.letter_sealed ?? '',
    mail.message_id,
  ]
  assert.equal(traces.filter((trace) => isIn(records, trace)).length, traces.length)
  assert.ok(!isIn(records, 'canary@example.org'), 'an address never lies there in the open')
  await eraseForGood(records, person.id, { now, actor: 'person' })
  // The trail keeps the bare id, which leads to nobody any more.
  assert.deepEqual(
    traces.slice(1).filter((trace) => isIn(records, trace)),
    [],
  )
  assert.ok(isIn(records, stays.id))
  await records.close()
})

onEachStore(
  'what is given out about a person has everything, and nothing of another',
  async (records) => {
    const person = await personAt(records, 'canary@example.org')
    const other = await personAt(records, 'other@example.org')
    await records.write(async (tx) => {
      for (const each of [person, other]) {
        await insertRows(tx, 'mail', [queuedMail(each, 1)])
        const { news, finding } = pendingNews(each, 1)
        await insertRows(tx, 'news', [news])
        await insertRows(tx, 'finding', [finding])
        const at = now.toISOString()
        await insertRows(tx, 'digest', [
          { id: `d-${each.id}`, person_id: each.id, period: 'daily:2026-11-25', composed_at: at },
        ])
        await audit(tx, {
          at: now,
          actor: 'person',
          action: 'person.exported',
          subject: `person/${each.id}`,
        })
      }
    })
    const given = (await exportPerson(records, person.id)) as Record<string, unknown[]> & {
      person: object
    }
    assert.equal((given.person as { address: string }).address, 'canary@example.org')
    for (const list of ['news', 'digests', 'mails', 'auditTrail'])
      assert.equal(given[list]?.length, 1, list)
    const text = JSON.stringify(given)
    assert.ok(!text.includes(other.id) && !text.includes('sealed') && !text.includes('lookup'))
    assert.equal(await exportPerson(records, 'nobody'), undefined)
  },
)

test('a restored trail is in order, and an older file put in by hand is not', async (t) => {
  const options = { dataDir: newDataDir(t), keys: testKeys }
  const file = await backupOf(options)
  const records = await openRecords(options)
  await addLines(records, 5)
  await writeAnchor(records, later)
  await records.close()
  const live = join(options.dataDir, 'records.sqlite')
  const today = readFileSync(live)
  copyFileSync(file, live)
  const older = await openRecords(options)
  assert.deepEqual(await checkAudit(older), {
    isWhole: false,
    seq: 2,
    from: 1,
    problem: 'lines up to 6 were there once',
  })
  await older.close()
  writeFileSync(live, today)
  await restoreBackup(file, { ...options, replace: true, now: later })
  const restored = await openRecords(options)
  assert.deepEqual(await checkAudit(restored), { isWhole: true, events: 2, anchored: 2 })
  await addLines(restored, 5)
  assert.equal((await checkAudit(restored)).isWhole, true)
  await restored.close()
})

async function backupOf(options: RecordsOptions): Promise<string> {
  const records = await openRecords(options)
  await personAt(records)
  await addLines(records, 1)
  const file = join(options.dataDir, 'a-backup.sqlite')
  await backUp(records, file, now)
  await records.close()
  return file
}

function addLines(records: Records, count: number): Promise<void> {
  return records.write(async (tx) => {
    for (let number = 0; number < count; number++)
      await audit(tx, { at: now, actor: 'system', action: 'import.matched', subject: 'import/1' })
  })
}

function isIn({ dataDir }: Records, trace: string | Uint8Array): boolean {
  return readdirSync(dataDir)
    .filter((name) => name.startsWith('records.sqlite'))
    .some((name) => readFileSync(join(dataDir, name)).includes(trace))
}
