import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Hono } from 'hono'
import { openTestApp, type TestApp } from '../../../testing/test-site.ts'
import { assertValid } from '../../../testing/valid-html.ts'
import { createSite } from '../../site.ts'

let app: TestApp
let site: Hono

before(async () => {
  app = await openTestApp()
  site = createSite(app)
})
after(() => app.close())

async function page(path: string) {
  const reply = await site.request(path)
  const text = await reply.text()
  await assertValid(text, path)
  return { status: reply.status, text: text.replace(/\s+/g, ' ') }
}

const theirs = 'cond=Kawasaki+Disease&aggFilters=status:com,studyType:int&viewType=Table&rank=2'

test('an address of the registry’s search page shows the same search of ours, and its links are ours', async () => {
  const ours = 'cond=Kawasaki+Disease&status=COMPLETED&type=INTERVENTIONAL'
  const [a, b] = await Promise.all([page(`/search?${theirs}`), page(`/search?${ours}`)])
  assert.equal(a.status, 200)
  assert.match(a.text, /NCT02390596/)
  assert.doesNotMatch(a.text, /aggFilters|viewType/)
  assert.equal(a.text, b.text)
  const [json, same] = await Promise.all(
    [theirs, ours].map(async (query) => (await site.request(`/search.json?${query}`)).json()),
  )
  assert.deepEqual(json, same)
})

test('what we cannot ask of it is said in both languages, and the rest is searched', async () => {
  const en = await page(
    '/search?cond=Kawasaki+Disease&aggFilters=status:com,docs:prot&start=2016-01-01_',
  )
  assert.equal(en.status, 422)
  assert.match(en.text, /We cannot search by “docs:prot, start=2016-01-01_” here\./)
  assert.match(en.text, /NCT02390596/)
  const fr = await page(`/fr/search?${theirs}&ageRange=3M_17y`)
  assert.match(fr.text, /Nous ne savons pas chercher par « ageRange=3M_17y » ici\./)
})

test('addresses of the registry’s pages with our base lead to the same study and search', async () => {
  for (const [theirs, ours] of [
    ['/study/NCT02390596', '/studies/NCT02390596'],
    ['/ct2/show/NCT02390596?term=kawasaki', '/studies/NCT02390596'],
    ['/ct2/show/record/NCT02390596', '/studies/NCT02390596'],
    ['/fr/ct2/show/results/nct02390596', '/fr/studies/nct02390596'],
    ['/ct2/show/study/%2F%2Fevil.example', '/studies/evil.example'],
    [
      '/ct2/results?cond=kawasaki&term=&cntry=FR&recrs=e&type=Intr&Search=Search',
      '/search?cond=kawasaki&country=France&aggFilters=status%3Acom%2CstudyType%3Aint',
    ],
  ] as const) {
    const reply = await site.request(theirs)
    assert.ok([301, 302].includes(reply.status), theirs)
    assert.equal(reply.headers.get('location'), ours, theirs)
  }
  const old = 'cond=Kawasaki+Disease&recrs=e&gndr=All&Search=Search'
  const { status, text } = await page(`/search?${old}`)
  assert.equal(status, 200)
  assert.match(text, /NCT02390596/)
})

test('a hostile address is told in its own letters, never as markup', async () => {
  const { text } = await page('/search?aggFilters=%3Cscript%3Ealert(1)%3C/script%3E&term=x')
  assert.doesNotMatch(text, /<script>alert/)
})
