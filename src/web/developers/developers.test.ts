import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { openTestApp, type TestApp } from '../../testing/test-site.ts'
import { createSite } from '../site.ts'
import { samplesFor } from './samples.ts'

let app: TestApp

before(async () => {
  app = await openTestApp()
})

after(() => app.close())

test('every piece of code is on the page as it stands, in both languages', async () => {
  const site = createSite(app)
  for (const path of ['/developers', '/fr/developers']) {
    const page = await (await site.request(path)).text()
    for (const { code } of Object.values(samplesFor(app.baseUrl)).flat())
      assert.ok(page.includes(escaped(code)), code)
  }
})

test('the page names the address at which this site is reached', async () => {
  const page = await (await createSite(app).request('/developers')).text()
  assert.ok(page.includes(`${app.baseUrl}/api/v2`))
  assert.ok(page.includes(`${app.baseUrl}/fhir/R5`))
})

function escaped(code: string): string {
  return code
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;')
}
