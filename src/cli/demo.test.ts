import assert from 'node:assert/strict'
import { existsSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { verifyAudit } from '../people/audit/verify.ts'
import { readSignInLink } from '../people/accounts/sign-in.ts'
import { openRecords } from '../people/records/open-records.ts'
import { builtPlaces } from '../testing/built-places.ts'
import { runHere } from '../testing/run-here.ts'
import { deskStates } from '../testing/test-desk.ts'
import { newDataDir, personAt, testKeys } from '../testing/test-records.ts'

const everyState = ['asked', ...deskStates] as const

test('a fresh folder is filled with people who are made up, and links let them in for a day', async (t) => {
  const dataDir = newDataDir(t)
  symlinkSync(await builtPlaces(), join(dataDir, 'places.sqlite'))
  const run = (words: string) => runHere(words.split(' '), { DATA_DIR: dataDir, KEYS: testKeys })
  const made = await run('demo')
  assert.equal(made.status, 0, made.stderr)
  assert.match(made.stderr, /Everybody here is made up/)
  assert.ok(existsSync(join(dataDir, 'demonstration.txt')))
  const links = [...made.stdout.matchAll(/\/sign-in\/([\w-]{43})$/gm)].map(([, link]) => link ?? '')
  assert.equal(links.length, 4)
  const records = await openRecords({ dataDir, keys: testKeys })
  t.after(() => records.close())
  const later = (hours: number): Date => new Date(Date.now() + hours * 3_600_000)
  for (const link of links) {
    assert.equal((await readSignInLink(records, link, later(23))).kind, 'open')
    assert.equal((await readSignInLink(records, link, later(25))).kind, 'expired')
  }
  assert.equal((await verifyAudit(records.db)).isWhole, true)
  const rows = await records.db.selectFrom('enquiry').select(['state', 'due_at']).execute()
  const states = new Set(rows.map(({ state }) => state))
  for (const state of everyState) assert.ok(states.has(state), state)
  const now = new Date().toISOString()
  assert.ok(rows.some(({ due_at }) => due_at !== null && due_at < now))
  const found = JSON.parse((await run('search NCT02390596 --json')).stdout) as {
    hits: { overallStatus: string; briefTitle: string }[]
  }
  assert.equal(found.hits[0]?.overallStatus, 'RECRUITING')
  assert.match(found.hits[0].briefTitle, /made up for a demonstration/)
  const again = await run('demo')
  assert.deepEqual([again.status, again.stdout], [1, ''])
  assert.match(again.stderr, /holds a demonstration already/)
})

test('a folder in use, and a server that sends mail, are refused, and nothing is written', async (t) => {
  const dataDir = newDataDir(t)
  const records = await openRecords({ dataDir, keys: testKeys })
  await personAt(records)
  await records.close()
  const settings = { DATA_DIR: dataDir, KEYS: testKeys }
  const used = await runHere(['demo'], settings)
  assert.deepEqual([used.status, used.stdout], [1, ''])
  assert.match(used.stderr, /in use.*DATA_DIR=/)
  const fresh = join(newDataDir(t), 'fresh')
  const sends = { SMTP_URL: 'smtp://127.0.0.1:2525', MAIL_FROM: 'a@example.org', DATA_DIR: fresh }
  assert.match((await runHere(['demo'], sends)).stderr, /SMTP_URL/)
  assert.ok(!existsSync(join(dataDir, 'demonstration.txt')) && !existsSync(fresh))
})
