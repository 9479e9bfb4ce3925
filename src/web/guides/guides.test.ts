import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Hono } from 'hono'
import { openTestApp, type TestApp } from '../../testing/test-site.ts'
import { assertValid } from '../../testing/valid-html.ts'
import { createSite } from '../site.ts'
import { guides } from './guide-list.ts'

let app: TestApp
let site: Hono

before(async () => {
  app = await openTestApp()
  site = createSite(app)
})

after(() => app.close())

test('every guide is at its address in both languages, valid, and leads to the others', async () => {
  for (const prefix of ['', '/fr'])
    for (const { slug } of guides) {
      const answer = await site.request(`${prefix}/guides/${slug}`)
      assert.equal(answer.status, 200)
      const page = await answer.text()
      await assertValid(page, slug)
      for (const other of guides)
        assert.equal(
          page.includes(`href="${prefix}/guides/${other.slug}"`),
          other.slug !== slug,
          `${slug} and ${other.slug}`,
        )
    }
})

test('a guide that there is not is not found', async () => {
  assert.equal((await site.request('/guides/nothing')).status, 404)
  assert.equal((await site.request('/guides')).status, 200)
})
