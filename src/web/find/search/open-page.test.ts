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

async function page(path: string): Promise<string> {
  const text = await (await site.request(path)).text()
  await assertValid(text, path)
  return text.replace(/\s+/g, ' ')
}

interface Counts {
  readonly all: number
  readonly open: number
  readonly sure: number
}

async function counts(query: string): Promise<Counts> {
  const answer = await (await site.request(`/search.json?${query}`)).json()
  return (answer as { readonly counts: Counts }).counts
}

/** Every address of a search, an alert or a study's page that a page leads to. */
function addresses(text: string): readonly string[] {
  return [...text.matchAll(/(?:href|content)="([^"]*)"/g)]
    .map(([, address = '']) => address.replaceAll('&amp;', '&'))
    .filter((address) =>
      /\/(?:search(?:\.\w+)?|alerts\/new|studies\/\w+(?:\/check)?)\?/.test(address),
    )
}

test('every link of a page says whether it is of open studies or of all', async () => {
  for (const [asked, said] of [
    ['&status=open', 'open'],
    ['&status=all', 'all'],
    ['', 'all'],
  ] as const)
    for (const prefix of ['', '/fr']) {
      const text = await page(`${prefix}/search?q=asthma&near=Paris&age=40${asked}`)
      const found = addresses(text)
      assert.ok(found.length > 20)
      for (const address of found) assert.match(address, /[?&]status=(?:open|all)/, address)
      const study = found.find((address) => address.includes('/studies/'))
      assert.match(study ?? '', new RegExp(`status=${said}&found=\\d+$`))
      assert.match(text, new RegExp(`<input type="hidden" name="status" value="${said}" />`))
    }
})

test('both choices show how many there are, and what each finds', async () => {
  const { all, open } = await counts('q=asthma')
  assert.deepEqual([all, open], [45, 23])
  const text = await page('/search?q=asthma&status=open')
  assert.match(
    text,
    /href="\/search\?q=asthma&amp;status=open" aria-current="true" > Open [^<]*<b class="num">23</,
  )
  assert.match(text, /href="\/search\?q=asthma&amp;status=all" > All <b class="num">45</)
  assert.match(
    text,
    /22 studies take nobody now:<\/b> 22 stopped early\. <a href="\/search\?q=asthma&amp;status=all">Show all 45</,
  )
  assert.deepEqual(await counts('q=asthma&status=open'), await counts('q=asthma&status=COMPLETED'))
})

test('where nothing is open the page says so, and shows what there is after one press', async () => {
  const text = await page('/search?q=kawasaki&status=open&phase=PHASE2')
  assert.match(text, /<h1 id="found">No (?:open study|study is surely open) for kawasaki</)
  assert.match(text, /status=all&amp;phase=PHASE2">Show all \d/)
  assert.match(text, /class="button" href="\/alerts\/new\?q=kawasaki&amp;status=open/)
  const french = await page('/fr/search?q=kawasaki&status=open&phase=PHASE2')
  assert.match(french, /Aucune étude (?:sûrement )?ouverte\s: kawasaki</)
})

test('what is in doubt stands under a heading of its own, after what is sure', async () => {
  const text = await page('/search?status=open&size=100')
  const { open, sure } = await counts('status=open')
  assert.ok(sure > 0 && open > sure)
  const [first = '', second = ''] = text.split('To confirm </h2>')
  assert.equal(first.match(/data-tone="open"|data-tone="soon"/g)?.length, sure)
  assert.equal(second.match(/data-tone="doubt"/g)?.length, open - sure)
  assert.doesNotMatch(first, /data-tone="doubt"/)
})

test('a status among the filters counts before the group, and can be taken away', async () => {
  const text = await page('/search?q=asthma&status=open&status=TERMINATED')
  assert.match(text, /<h1 id="found">22 studies for asthma</)
  assert.match(text, /Remove: Stopped early/)
  assert.doesNotMatch(text, /aria-current="true"/)
})

test('the home form and the browser’s own search box ask for open studies', async () => {
  assert.match(await page('/en'), /name="status" value="open"/)
  const described = await (await site.request('/opensearch.xml')).text()
  assert.match(described, /q=\{searchTerms\}&amp;status=open/)
})

test('the results are one press and three tabs away, past the way to them', async () => {
  const text = await page('/search?q=asthma&status=open')
  assert.match(
    text,
    /<a class="skip" href="#main">[^<]*<\/a> <a class="skip" href="#hits">Skip to the results/,
  )
  assert.match(
    text,
    /id="hits" tabindex="-1">[^<]*<\/h2> <ol class="hits" start="1"> <li class="hit" id="hit-1" > <h3> <a href="\/studies/,
  )
})

test('distances are in the miles of where one looks, and in kilometres after a press', async () => {
  const miles = await page('/search?q=asthma&near=Chicago&status=open')
  assert.match(miles, /<b>[\d,]+ miles<\/b>/)
  assert.match(miles, /units=km&amp;status=open"> Show kilometres/)
  const km = await page('/search?q=asthma&near=Chicago&units=km&status=open')
  assert.match(km, /<b>[\d,]+ km<\/b>/)
  assert.match(km, /<input type="hidden" name="units" value="km" \/>/)
})
