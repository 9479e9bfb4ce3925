import assert from 'node:assert/strict'
import { test } from 'node:test'
import { openRecords } from '../people/records/open-records.ts'
import { runHere } from '../testing/run-here.ts'
import { newDataDir } from '../testing/test-records.ts'
import { watchMade, watchTerms } from '../testing/test-watches.ts'

const doctor = async (dataDir: string, hosts: string) => {
  const settings = { DATA_DIR: dataDir, PORT: '0', FHIR_SUBSCRIPTION_HOSTS: hosts }
  const { stdout, stderr } = await runHere(['doctor', '--json'], settings, '')
  if (stdout === '') return stderr
  const { checks } = JSON.parse(stdout) as {
    readonly checks: readonly {
      readonly name: string
      readonly state: string
      readonly text: string
    }[]
  }
  return checks.find(({ name }) => name === 'Subscriptions')
}

test('the doctor says how many programs are told and how many fail, and nothing where none may be', async (t) => {
  const dataDir = newDataDir(t)
  const records = await openRecords({ dataDir })
  t.after(() => records.close())
  assert.equal(await doctor(dataDir, ''), undefined)
  const now = new Date()
  const terms = watchTerms('https://canary.example.org/hook')
  const { watch } = await watchMade(records, terms, now)
  await watchMade(records, terms, now)
  await records.write((tx) =>
    tx.updateTable('watch').set({ state: 'error' }).where('id', '=', watch.id).execute(),
  )
  const check = await doctor(dataDir, 'https://canary.example.org, https://b.example.org:8443')
  assert.deepEqual(check, {
    name: 'Subscriptions',
    state: 'note',
    text: 'Hosts that may be told: 2. Programs told: 0, not answered yet: 1, failing: 1, ended in the last 30 days: 0.',
    todo: 'Ask who runs the receivers whether they are there. What they do not take is tried again for 48 hours.',
  })
})

test('a list that holds something else than hosts is refused, with what to write', async (t) => {
  for (const wrong of ['hooks.example.org', 'http://hooks.example.org', 'https://a.example.org/b'])
    assert.match(
      JSON.stringify(await doctor(newDataDir(t), wrong)),
      /FHIR_SUBSCRIPTION_HOSTS must be addresses of hosts, such as https:\/\/hooks\.example\.org:8443/,
    )
})
