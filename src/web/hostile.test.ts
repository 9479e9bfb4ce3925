import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { anyText, fc } from '../testing/properties.ts'
import type { Hono } from 'hono'
import { openTestApp, type TestApp } from '../testing/test-site.ts'
import { createSite } from './site.ts'
import { assertValid } from '../testing/valid-html.ts'
import { sized } from '../testing/sized.ts'

let app: TestApp
let site: Hono

before(async () => {
  app = await openTestApp()
  site = createSite(app)
})

after(() => app.close())

/** Asks for a page and checks what holds for every input: no fault of ours, valid, nothing run. */
async function ask(path: string): Promise<{ status: number; text: string }> {
  const response = await site.fetch(new Request(`https://trialway.example${path}`))
  const text = await response.text()
  assert.ok(response.status < 500, `${path} gave ${response.status}`)
  assert.doesNotMatch(text, /<script>alert|\n\s+at .*\.ts:\d/)
  if (response.headers.get('content-type')?.startsWith('text/html')) await assertValid(text, path)
  return { status: response.status, text }
}

const q = (text: string): string => `/search?q=${encodeURIComponent(text)}`

const treatedAsWords: Readonly<Record<string, string>> = {
  'B001 nothing': '',
  'B002 blanks': '   ',
  'B002 wide and hard blanks': '\u3000\u00a0',
  'B003 one quote mark': '"',
  'B004 an open quote': '"unclosed',
  'B005 a star': '*',
  'B006 a short beginning': 'a*',
  'B007 a caret': '^lung',
  'B008 a minus': '-lung',
  'B009 NEAR': 'NEAR(a b, 99999999)',
  'B010 AND': 'AND',
  'B011 two ORs': 'a OR OR b',
  'B012 a column': 'title:x',
  'B013 no such column': 'nocol:x',
  'B014 columns': '{title body}:x',
  'B018 per cent and underline': '%  _',
  'B026 Japanese': '日本語',
  'B027 an emoji of several signs': '👩🏽‍⚕️',
  'B028 a direction sign': '\u202eabc',
  'B034 a quoted OR': "' OR '1'='1",
  'B035 a second statement': '1;DROP TABLE s--',
  'B036 a script': '<script>alert(1)</script>',
  'B037 other templates': '{{7*7}} ${7*7} <%=7*7%>',
  'B039 no such study': 'NCT99999999',
}

for (const [name, text] of Object.entries(treatedAsWords))
  test(`${name} is searched as text`, async () => {
    assert.equal((await ask(q(text))).status, 200)
  })

const refused: Readonly<Record<string, { path: string; status: number }>> = {
  'B015 NUL in a word': { path: q('a\0b'), status: 400 },
  'B016 100,000 letters': { path: q('a'.repeat(100_000)), status: 414 },
  'B017 more words than a search may have': { path: q('ab '.repeat(1_200)), status: 422 },
  'B029 half a character': { path: '/search?q=%ED%A0%80', status: 400 },
  'B030 bytes that are no text': { path: '/search?q=%ff%fe', status: 400 },
  'B031 NUL': { path: '/search?q=%00', status: 400 },
  'B033 q[]': { path: '/search?q[]=a', status: 422 },
  'B033 q[x]': { path: '/search?q[x]=a', status: 422 },
  'B057 latitude 91': { path: '/search?near=91,0', status: 422 },
  'B058 no number': { path: '/search?near=NaN,0', status: 422 },
  'B065 a negative distance': { path: '/search?near=Paris&within=-1km', status: 422 },
  'B066 a distance beyond the Earth': { path: '/search?near=Paris&within=1e9', status: 422 },
  'B067 a distance with more': { path: '/search?near=Paris&within=5mi;sleep', status: 422 },
  'B074 page -1': { path: '/search?q=asthma&page=-1', status: 422 },
  'B075 page 1e9': { path: '/search?q=asthma&page=1e9', status: 422 },
  'B076 page 2^53+1': { path: '/search?q=asthma&page=9007199254740993', status: 422 },
  'B076 page 501': { path: '/search?q=asthma&page=501', status: 422 },
  'B077 size 0': { path: '/search?q=asthma&size=0', status: 422 },
  'B078 size 1000000': { path: '/search?q=asthma&size=1000000', status: 422 },
  'B086 an order with more': { path: '/search?q=asthma&sort=rank;drop', status: 422 },
  'B227 a way up': { path: '/%2e%2e%2fetc/passwd', status: 404 },
  'B227 a way up from the styles': { path: '/assets/x/..%2f..%2fhouse.ts', status: 404 },
}

for (const [name, { path, status }] of Object.entries(refused))
  test(`${name} is refused in words`, async () => {
    const answer = await ask(path)
    assert.equal(answer.status, status)
    assert.match(answer.text, /<h1/)
  })

test('B019 to B025: names are found however they are written', async () => {
  for (const text of [
    "O'Brien",
    'O’Brien',
    'HER2+',
    'her2+',
    'IL-1β',
    'IL-1beta',
    'il 1 beta',
    'Sjögren',
    'Sjogren',
    'Sjo\u0308gren',
  ])
    assert.match((await ask(q(text))).text, /NCT90000005/, text)
})

test('B032: of a word given twice the first is read', async () => {
  const { status, text } = await ask('/search?q=kawasaki&q=asthma')
  assert.equal(status, 200)
  assert.match(text, /2 studies for kawasaki</)
})

test('B038: the number of a study is found in any case and with blanks around it', async () => {
  for (const text of ['NCT02390596', 'nct02390596', '  NCT02390596 '])
    assert.match((await ask(q(text))).text, /Anakinra and Kawasaki Disease/)
})

test('B064: a distance of nothing is searched', async () => {
  assert.equal((await ask('/search?q=asthma&near=Paris&within=0km')).status, 200)
})

test('B222: a page in one language is never kept as the other', async () => {
  const response = await site.request('/', { headers: { 'Accept-Language': 'fr' } })
  assert.match(response.headers.get('vary') ?? '', /Accept-Language/)
})

test('any address at all is answered with a valid page', async () => {
  const names = fc.constantFrom(
    'q',
    'near',
    'within',
    'age',
    'sex',
    'status',
    'country',
    'page',
    'sort',
    'category',
    'tree',
    'updated',
    '__proto__',
    'constructor',
  )
  const pair = fc.tuple(names, anyText({ maxLength: 40 }))
  await fc.assert(
    fc.asyncProperty(fc.array(pair, { maxLength: 5 }), async (pairs) => {
      const params = new URLSearchParams(pairs).toString()
      await ask(`/search?${params}`)
      await ask(`/fr/search?${params}`)
    }),
    { numRuns: sized(15, 60) },
  )
})

test('what is in a record is shown as text', async () => {
  const { text } = await ask('/search?q=NCT90000004')
  assert.match(text, /=HYPERLINK\(&quot;http:\/\/x&quot;\) &lt;script&gt;/)
  assert.doesNotMatch(text, /<img src=x/)
})
