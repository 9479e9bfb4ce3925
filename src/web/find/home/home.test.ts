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

async function pageAt(path: string): Promise<string> {
  return (await site.request(path)).text()
}

/** The three numbers under the form, in their order. */
function figuresOf(page: string): readonly number[] {
  return [...page.matchAll(/<dd class="num">([^<]+)<\/dd>/g)].map(([, text = '']) =>
    Number(text.replace(/\D/g, '')),
  )
}

test('the numbers under the form are those of the search: what is in doubt is never counted as open', async () => {
  const { counts } = await app.catalogue.search({ today: app.today(), pageSize: 1 })
  for (const path of ['/en', '/fr'])
    assert.deepEqual(figuresOf(await pageAt(path)), [
      counts.sure,
      counts.open - counts.sure,
      counts.all,
    ])
  assert.ok(counts.open > counts.sure, 'the example studies hold a doubtful one')
})

test('an illness leads to its open studies, and says how many of them are sure', async () => {
  const page = await pageAt('/en')
  const topics = [
    ...page.matchAll(/href="([^"]*tree=([^&"]+)&amp;status=open)">[\s\S]*?class="num">(\d+) open/g),
  ]
  assert.ok(topics.length > 0)
  for (const [, , tree = '', sure] of topics) {
    const { counts } = await app.catalogue.search({ today: app.today(), tree, pageSize: 1 })
    assert.equal(Number(sure), counts.sure)
  }
})

test('the form asks for what is open, and says what else it presumes', async () => {
  const page = await pageAt('/fr')
  assert.match(page, /<input type="hidden" name="status" value="open" \/>/)
  assert.match(page, /<input type="hidden" name="within" value="100km" \/>/)
  assert.match(page, /Nous cherchons d’abord à 100.km/)
})

test('where the search has no time for numbers, the page is shown without them', async () => {
  const catalogue = { ...app.catalogue, search: () => Promise.reject(new Error('busy')) }
  const busy = await createSite({ ...app, catalogue }).request('/en')
  assert.equal(busy.status, 200)
  assert.deepEqual(figuresOf(await busy.text()), [])
})
