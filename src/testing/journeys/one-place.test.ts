import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { readSearch } from '../../cli/read-search.ts'
import { labelOf } from '../../finder/places/label.ts'
import { readPlace } from '../../finder/question/read-place.ts'
import { createSite } from '../../web/site.ts'
import { type TestApp, openTestApp } from '../test-site.ts'
import { type Visitor, usualForm, visitor } from '../visitor.ts'

/** One name of a place, asked at every door: the search, the command line, an alert, a study, a comparison. */
let app: TestApp
let visit: Visitor
let study: string

before(async () => {
  app = await openTestApp()
  visit = visitor(createSite(app), app.baseUrl)
  const found = await app.catalogue.search({ today: app.today(), pageSize: 1 })
  study = found.hits[0]?.nctId ?? ''
})
after(() => app.close())

/** What each door says to a place that was typed. */
async function atEveryDoor(near: string): Promise<Readonly<Record<string, string>>> {
  const at = encodeURIComponent(near)
  const { places } = app
  const context = { places, isTree: () => false, today: app.today(), language: 'en' as const }
  const terminal = readSearch([], { near }, context)
  return {
    search: (await visit.get(`/search?near=${at}`)).text,
    terminal: terminal.nearName ?? terminal.place?.name ?? terminal.problems.join(),
    alert: (await alertForms(near)).join(),
    study: (await visit.get(`/studies/${study}?near=${at}`)).text,
    compare: (await visit.get(`/list?ids=${study}&near=${at}`)).text,
  }
}

/** The form as a link opens it, and as it comes back when something in it cannot be taken. */
async function alertForms(near: string): Promise<readonly string[]> {
  const opened = await visit.get(`/alerts/new?study=${study}&near=${encodeURIComponent(near)}`)
  const sent = await visit.post('/alerts', { ...usualForm, near, email: 'not one' })
  return [opened.text, sent.text]
}

for (const name of [
  'Springfield',
  'Paris',
  'Victoria City',
  'London, Ontario',
  'Singapore',
  '75013',
])
  test(`${name} is the same place at every door`, async () => {
    const read = readPlace(name, { places: app.places, language: 'en' })
    assert.equal(read.kind, 'found')
    const label = read.kind === 'found' ? labelOf(read.place, 'en') : ''
    for (const [door, said] of Object.entries(await atEveryDoor(name)))
      assert.ok(said.includes(label), `${door} says nothing of ${label}`)
  })

for (const [name, kind, label] of [
  ['France', 'country', 'France'],
  ['Île-de-France', 'region', 'Île-de-France (region), France'],
  ['California', 'region', 'California (region), United States'],
] as const)
  test(`${name} is an area for a list, an alert, a comparison and a study, from which nothing is measured`, async () => {
    const { terminal, ...others } = await atEveryDoor(name)
    assert.match(others['search'] ?? '', /A study is shown where it has a site in/)
    assert.equal(terminal, label)
    for (const [door, said] of Object.entries(others)) {
      assert.ok(said.includes(label), door)
      assert.doesNotMatch(said, new RegExp(`is a whole ${kind}`), door)
    }
  })

test('only an alert asks which of several places is meant', async () => {
  const { alert = '', search = '' } = await atEveryDoor('Springfield')
  assert.match(alert, /There are several places of that name/)
  assert.match(search, /Or did you mean/)
})
