import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { keepRecords } from '../../../people/records/keep-records.ts'
import { RecordsUnsure } from '../../../people/records/model/faults.ts'
import type { Records } from '../../../people/records/model/records.ts'
import { openTestApp, type TestApp } from '../../../testing/test-site.ts'
import { usualForm, visitor, type Visitor } from '../../../testing/visitor.ts'
import { createSite } from '../../site.ts'

let app: TestApp
let away: Records
let visit: Visitor

before(async () => {
  app = await openTestApp()
  away = await keepRecords({
    dataDir: `${app.people.records.dataDir}-elsewhere`,
    databaseUrl: 'postgres://me@127.0.0.1:1/trialway',
    onAway: () => {},
    onBack: () => {},
    onRefused: () => {},
  })
  visit = visitor(siteOn(away), app.baseUrl)
})
after(async () => {
  await away.close()
  await app.close()
})

function siteOn(records: Records) {
  return createSite({ ...app, people: { ...app.people, records } })
}

test('without the records, what is public is served', async () => {
  for (const path of ['/en', '/search?q=kawasaki', '/studies/NCT02390596', '/match', '/alerts'])
    assert.equal((await visit.get(path)).status, 200, path)
  for (const path of ['/alerts/sent', '/alerts/sent-link', '/fr/alerts/sent'])
    assert.equal((await visit.get(path)).status, 200, path)
})

const privatePaths = ['/alerts/new?q=kawasaki', '/alerts/confirm/x', '/alerts/stop/x', '/alerts/x']

test('without the records, what needs them is a page in the layout of the site that says so and when to come back', async () => {
  for (const path of privatePaths)
    for (const [prefix, lang, says] of [
      ['', 'en', /try again in a minute/],
      ['/fr', 'fr', /Réessayez dans une minute/],
    ] as const) {
      const { status, text, headers } = await visit.get(prefix + path)
      assert.equal(status, 503, path)
      assert.equal(headers.get('retry-after'), '60')
      assert.equal(headers.get('cache-control'), 'no-store')
      assert.match(text, new RegExp(`<html lang="${lang}"`))
      assert.match(text, says)
      assert.match(text, /<footer/)
    }
})

test('without the records, forms are answered alike, and nothing of them is shown', async () => {
  const forms = [
    ['/alerts', usualForm],
    ['/alerts/lost', { email: usualForm.email }],
    ['/alerts/confirm/x', { alert: 'x' }],
    ['/alerts/stop/x', { 'List-Unsubscribe': 'One-Click' }],
    ['/alerts/x/letters', { language: 'fr' }],
  ] as const
  for (const [path, form] of forms) {
    const { status, text } = await visit.post(path, form)
    assert.equal(status, 503, path)
    assert.doesNotMatch(text, /Canary/)
  }
})

test('programs are told in JSON', async () => {
  const asked = await visit.raw('/alerts/x', { headers: { accept: 'application/json' } })
  assert.equal(asked.status, 503)
  assert.match(JSON.parse(asked.text).problems[0].text, /try again in a minute/)
})

test('a write whose end is not known is neither said to be done nor to be undone', async () => {
  const unsure = { ...app.people.records, write: () => Promise.reject(new RecordsUnsure('?')) }
  const { status, text, headers } = await visitor(siteOn(unsure), app.baseUrl).post(
    '/alerts',
    usualForm,
  )
  assert.equal(status, 503)
  assert.equal(headers.get('retry-after'), '60')
  assert.match(text, /We do not know if this was saved/)
})
