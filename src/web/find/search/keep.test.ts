import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { openTestApp, type TestApp } from '../../../testing/test-site.ts'
import { assertValid } from '../../../testing/valid-html.ts'
import { createSite } from '../../site.ts'

let app: TestApp
let site: ReturnType<typeof createSite>
before(async () => {
  app = await openTestApp()
  site = createSite(app)
})
after(() => app.close())

async function page(path: string): Promise<string> {
  return (await (await site.request(path)).text()).replaceAll(/\s+/g, ' ')
}

/** The form of the boxes: its own hidden fields, without the boxes. */
function formOf(text: string): string {
  return /<form id="keep-form".*?<\/form>/.exec(text)?.[0] ?? ''
}

for (const prefix of ['', '/fr'])
  for (const query of ['', '&keep=NCT00000000&keep=x', '&near=Paris', '&page=2'])
    test(`${prefix}/search?q=asthma&status=all${query} with its boxes and map is valid HTML`, async () => {
      const path = `${prefix}/search?q=asthma&status=all${query}`
      await assertValid(await (await site.request(path)).text(), path)
    })

test('each study has a box of one form, named by its title, and the form carries the search', async () => {
  const text = await page('/search?q=asthma&near=Paris&age=30&status=all')
  const boxes = text.match(/<input type="checkbox" name="keep" value="NCT\d{8}" form="keep-form"/g)
  assert.equal(boxes?.length, 20)
  const form = formOf(text)
  assert.match(form, /action="\/list"/)
  for (const field of [
    'name="q" value="asthma"',
    'name="near" value="Paris"',
    'name="age" value="30"',
    'name="status" value="all"',
  ])
    assert.ok(form.includes(field), field)
})

test('the way to another page of results is a button of the same form', async () => {
  const text = await page('/search?q=asthma&status=all')
  assert.match(
    text,
    /<button class="as-link" type="submit" form="keep-form" formaction="\/search" name="page" value="2" >/,
  )
})

test('what was ticked on another page goes along: in the form, in links, and counted in the tray', async () => {
  const [first = ''] = /NCT\d{8}/.exec(formless(await page('/search?q=asthma&status=all'))) ?? []
  const text = await page(`/search?q=asthma&status=all&keep=${first}&keep=NCT00000000&keep=junk`)
  assert.match(text, new RegExp(`name="keep" value="${first}" form="keep-form" checked`))
  const form = formOf(text)
  assert.match(form, /name="keep" value="NCT00000000"/)
  assert.doesNotMatch(form, new RegExp(first))
  assert.equal(form.match(/kept-before/g)?.length, 1)
  assert.match(text, /<keep-tray class="tray no-print tray-open"/)
  assert.match(text, /href="\/studies\/NCT\d{8}\?q=asthma&amp;status=all&amp;found=\d+&amp;keep=/)
  assert.doesNotMatch(form, /junk/)
})

function formless(text: string): string {
  return /<ol class="hits".*/.exec(text)?.[0] ?? ''
}

test('round a place the map has the number of each card; without one each country has its studies', async () => {
  const near = await page('/search?q=asthma&near=Paris&status=all')
  assert.match(near, /<svg class="map" viewBox="0 0 352 352" role="group"/)
  const linked = [...near.matchAll(/<a href="#(hit-\d+)" aria-label/g)].map(([, id]) => id)
  assert.ok(linked.length > 0)
  for (const id of linked)
    assert.ok(near.includes(`<li class="hit" id="${id}"`), `${id} is no card`)
  assert.match(
    await page('/search?q=asthma&status=all'),
    /<div class="world"> <img src="\/map\/world.svg"/,
  )
})

test('a list to print has no boxes', async () => {
  assert.doesNotMatch(await page('/search?q=asthma&view=print'), /name="keep"/)
})
