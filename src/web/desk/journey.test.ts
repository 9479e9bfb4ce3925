import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Page } from 'playwright-core'
import { faultsOf, skipWithoutBrowser, type Visit, visitSite } from '../../testing/chromium.ts'
import { signedIn, type SignedIn } from '../../testing/test-accounts.ts'
import { deskAt, enquiryOnDesk } from '../../testing/test-desk.ts'
import { openTestApp, type TestApp } from '../../testing/test-site.ts'
import { createSite } from '../site.ts'

/** A coordinator works their desk in a real browser: by keys on a laptop, on a phone without scripts. */
let app: TestApp
let visit: Visit
let claire: SignedIn

before(async () => {
  if (skipWithoutBrowser) return
  app = await openTestApp()
  visit = await visitSite(createSite(app))
  const { records } = app.people
  claire = await signedIn(records, [{ role: 'manager', ...deskAt }], 'c@example.org', app.now())
  for (const age of ['8 months', '3 years'])
    await enquiryOnDesk(records, { now: app.now(), details: { age, sex: 'FEMALE' } })
})
after(async () => {
  if (skipWithoutBrowser) return
  await visit.close()
  await app.close()
})

const skip = skipWithoutBrowser

async function open(width: number, javaScriptEnabled: boolean): Promise<Page> {
  const context = await visit.browser.newContext({
    bypassCSP: true,
    javaScriptEnabled,
    viewport: { width, height: 800 },
  })
  const [name = '', value = ''] = claire.cookie.split('=')
  const whole = { name, value, domain: '127.0.0.1', path: '/', secure: true }
  await context.addCookies([whole])
  return context.newPage()
}

test(
  'by keys from the list to an enquiry, and no page of the desk has a fault',
  { skip },
  async () => {
    const page = await open(1280, true)
    await page.goto(`${visit.address}/desk`)
    await page.getByRole('heading', { level: 1, name: '2 to answer' }).waitFor()
    assert.deepEqual(await faultsOf(page), [])
    await page.keyboard.press('j')
    await page.keyboard.press('j')
    await page.keyboard.press('k')
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { level: 2, name: 'Their message' }).waitFor()
    const title = await page.getByRole('heading', { level: 1 }).innerText()
    assert.match(title, /^Parent or guardian of a girl/)
    await page.getByRole('radio', { name: /^Not eligible/ }).check()
    await page.getByLabel('Because', { exact: true }).waitFor()
    assert.equal(await page.getByLabel('Date of consent').isVisible(), false)
    assert.deepEqual(await faultsOf(page), [])
    for (const path of ['/desk/figures', '/desk/listing', '/desk/templates', '/desk?tab=closed']) {
      await page.goto(`${visit.address}${path}`)
      assert.deepEqual(await faultsOf(page), [], path)
    }
    await page.context().close()
  },
)

test(
  'on a phone without scripts a step is written down, and nothing runs off the side',
  { skip },
  async () => {
    const page = await open(360, false)
    await page.goto(`${visit.address}/desk`)
    await page.getByRole('link', { name: /8 months/ }).click()
    await page.getByRole('radio', { name: 'Invited to screening' }).check()
    const said = page.getByRole('group', { name: 'Invited to screening' }).getByRole('textbox')
    await said.fill('Venez mardi à 10 h.')
    await page.getByRole('button', { name: 'Save and tell them' }).click()
    await page.getByRole('status').getByText('Saved. They are told.').waitFor()
    assert.match(await page.locator('.log').innerText(), /Invited to screening · c\s+Venez mardi/)
    const width = await page.evaluate('document.documentElement.scrollWidth')
    assert.equal(width, 360)
    await page.context().close()
  },
)
