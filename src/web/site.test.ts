import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { Hono } from 'hono'
import { StudyDamaged } from '../finder/catalogue/model/damage.ts'
import { CatalogueBusy, SearchTooSlow } from '../finder/catalogue/model/catalogue.ts'
import { openTestApp, type TestApp } from '../testing/test-site.ts'
import { createSite } from './site.ts'
import { assertValid } from '../testing/valid-html.ts'

let app: TestApp
let site: Hono

before(async () => {
  app = await openTestApp()
  site = createSite(app)
})

after(() => app.close())

const pages = [
  '/en',
  '/fr',
  ...[
    '/search',
    '/search?q=kawasaki&near=Paris&within=25km&age=3y',
    '/search?q=asthma&page=2',
    '/search?q=asthma&view=print',
    '/search?q=qqqqzzzz&near=Paris&within=10km&status=RECRUITING&age=3y',
    '/search?q=a&near=Nowhereatallhere&age=old&status=OPENISH&page=0',
    '/search?q=%3Cscript%3Ealert(1)%3C/script%3E',
    '/categories',
    '/categories/heart-and-vessels',
    '/categories/heart-and-vessels?tree=C14.907',
    '/about',
    '/guides',
    '/guides/rights',
    '/alerts',
    '/help/search',
    '/no-such-page',
  ].flatMap((path) => [path, `/fr${path}`]),
]

for (const path of pages)
  test(`${path} is valid, in its language, credited and free of other hosts`, async () => {
    const response = await site.request(path)
    const text = await response.text()
    await assertValid(text, path)
    const french = path.startsWith('/fr')
    assert.match(text, french ? /<html lang="fr">/ : /<html lang="en">/)
    assert.match(
      text,
      french ? /Fiches de ClinicalTrials\.gov/ : /Records from ClinicalTrials\.gov/,
    )
    assert.match(text, /rel="canonical" href="https:\/\/trialway\.example/)
    for (const language of ['en', 'fr', 'x-default'])
      assert.match(text, new RegExp(`hreflang="${language}"`))
    assert.equal((text.match(/<h1/g) ?? []).length, 1)
    assert.doesNotMatch(text, /<script>alert/)
    for (const [, host] of text.matchAll(/(?:src|href|action)="https?:\/\/([^/"]+)/g))
      assert.equal(host, 'trialway.example')
    assert.equal(response.headers.get('set-cookie'), null)
  })

test('every page refuses frames, other hosts and passing on where the reader was', async () => {
  const { headers } = await site.request('/search?q=kawasaki')
  const policy = headers.get('content-security-policy') ?? ''
  assert.match(policy, /default-src 'none'/)
  assert.match(policy, /frame-ancestors 'none'/)
  assert.doesNotMatch(policy, /unsafe|https?:/)
  assert.equal(headers.get('referrer-policy'), 'no-referrer')
  assert.equal(headers.get('x-content-type-options'), 'nosniff')
  assert.match(headers.get('permissions-policy') ?? '', /geolocation=\(self\)/)
})

test('the first page follows the browser, and no other does', async () => {
  const french = { headers: { 'Accept-Language': 'fr-FR,fr;q=0.9,en;q=0.5' } }
  const sent = await site.request('/', french)
  assert.equal(sent.status, 302)
  assert.equal(sent.headers.get('location'), '/fr')
  assert.match(sent.headers.get('vary') ?? '', /Accept-Language/)
  const english = await site.request('/', { headers: { 'Accept-Language': 'en,fr;q=0.5' } })
  assert.equal(english.status, 200)
  const chosen = await site.request('/en', french)
  assert.match(await chosen.text(), /<html lang="en">/)
  const search = await site.request('/search?q=asthma', french)
  assert.match(await search.text(), /<html lang="en">/)
})

test('an unchanged page is answered with 304, and a page not to be kept has no tag', async () => {
  const first = await site.request('/about')
  const tag = first.headers.get('etag') ?? ''
  assert.match(tag, /^W\/"/)
  for (const asked of [tag, tag.slice(2), `"x", ${tag}`, '*']) {
    const again = await site.request('/about', { headers: { 'If-None-Match': asked } })
    assert.equal(again.status, 304)
    assert.equal(await again.text(), '')
  }
  const other = await site.request('/about', { headers: { 'If-None-Match': '"x"' } })
  assert.equal(other.status, 200)
  assert.equal((await site.request('/no-such-page')).headers.get('etag'), null)
})

test('HEAD is GET without a body', async () => {
  for (const path of pages) {
    const [head, get] = [await site.request(path, { method: 'HEAD' }), await site.request(path)]
    assert.equal(head.status, get.status)
    assert.equal(await head.text(), '')
    assert.equal(head.headers.get('content-type'), get.headers.get('content-type'))
  }
})

test('a page that is only read refuses every other method', async () => {
  for (const method of ['POST', 'PUT', 'DELETE', 'PATCH']) {
    const response = await site.request('/fr/search', { method })
    assert.equal(response.status, 405)
    assert.match(response.headers.get('allow') ?? '', /GET/)
    await assertValid(await response.text(), `${method} /fr/search`)
  }
})

test('a form nobody can give is refused', async () => {
  const asked = async (accept: string, path = '/search'): Promise<number> =>
    (await site.request(path, { headers: { Accept: accept } })).status
  assert.equal(await asked('text/xml'), 406)
  assert.equal(await asked('text/xml', '/search.json'), 406)
  assert.equal(await asked('text/html,application/xhtml+xml,*/*;q=0.8'), 200)
  assert.equal(await asked('application/json', '/search.json'), 200)
})

test('large pages are sent packed', async () => {
  const response = await site.request('/en', { headers: { 'Accept-Encoding': 'gzip' } })
  assert.equal(response.headers.get('content-encoding'), 'gzip')
  assert.match(response.headers.get('vary') ?? '', /Accept-Encoding/)
})

test('a search that is too slow or has to wait is a clear page that says when to come back', async () => {
  const failing = (error: Error): Hono =>
    createSite({
      ...app,
      catalogue: { ...app.catalogue, search: () => Promise.reject(error) },
    })
  for (const [error, words] of [
    [new SearchTooSlow(), /took too long/],
    [new CatalogueBusy(), /Our computer is very busy/],
  ] as const) {
    const response = await failing(error).request('/search?q=secretillness')
    assert.equal(response.status, 503)
    assert.ok(Number(response.headers.get('retry-after')) > 0)
    const text = await response.text()
    assert.match(text, words)
    assert.match(text, /href="[^"]*q=secretillness[^"]*">Try again</)
    assert.doesNotMatch(text, /quotation marks/)
    await assertValid(text, error.name)
  }
  const signed = await failing(new SearchTooSlow()).request('/search?q=secret*')
  assert.match(await signed.text(), /Take out signs such as \*, OR and quotation marks/)
})

test('a study whose record is damaged says so, in both languages, and where else it is shown', async () => {
  const damaged = createSite({
    ...app,
    catalogue: {
      ...app.catalogue,
      study: (nctId) => {
        throw new StudyDamaged(nctId)
      },
    },
  })
  for (const [path, words] of [
    ['/studies/NCT02390596', /The record of this study is damaged here/],
    ['/fr/studies/NCT02390596', /La fiche de cette étude est abîmée ici/],
    ['/studies/NCT02390596/check', /damaged here/],
  ] as const) {
    const response = await damaged.request(path)
    assert.equal(response.status, 503)
    const text = await response.text()
    assert.match(text, words)
    assert.match(text, /href="https:\/\/clinicaltrials\.gov\/study\/NCT02390596"/)
    await assertValid(text, path)
  }
  const twin = await damaged.request('/studies/NCT02390596.json')
  assert.equal(twin.status, 503)
  assert.match(JSON.stringify(await twin.json()), /has changed by a fault/)
  assert.doesNotMatch(app.lines.join('\n'), /NCT02390596/)
})

test('a list that is not complete says so, and one that cannot say it is not given', async () => {
  const results = await app.catalogue.search({ today: app.today() })
  const incomplete = createSite({
    ...app,
    catalogue: { ...app.catalogue, search: async () => ({ ...results, isIncomplete: true }) },
  })
  const page = await (await incomplete.request('/search?q=a')).text()
  assert.match(page, /studies may be missing here/)
  await assertValid(page, 'incomplete')
  const twin = (await (await incomplete.request('/search.json?q=a')).json()) as object
  assert.ok('incomplete' in twin)
  assert.match(
    await (await incomplete.request('/categories/cancers')).text(),
    /may be missing here/,
  )
  for (const path of ['/search.csv?q=a', '/search.atom?q=a', '/search?q=a&view=print'])
    assert.equal((await incomplete.request(path)).status, 503, path)
})

test('a fault of ours is a plain page, and neither page nor log says what was searched', async () => {
  const broken = createSite({
    ...app,
    catalogue: {
      ...app.catalogue,
      search: () => Promise.reject(new Error('select * from secretillness')),
    },
  })
  const before = app.lines.length
  const response = await broken.request('/fr/search?q=secretillness')
  const text = await response.text()
  assert.equal(response.status, 500)
  assert.match(text, /Désolé/)
  assert.doesNotMatch(text, /select \*/)
  assert.equal(app.lines.length, before + 1)
  assert.doesNotMatch(app.lines.join('\n'), /secretillness/)
  await assertValid(text, '500')
})

test('a page that broke shows the number of its request, whose one line in the log is the server’s', async () => {
  const broken = createSite({
    ...app,
    catalogue: { ...app.catalogue, search: () => Promise.reject(new Error('x')) },
  })
  const server = new Hono<{ Variables: { requestId: string } }>()
  let fault: unknown
  server.use(async (c, next) => {
    c.set('requestId', 'a1b2-c3d4')
    await next()
    fault = c.error
  })
  server.route('/', broken)
  const before = app.lines.length
  const page = await (await server.request('/fr/search?q=a')).text()
  assert.match(page, /donnez-nous ce numéro\s:\s*<strong>a1b2-c3d4<\/strong>/)
  const twin = await server.request('/search.json?q=a')
  assert.equal(((await twin.json()) as { request: string }).request, 'a1b2-c3d4')
  assert.equal(app.lines.length, before)
  assert.ok(fault instanceof Error)
  const missing = await server.request('/no-such-page')
  assert.doesNotMatch(await missing.text(), /a1b2-c3d4/)
  await assertValid(page, '500 with a number')
})

test('a path that begins with two slashes never becomes a link to another site', async () => {
  for (const path of ['//evil.example/x', '/fr//evil.example/x', '/\\evil.example']) {
    const response = await site.fetch(new Request(`https://trialway.example${path}`))
    assert.doesNotMatch(await response.text(), /(?:href|action)="[/\\]{2}/)
  }
})

test('the address of a page with a slash too many leads to the page', async () => {
  const response = await site.request('/categories/')
  assert.equal(response.status, 301)
  assert.equal(response.headers.get('location'), '/categories')
  const query = await site.request('/fr/categories/?tree=C14')
  assert.equal(query.headers.get('location'), '/fr/categories?tree=C14')
  const other = await site.fetch(new Request('https://trialway.example//evil.example/'))
  assert.doesNotMatch(other.headers.get('location') ?? '/', /^\/[/\\]/)
})
