import assert from 'node:assert/strict'
import { test } from 'node:test'
import { proveClaim } from '../people/accounts/claims/prove-claim.ts'
import { openRecords } from '../people/records/open-records.ts'
import { runHere } from '../testing/run-here.ts'
import { claimed, claimLinkOf } from '../testing/test-claims.ts'
import { peopleBase } from '../testing/test-alerts.ts'
import { newDataDir, testKeys, testNow as now } from '../testing/test-records.ts'

test('claims are listed, granted and undone at the terminal', async (t) => {
  const dataDir = newDataDir(t)
  const run = (words: string) => runHere(words.split(' '), { DATA_DIR: dataDir, KEYS: testKeys })
  assert.match((await run('claims list')).stderr, /no records yet/)
  const records = await openRecords({ dataDir, keys: testKeys })
  await claimed(records, 'chief@example.org', { now })
  const link = await claimLinkOf(records, 'chief@example.org')
  await proveClaim(peopleBase(records), { link, name: 'Chief', study: undefined }, now)
  await records.close()
  const { stdout } = await run('claims list')
  const line =
    /^([\w-]{36}) {2}NCT02390596 {2}Chief <chief@example\.org> {2}waiting {2}listing-gone$/m
  const [, id = ''] = line.exec(stdout) ?? []
  assert.match((await run(`claims decide ${id} --as grant`)).stdout, /Done/)
  const again = await run(`claims decide ${id} --as refuse`)
  assert.deepEqual([again.status, again.stdout], [1, ''])
  assert.equal((await run(`claims decide ${id} --as undo`)).status, 0)
  assert.match((await run('claims list')).stderr, /No claim waits/)
  const [told] = JSON.parse((await run('claims list --all --json')).stdout) as { state: string }[]
  assert.equal(told?.state, 'undone')
  assert.equal((await run(`claims decide ${id}`)).status, 2)
})
