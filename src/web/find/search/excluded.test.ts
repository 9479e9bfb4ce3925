import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Excluded } from '../../../finder/catalogue/model/query.ts'
import { openTestApp, type TestApp } from '../../../testing/test-site.ts'
import { assertValid } from '../../../testing/valid-html.ts'
import { createSite } from '../../site.ts'

const excluded: Excluded = {
  total: 5,
  studies: [
    {
      nctId: 'NCT04482309',
      briefTitle: 'Selected Tumors',
      term: 'Breast Neoplasms',
      said: 'Solid Tumors Excluding Breast & Gastric Cancer',
    },
  ],
}
let app: TestApp

before(async () => {
  app = await openTestApp()
})
after(() => app.close())

test('studies that leave an illness out are named apart, with what their records say', async () => {
  const { catalogue } = app
  const site = createSite({
    ...app,
    catalogue: {
      ...catalogue,
      search: async (query) => ({ ...(await catalogue.search(query)), excluded }),
    },
  })
  for (const [prefix, title] of [
    ['', /5 studies left out: not for this illness/],
    ['/fr', /5 études écartées\s: pas pour cette maladie/],
  ] as const) {
    const page = await (await site.request(`${prefix}/search?q=kawasaki`)).text()
    await assertValid(page, prefix)
    assert.match(page, title)
    assert.match(page, /Solid Tumors Excluding Breast &amp; Gastric Cancer/)
    assert.match(page, new RegExp(`href="${prefix}/studies/NCT04482309"`))
  }
  const twin = (await (await site.request('/search.json?q=kawasaki')).json()) as object
  assert.deepEqual('excluded' in twin && twin.excluded, excluded)
})

test('where none is left out nothing is said of it', async () => {
  const page = await (await createSite(app).request('/search?q=kawasaki')).text()
  assert.doesNotMatch(page, /left out: not/)
})
