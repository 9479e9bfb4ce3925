import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { address, openedMails } from '../../testing/test-alerts.ts'
import { openTestApp, type TestApp } from '../../testing/test-site.ts'
import { watchMade, watchTerms } from '../../testing/test-watches.ts'
import { answered } from '../../testing/test-alerts.ts'
import { visitor, type Visitor } from '../../testing/visitor.ts'
import { readWatch } from '../../people/watches/make.ts'
import type { WatchTerms } from '../../people/watches/model/watch.ts'
import { watchStopLink } from '../../people/watches/model/watch-links.ts'
import { createSite } from '../site.ts'

let app: TestApp
let visit: Visitor

before(async () => {
  app = await openTestApp()
  visit = visitor(createSite(app), app.baseUrl)
})
after(() => app.close())

async function asked(to: string, more: Partial<WatchTerms> = {}) {
  const { records } = app.people
  const { endpoint: _, ...terms } = watchTerms('', { mailAs: 'text/plain', ...more })
  const mail = { address: address(to), language: 'en' } as const
  const made = await watchMade(records, terms, app.now(), { mail })
  await answered(records)
  const mails = (await openedMails(records)).filter((one) => one.to === to)
  const [, link = ''] =
    /\/subscriptions\/confirm\/([\w-]+)/.exec(mails.at(-1)?.letter?.text ?? '') ?? []
  const state = async () => (await readWatch(records, made.watch.id, made.token))?.state
  return { ...made, way: `/subscriptions/confirm/${link}`, state }
}

test('the page says what was asked for, changes nothing by being looked at, and starts what is ticked', async () => {
  const filters = [{ name: 'title', modifier: 'contains', value: '<b>kawasaki</b>' }]
  const { watch, way, state } = await asked('anna@example.org', { filters, reason: 'Call 555 now' })
  const page = await visit.get(way)
  assert.equal(page.status, 200)
  assert.match(page.text, /title:contains = &lt;b&gt;kawasaki/)
  assert.match(page.text, /a…@example\.org/)
  // A stranger's own words are not ours to say.
  assert.doesNotMatch(page.text, /555/)
  assert.match((await visit.get(`/fr${way}`)).text, /Voulez-vous ces courriels/)
  assert.equal(await state(), 'requested')
  const nothing = await visit.post(way, { shown: watch.id })
  assert.equal(nothing.status, 422)
  assert.match(nothing.text, /Tick at least one/)
  const done = await visit.post(way, { shown: watch.id, watch: watch.id })
  assert.match(done.text, /You get these mails from now on/)
  assert.equal(await state(), 'active')
  assert.match((await visit.get(way)).text, /Nothing to decide/)
})

test('a page of another site presses no button, and links that were made up lead nowhere', async () => {
  const { watch, way, state } = await asked('berta@example.org')
  const elsewhere = await visit.send(way, {
    body: new URLSearchParams({ shown: watch.id, watch: watch.id }),
    headers: { origin: 'https://elsewhere.example' },
  })
  assert.equal(elsewhere.status, 403)
  assert.equal(await state(), 'requested')
  for (const path of ['/subscriptions/confirm/x', '/subscriptions/stop/x'])
    assert.equal((await visit.get(path)).status, 404)
  app.clock = new Date(app.clock.getTime() + 48 * 3_600_000)
  assert.equal((await visit.get(way)).status, 410)
})

test('the link of a mail asks by GET, and stops it by the POST of a mail program', async () => {
  const { watch, way, state } = await asked('carla@example.org')
  await visit.post(way, { shown: watch.id, watch: watch.id })
  const stop = `/subscriptions/stop/${watchStopLink(app.people.records.keys, watch.id)}`
  for (const [prefix, title] of [
    ['', /Stop these mails\?/],
    ['/fr', /Arrêter ces courriels/],
  ] as const)
    assert.match((await visit.get(`${prefix}${stop}`)).text, title)
  assert.equal(await state(), 'active')
  const body = new URLSearchParams({ 'List-Unsubscribe': 'One-Click' })
  for (const _ of [1, 2]) {
    const stopped = await visit.send(stop, { body })
    assert.deepEqual([stopped.status, /These mails are stopped/.test(stopped.text)], [200, true])
  }
  assert.equal(await state(), 'off')
})
