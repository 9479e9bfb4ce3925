import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Hono } from 'hono'
import { openTestApp, type TestApp } from '../../../testing/test-site.ts'
import { createSite } from '../../site.ts'

let app: TestApp
let site: Hono

before(async () => {
  app = await openTestApp()
  site = createSite(app)
})

after(() => app.close())

async function text(path: string): Promise<string> {
  const response = await site.request(path)
  assert.equal(response.status, 200, path)
  return response.text()
}

test('the map lists every study in both languages, each naming the other', async () => {
  const index = await text('/sitemap.xml')
  const pages = [...index.matchAll(/<loc>https:\/\/trialway\.example([^<]+)<\/loc>/g)]
  const maps = await Promise.all(pages.map(([, path = '']) => text(path)))
  const all = maps.join('')
  const count = app.catalogue.summary().studies
  assert.equal((all.match(/<loc>[^<]*\/studies\/NCT\d{8}<\/loc>/g) ?? []).length, 2 * count)
  assert.match(all, /hreflang="fr" href="https:\/\/trialway\.example\/fr\/studies\/NCT02390596"/)
  assert.equal((await site.request('/sitemaps/99.xml')).status, 404)
})

test('robots keep out of searches and are shown the map', async () => {
  const robots = await text('/robots.txt')
  assert.match(robots, /Disallow: \/search/)
  assert.match(robots, /Sitemap: https:\/\/trialway\.example\/sitemap\.xml/)
})

test('a browser can add our search', async () => {
  assert.match(
    await text('/opensearch.xml'),
    /template="https:\/\/trialway\.example\/search\?q=\{searchTerms\}&amp;status=open"/,
  )
  assert.match(await text('/fr/opensearch.xml'), /\/fr\/search\?q=/)
})

test('who finds a weakness is told where to say so', async () => {
  const security = await text('/.well-known/security.txt')
  assert.match(security, /^Contact: https:/m)
  assert.match(security, /^Expires: 2027-11-18T00:00:00Z$/m)
})

test('there is a sign of our own', async () => {
  assert.match(await text('/favicon.ico'), /<svg/)
})
