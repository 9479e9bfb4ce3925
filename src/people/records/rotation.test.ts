import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { randomUUID } from 'node:crypto'
import { join } from 'node:path'
import { test } from 'node:test'
import { setTimeout as wait } from 'node:timers/promises'
import { readMailAddress } from './address.ts'
import {
  newDataDir,
  onEachStore,
  secret,
  personAt,
  testKeys,
  testNow,
} from '../../testing/test-records.ts'
import { readKeyFile } from './model/key-file.ts'
import { keysOf, readKeySetting } from './model/keys.ts'
import { openRecords } from './open-records.ts'
import { findOrMakePerson, personById, personColumns, personOf } from './persons.ts'
import type { Records } from './model/records.ts'
import { rotateKeys } from './rotation.ts'
import { sized } from '../../testing/sized.ts'

test('a rotation wraps everybody anew and forgets the old key, while a server goes on', async (t) => {
  const dataDir = newDataDir(t)
  const serving = await openRecords({ dataDir })
  const people = await crowd(serving, 30)
  const rotating = await openRecords({ dataDir })
  const rotation = await rotateKeys(rotating, byFile)
  assert.deepEqual(rotation, { version: 2, people: 30, isResumed: false })
  assert.deepEqual([...(readKeyFile(dataDir)?.keys.keys() ?? [])], [2])
  for (const id of people)
    assert.match((await personById(serving.db, serving.keys, id))?.address() ?? '', /@example.org$/)
  const late = await personAt(serving, 'late@example.org')
  assert.equal(late.address(), 'late@example.org')
  assert.deepEqual(await versionsIn(serving), [2])
  await serving.close()
  await rotating.close()
  await allReadable(dataDir, 31)
})

test('people who come while a rotation is going on are wrapped with the new key', async (t) => {
  const dataDir = newDataDir(t)
  const serving = await openRecords({ dataDir })
  await crowd(serving, 5)
  const rotating = await openRecords({ dataDir })
  let arrived = false
  await rotateKeys(rotating, {
    ...byFile,
    progress: () => {
      arrived = true
      void personAt(serving, 'between@example.org')
    },
  })
  assert.ok(arrived)
  await personAt(serving, 'between@example.org')
  assert.deepEqual(await versionsIn(serving), [2])
  await serving.close()
  await rotating.close()
  await allReadable(dataDir, 6)
})

const people = sized(1500, 3000)
const rounds = sized(5, 12)

test('killed at any moment, a rotation leaves everybody readable, and the next one ends it', async (t) => {
  const dataDir = newDataDir(t)
  const made = await openRecords({ dataDir })
  await crowd(made, people)
  await made.close()
  let kills = 0
  for (let round = 0; round < rounds; round++) {
    const child = spawn(
      process.execPath,
      [join(import.meta.dirname, '../../testing/children/rotation.ts'), dataDir],
      { stdio: ['ignore', 'pipe', 'inherit'] },
    )
    await once(child.stdout, 'data')
    await wait((round * 48) / rounds)
    child.kill('SIGKILL')
    const [, signal] = await once(child, 'exit')
    if (signal === 'SIGKILL') kills++
    await allReadable(dataDir, people)
  }
  assert.ok(kills >= rounds / 3, `killed ${kills} times`)
  const records = await openRecords({ dataDir })
  const { version } = await rotateKeys(records, { ...byFile, now: () => new Date(8e12) })
  assert.deepEqual(await versionsIn(records), [version])
  assert.deepEqual([...(readKeyFile(dataDir)?.keys.keys() ?? [])], [version])
  await records.close()
})

onEachStore('with keys from the environment, the newest listed is used', async (records) => {
  await personAt(records)
  const byEnvironment = { ...byFile, fromEnvironment: true }
  await assert.rejects(rotateKeys(records, byEnvironment), /KEYS has no newer key than version 1/)
  const { dataDir } = records
  const again = {
    ...records,
    keys: keysOf(readKeySetting(`2:${secret('2')},${testKeys}`)),
    dataDir,
  }
  const rotation = await rotateKeys(again, byEnvironment)
  assert.deepEqual(rotation, { version: 2, people: 1, isResumed: false })
  assert.equal((await personAt(again)).address(), 'mother@example.org')
  await assert.rejects(rotateKeys(again, byEnvironment), /KEYS has no newer key than version 2/)
  // A server that was not given the new key says so instead of writing what cannot be read later.
  await assert.rejects(personAt(records, 'new@example.org'), /version 2 is needed/)
})

const byFile = {
  fromEnvironment: false,
  holder: 'test',
  now: () => testNow,
  finished: async () => {},
}

async function crowd(records: Records, size: number): Promise<string[]> {
  const [one] = [await personAt(records, '0@example.org')]
  const ids = [one.id]
  const given = { language: 'en' as const, now: testNow, newId: () => randomUUID() }
  await records.write(async (tx) => {
    for (let number = 1; number < size; number++) {
      const address = readMailAddress(`${number}@example.org`) ?? assert.fail()
      ids.push((await findOrMakePerson(tx, records.keys, address, given)).id)
    }
  })
  return ids
}

async function allReadable(dataDir: string, expected: number): Promise<void> {
  const records = await openRecords({ dataDir })
  const rows = await records.db.selectFrom('person').select(personColumns).execute()
  const addresses = rows.map((row) => personOf(row, records.keys).address())
  assert.equal(new Set(addresses).size, expected)
  await records.close()
}

async function versionsIn({ db }: Records): Promise<number[]> {
  const rows = await db.selectFrom('person').select('key_version').distinct().execute()
  return rows.map(({ key_version }) => key_version)
}
