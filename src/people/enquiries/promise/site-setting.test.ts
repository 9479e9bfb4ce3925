import assert from 'node:assert/strict'
import { test } from 'node:test'
import { onEachStore, testNow } from '../../../testing/test-records.ts'
import { readSiteSetting, readTypedSetting, saveSiteSetting } from './site-setting.ts'
import { usualSetting } from './site-calendar.ts'

const typed = {
  promiseDays: '3',
  country: 'gb',
  region: 'Scotland',
  timeZone: 'Europe/London',
  closesAt: '16:30',
}
const place = { study: 'NCT02390596', site: '0123456789' }

onEachStore(
  'a site says how it keeps its promise, and the trail says who changed what',
  async (records) => {
    assert.deepEqual(await readSiteSetting(records.db, place), usualSetting)
    const read = await readTypedSetting(typed)
    assert.ok(read.kind === 'read')
    const by = { accountId: 'a1', now: testNow }
    const save = () => records.write((tx) => saveSiteSetting(tx, place, read.setting, by))
    assert.deepEqual([await save(), await save()], [true, false])
    assert.deepEqual(await readSiteSetting(records.db, place), {
      promiseDays: 3,
      country: 'GB',
      region: 'SCT',
      timeZone: 'Europe/London',
      closesAt: '16:30',
    })
    const trail = await records.db.selectFrom('audit_event').select(['action', 'details']).execute()
    assert.equal(trail.length, 1)
    assert.match(trail[0]?.details ?? '', /"promiseDays":2.*"promiseDays":3/)
  },
)

test('what cannot be read of a setting is named, and empty is as the record says', async () => {
  const wrong = {
    promiseDays: '11',
    country: 'Utopia',
    region: 'x',
    timeZone: 'Europe/Atlantis',
    closesAt: '25:00',
  }
  assert.deepEqual(await readTypedSetting(wrong), {
    kind: 'wrong',
    fields: ['promiseDays', 'country', 'region', 'timeZone', 'closesAt'],
  })
  const bad = [
    { ...typed, promiseDays: '0' },
    { ...typed, promiseDays: '2.5' },
    { ...typed, country: '' },
    { ...typed, region: 'Bavaria' },
    { ...typed, timeZone: '../etc' },
    { ...typed, closesAt: '03:00' },
  ]
  for (const one of bad)
    assert.equal((await readTypedSetting(one)).kind, 'wrong', JSON.stringify(one))
  const empty = { promiseDays: '2', country: '', region: '', timeZone: '', closesAt: '18:00' }
  assert.deepEqual(await readTypedSetting(empty), { kind: 'read', setting: usualSetting })
})
