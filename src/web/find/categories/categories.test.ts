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

test('an area says what it covers, what is narrower, and who looks for people', async () => {
  const page = await text('/categories/heart-and-vessels')
  assert.match(page, /Vascular Diseases/)
  assert.match(page, /A Registry of Vasculitis/)
  assert.doesNotMatch(page, /Anakinra and Kawasaki Disease/)
})

test('one can walk down the tree, and back up', async () => {
  const page = await text('/categories/heart-and-vessels?tree=C14.907.940')
  assert.match(page, /<h1>Vasculitis<\/h1>/)
  assert.match(page, /href="\/categories\/heart-and-vessels\?tree=C14\.907"/)
  assert.match(page, /Mucocutaneous Lymph Node Syndrome/)
})

test('a branch of another area, an unknown branch and an unknown area are not there', async () => {
  for (const path of ['cancers?tree=C14.907', 'cancers?tree=C99', 'cancers?tree=__proto__', 'none'])
    assert.equal((await site.request(`/categories/${path}`)).status, 404, path)
})

test('areas have twins as data', async () => {
  const list = JSON.parse(await text('/categories.json')) as { categories: { slug: string }[] }
  assert.ok(list.categories.some(({ slug }) => slug === 'heart-and-vessels'))
  const area = JSON.parse(await text('/fr/categories/heart-and-vessels.json')) as {
    studies: { all: number }
    narrower: unknown[]
    hits: unknown[]
  }
  assert.equal(area.studies.all, 3)
  assert.ok(area.narrower.length > 0)
  assert.equal(area.hits.length, 2)
})
