import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Hono } from 'hono'
import { openTestApp, type TestApp } from '../testing/test-site.ts'
import { assertValid } from '../testing/valid-html.ts'
import type { App } from './shell/app.ts'
import { createSite } from './site.ts'

let house: TestApp
let site: Hono

before(async () => {
  house = await openTestApp()
  site = createSite(house)
})

after(() => house.close())

/** What a reader sees of a page, and its links. */
async function page(path: string): Promise<string> {
  const response = await site.request(path)
  assert.equal(response.status, 200, path)
  const text = await response.text()
  await assertValid(text, path)
  return text.slice(text.indexOf('<main')).replaceAll(/\s+/g, ' ')
}

/** A study that the registry calls NOT_YET_RECRUITING, and its only site too. */
const notYet = 'NCT90000005'

test('a study that is not open yet is called that on every page, with the way to be told when it opens', async () => {
  for (const path of [
    '/search?q=sjogren&near=Paris',
    `/studies/${notYet}`,
    `/studies/${notYet}/check`,
  ]) {
    const english = await page(path)
    assert.match(english, /not open yet/i, path)
    assert.match(english, /Tell me when (?:this study|it) opens/, path)
    assert.ok(english.includes(`href="/alerts/new?study=${notYet}"`), path)
    assert.doesNotMatch(english, /takes no new people/, path)
    const french = await page(`/fr${path}`)
    assert.match(french, /pas encore ouverte?/i, path)
    assert.match(french, /Me prévenir (?:quand cette étude ouvre|à l’ouverture)/, path)
    assert.ok(french.includes(`href="/fr/alerts/new?study=${notYet}"`), path)
    assert.doesNotMatch(french, /ne prend personne/, path)
  }
})

test('a site that is not open yet is told apart from one that takes nobody', async () => {
  assert.match(await page('/search?q=sjogren&near=Paris'), /This site is not open yet\./)
  assert.match(await page('/fr/search?q=sjogren&near=Paris'), /Ce centre n’est pas encore ouvert\./)
})

test('among similar studies, and in a comparison, it is called the same', async () => {
  const hits = (await house.catalogue.search({ q: 'sjogren', today: house.today() })).hits
  const around: App = { ...house, catalogue: { ...house.catalogue, similar: async () => hits } }
  const similar = await createSite(around).request('/studies/NCT90000003/similar')
  assert.match(
    (await similar.text()).replaceAll(/<[^>]*>|\s+/g, ' ').replaceAll(/ +/g, ' '),
    new RegExp(`Not open yet ${notYet}`),
  )
  assert.match(await page(`/list?ids=${notYet},NCT90000003`), /Not open yet/)
  assert.match(await page(`/fr/list?ids=${notYet},NCT90000003`), /Pas encore ouverte/)
})

test('a study by invitation is never called open, and nobody is sent to ask to join', async () => {
  assert.match(await page('/studies/NCT90000004'), /By invitation only/)
  const check = await page('/studies/NCT90000004/check')
  assert.match(check, /Only people whom the study team invites can join this study\./)
  assert.match(
    await page('/fr/studies/NCT90000004/check'),
    /Seules les personnes que l’équipe invite peuvent participer/,
  )
})

test('the self-check of a study whose status is not known says so', async () => {
  assert.match(await page('/studies/NCT90000009/check'), /We do not know whether this study takes/)
  assert.match(await page('/fr/studies/NCT90000009/check'), /Nous ne savons pas si cette étude/)
})
