import assert from 'node:assert/strict'
import { test } from 'node:test'
import { Hono } from 'hono'
import { smallApp } from '../../../testing/small-site.ts'
import type { SiteArea } from '../area.ts'
import { openSite } from './open-site.ts'

const echo = (path: string) => (): Hono => {
  const routes = new Hono()
  routes.get(path, (c) => c.text('read'))
  routes.post(path, async (c) => c.text(String((await c.req.text()).length)))
  return routes
}

const areas: readonly SiteArea[] = [
  { routes: echo('/plain'), caching: 'private, no-cache' },
  {
    routes: echo('/records'),
    bodyLimit: { bytes: 100_000, tooLarge: (c) => c.text('too long a record', 413) },
  },
  { routes: echo('/letters/:link'), owns: '/letters/*', privacy: 'nowhere', referrer: 'origin' },
]

const site = openSite(smallApp([]), areas)

function post(path: string, length: number): Response | Promise<Response> {
  const headers = { 'content-length': String(length) }
  return site.request(path, { method: 'POST', body: 'a'.repeat(length), headers })
}

test('an area that declares no limit takes 64 kB, and so does an address that is nowhere', async () => {
  assert.equal((await post('/plain', 60_000)).status, 200)
  for (const path of ['/plain', '/fr/plain', '/nowhere']) {
    const refused = await post(path, 70_000)
    assert.equal(refused.status, 413)
    assert.equal(await refused.text(), 'What was sent is too large.')
  }
})

test('an area takes what it declares in both languages, and gives its own answer to more', async () => {
  for (const path of ['/records', '/fr/records']) {
    assert.equal((await post(path, 70_000)).status, 200)
    assert.equal(await (await post(path, 110_000)).text(), 'too long a record')
    assert.equal(await (await post(path, 3_000_000)).text(), 'too long a record')
  }
})

test('a private area is private under every address it owns, whatever it answers', async () => {
  for (const path of ['/letters/a', '/fr/letters/a', '/letters/a/unknown']) {
    const { headers } = await site.request(path)
    assert.equal(headers.get('cache-control'), 'no-store', path)
    assert.equal(headers.get('x-robots-tag'), 'noindex, nofollow', path)
    assert.equal(headers.get('referrer-policy'), 'strict-origin', path)
    assert.equal(headers.get('etag'), null, path)
  }
})

test('caching is as declared; an answer to what was sent is kept nowhere', async () => {
  assert.equal((await site.request('/plain')).headers.get('cache-control'), 'private, no-cache')
  assert.equal((await site.request('/records')).headers.get('cache-control'), 'no-cache')
  assert.equal((await post('/records', 10)).headers.get('cache-control'), 'no-store')
})
