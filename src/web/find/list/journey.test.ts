import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { BrowserContextOptions, Page } from 'playwright-core'
import { faultsOf, skipWithoutBrowser, type Visit, visitSite } from '../../../testing/chromium.ts'
import { openTestApp, type TestApp } from '../../../testing/test-site.ts'
import { createSite } from '../../site.ts'

/** From a search to one printed sheet, in a real browser: a phone in French and a laptop in English, with and without scripts. */
let app: TestApp
let visit: Visit

before(async () => {
  if (skipWithoutBrowser) return
  app = await openTestApp()
  visit = await visitSite(createSite(app))
})
after(async () => {
  if (skipWithoutBrowser) return
  await visit.close()
  await app.close()
})

const skip = skipWithoutBrowser
const search = 'search?q=asthma&near=Paris&age=30&status=all'

async function open(options: BrowserContextOptions): Promise<Page> {
  const context = await visit.browser.newContext({ bypassCSP: true, ...options })
  return context.newPage()
}

/** Ticks one study on the first page and two on the second, and goes to the list. */
async function keepThree(page: Page, words: { next: string; compare: string }): Promise<void> {
  assert.equal(await page.locator('.tray').isVisible(), false)
  await page.locator('label.keep').first().click()
  assert.equal(await page.locator('.tray').isVisible(), true)
  await page.getByRole('button', { name: words.next }).click()
  await page.locator('label.keep').nth(1).click()
  await page.locator('label.keep').nth(2).click()
  await page.getByRole('button', { name: words.compare }).click()
}

test(
  'on a phone in French without scripts three ticks on two pages become a list',
  { skip },
  async () => {
    const page = await open({
      javaScriptEnabled: false,
      viewport: { width: 360, height: 740 },
      locale: 'fr-FR',
    })
    await page.goto(`${visit.address}/fr/${search}`)
    await keepThree(page, { next: 'Page suivante', compare: 'Comparer' })
    assert.equal(
      await page.getByRole('heading', { level: 1 }).innerText(),
      'Ma liste\u00a0: 3 études',
    )
    const numbers = await page.locator('.compare thead').first().getByRole('link').count()
    assert.equal(numbers, 3)
    await page.getByRole('link', { name: /^Retour/ }).click()
    assert.match(page.url(), /\/fr\/search\?.*page=2/)
    assert.equal(await page.locator('label.keep input:checked').count(), 2)
    await page.context().close()
  },
)

test('on a laptop the list has its map, no fault, and prints on one page', { skip }, async () => {
  const page = await open({ viewport: { width: 1280, height: 900 } })
  await page.goto(`${visit.address}/${search}`)
  await keepThree(page, { next: 'Next page', compare: 'Compare' })
  await page.getByRole('heading', { level: 1, name: 'My list: 3 studies' }).waitFor()
  assert.ok(await page.getByRole('group', { name: /Map of the studies of the list/ }).isVisible())
  assert.deepEqual(await faultsOf(page), [])
  const pdf = await page.pdf({ preferCSSPageSize: true })
  assert.equal(pdf.toString('latin1').match(/\/Type\s*\/Page\b/g)?.length, 1)
  await page.context().close()
})

test(
  'the list is kept on the device only when asked, and forgotten with one press',
  { skip },
  async () => {
    const page = await open({ viewport: { width: 360, height: 740 }, colorScheme: 'dark' })
    const [first, second] = await twoIds()
    await page.goto(`${visit.address}/list?ids=${first},${second}`)
    const stored = () => page.evaluate('localStorage.length')
    assert.equal(await stored(), 0)
    await page.getByRole('button', { name: 'Keep this list on this device' }).click()
    await page.goto(`${visit.address}/en`)
    await page.getByRole('link', { name: /^My list ?2/ }).click()
    await page.getByRole('heading', { level: 1, name: 'My list: 2 studies' }).waitFor()
    assert.deepEqual(await faultsOf(page), [])
    await page.getByRole('button', { name: 'Forget it on this device' }).click()
    assert.equal(await stored(), 0)
    await page.context().close()
  },
)

async function twoIds(): Promise<readonly [string, string]> {
  const { hits } = await app.catalogue.search({ today: app.today(), pageSize: 2 })
  const [one = '', two = ''] = hits.map(({ nctId }) => nctId)
  return [one, two]
}

test(
  'a filter that is ticked makes the list anew, and the keys stay at its box',
  { skip },
  async () => {
    const page = await open({ viewport: { width: 1280, height: 900 } })
    await page.goto(`${visit.address}/${search}`)
    const box = page.locator('#filters input').nth(1)
    const value = await box.getAttribute('value')
    await box.focus()
    await Promise.all([page.waitForURL(/#/), page.keyboard.press('Space')])
    const now = page.locator(':focus')
    assert.equal(await now.getAttribute('value'), value)
    assert.ok(await now.isChecked())
    assert.deepEqual(await faultsOf(page), [])
    await page.context().close()
  },
)
