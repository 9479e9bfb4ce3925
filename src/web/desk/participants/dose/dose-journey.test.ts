import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Page } from 'playwright-core'
import {
  faultsOf,
  skipWithoutBrowser,
  type Visit,
  visitSite,
} from '../../../../testing/chromium.ts'
import type { SignedIn } from '../../../../testing/test-accounts.ts'
import { minutesOn, type ReadyChild, readyChild } from '../../../../testing/test-dose.ts'
import { openTestApp, type TestApp } from '../../../../testing/test-site.ts'
import { runNow, runStudy } from '../../../../testing/test-study.ts'
import { createSite } from '../../../site.ts'

/** A dose in a real browser: prepared on a phone without scripts, confirmed by another person by keys alone. */
let app: TestApp
let visit: Visit
let child: ReadyChild

before(async () => {
  if (skipWithoutBrowser) return
  app = await openTestApp()
  app.clock = runNow
  child = await readyChild(app.people.records, { areDosesConfirmed: true })
  app.clock = minutesOn(5)
  visit = await visitSite(createSite(app))
})
after(async () => {
  if (skipWithoutBrowser) return
  await visit.close()
  await app.close()
})

async function open(
  { cookie }: SignedIn,
  width: number,
  javaScriptEnabled: boolean,
): Promise<Page> {
  const context = await visit.browser.newContext({
    bypassCSP: true,
    javaScriptEnabled,
    viewport: { width, height: 800 },
  })
  const [name = '', value = ''] = cookie.split('=')
  await context.addCookies([{ name, value, domain: '127.0.0.1', path: '/', secure: true }])
  return context.newPage()
}

/** Nothing is wider than the window, and axe finds nothing. */
async function assertSound(page: Page): Promise<void> {
  assert.deepEqual(await faultsOf(page), [])
  assert.ok(await page.evaluate('document.documentElement.scrollWidth <= innerWidth'))
}

test(
  'prepared on a phone without scripts, confirmed by a second person by keys, and no page has a fault',
  { skip: skipWithoutBrowser },
  async () => {
    const address = `${visit.address}/desk/participants/${child.id}/dose`
    const phone = await open(child.pharmacist, 360, false)
    await phone.goto(address)
    await phone.getByLabel('Number on the label').fill('01-004')
    await phone.getByLabel('Amount prepared').fill('28')
    await phone.getByRole('button', { name: 'Ready for the second person' }).click()
    await phone.getByText('This page is that of 01-001, you typed 01-004').first().waitFor()
    await phone.getByLabel('Number on the label').fill('01-001')
    await phone.getByRole('button', { name: 'Ready for the second person' }).click()
    await phone.getByText('Another person must confirm it').waitFor()
    const order = phone.url()
    const desk = await open(child.coordinator, 1280, true)
    for (const path of [address, order, address.replace('/desk/', '/fr/desk/')]) {
      await desk.goto(path)
      await assertSound(desk)
    }
    await desk.goto(order)
    await desk.keyboard.press('Tab')
    await desk.getByLabel('Number on the label').focus()
    await desk.keyboard.type('01-001')
    await desk.keyboard.press('Enter')
    await desk.getByText('Dose 1: 28').waitFor()
    await desk.getByText('prepared by pharmacist, confirmed by coordinator').waitFor()
    await assertSound(desk)
    const manager = await open(child.manager, 1280, true)
    await manager.goto(`${visit.address}/desk/study/${runStudy}/allocation`)
    await manager.getByLabel('Short name of the list').fill('main')
    await manager.getByLabel('Or the list itself').fill('kit,position\nK-1,1')
    await manager.getByRole('button', { name: 'Import' }).click()
    await manager.locator('.error-summary').waitFor()
    await assertSound(manager)
    await manager
      .getByLabel('Or the list itself')
      .fill('position,site,stratum,kit,arm\n1,01,,K-1,a\n2,01,,K-2,b')
    await manager.getByRole('button', { name: 'Import' }).click()
    await manager.getByText('Imported: 2 places.').waitFor()
    await assertSound(manager)
    const small = await open(child.investigator, 360, true)
    await small.goto(address.replace(/dose$/, 'allocation'))
    await assertSound(small)
    await small.getByRole('button', { name: 'Take the next kit' }).click()
    await small.getByText('Kit K-1').first().waitFor()
    await assertSound(small)
    for (const path of [address, order, `${address}-all-the-same`]) {
      await small.goto(path)
      await assertSound(small)
    }
    await small.getByRole('button', { name: 'Record what happened' }).click()
    await small.locator('.error-summary').waitFor()
    await assertSound(small)
  },
)
