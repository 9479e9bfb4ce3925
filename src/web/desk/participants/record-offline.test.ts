import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { BrowserContext, Page } from 'playwright-core'
import {
  faultsOf,
  skipWithoutBrowser,
  type Visit,
  visitSiteInWindow,
} from '../../../testing/chromium.ts'
import { readyChild } from '../../../testing/test-dose.ts'
import { openTestApp, type TestApp } from '../../../testing/test-site.ts'
import {
  enrolTestChild,
  openTestStudy,
  recordTestFacts,
  runNow,
  screenedChild,
  type StudyTeam,
} from '../../../testing/test-study.ts'
import { readCase } from '../../../study/conduct/model/case.ts'
import { createSite } from '../../site.ts'

/** A tablet at the bedside that loses its connection, in a real browser. */
let app: TestApp
let visit: Visit
let team: StudyTeam

before(async () => {
  if (skipWithoutBrowser) return
  app = await openTestApp()
  app.clock = runNow
  team = await openTestStudy(app.people.records, { version: 'listing' })
  visit = await visitSiteInWindow(createSite(app))
})
after(async () => {
  if (skipWithoutBrowser) return
  await visit.close()
  await app.close()
})

const skip = skipWithoutBrowser

async function child(): Promise<string> {
  const { records } = app.people
  const id = await enrolTestChild(records, team.coordinator)
  await recordTestFacts(records, team.coordinator.actor, id, screenedChild())
  return id
}

async function temperatures(id: string): Promise<readonly unknown[]> {
  const { db, keys } = app.people.records
  const all = (await readCase(db, keys, id, app.now()))?.facts ?? []
  return all
    .filter(({ item, visit: of }) => item === 'temperature' && of === 'V3')
    .map(({ value }) => value)
}

async function tablet(width = 360): Promise<{ context: BrowserContext; page: Page }> {
  const context = await visit.browser.newContext({
    bypassCSP: true,
    viewport: { width, height: 740 },
  })
  const [name = '', value = ''] = team.coordinator.cookie.split('=')
  await context.addCookies([{ name, value, domain: '127.0.0.1', path: '/', secure: true }])
  return { context, page: await context.newPage() }
}

const at = (id: string) => `${visit.address}/desk/participants/${id}/record?visit=V3`

test(
  'what is typed while the connection is away is kept, said not to be sent, sent when it is back, and recorded once',
  { skip },
  async () => {
    const id = await child()
    const { context, page } = await tablet()
    await page.goto(at(id))
    assert.deepEqual(await faultsOf(page), [])
    assert.equal(await page.evaluate('document.documentElement.scrollWidth'), 360)
    await page.getByRole('status').getByText('stays on this device until it is recorded').waitFor()
    await context.setOffline(true)
    await page.getByLabel('Body temperature').fill('38.6')
    await page.getByLabel('Time').first().fill('08:30')
    await page.getByRole('button', { name: 'Record' }).click()
    await page.getByRole('status').getByText('Not sent yet: there is no connection.').waitFor()
    assert.deepEqual(await temperatures(id), [])
    await context.setOffline(false)
    await page.waitForURL(/did=recorded/)
    assert.deepEqual(await temperatures(id), ['38.6'])
    assert.deepEqual(await page.evaluate('Object.keys(sessionStorage)'), [])
    await context.close()
  },
)

test(
  'what is typed of an adverse event is kept, too: one of its fields is called as what the form does',
  { skip },
  async () => {
    const id = await child()
    const { context, page } = await tablet()
    await page.goto(`${visit.address}/desk/participants/${id}/events/new`)
    await page.locator('draft-form textarea').first().fill('Rash on both arms')
    await page.getByRole('status').getByText('stays on this device until it is recorded').waitFor()
    await page.reload()
    await page.getByRole('status').getByText('is back. It was not recorded yet.').waitFor()
    assert.equal(
      await page.locator('draft-form textarea').first().inputValue(),
      'Rash on both arms',
    )
    await context.setOffline(true)
    await page.locator('draft-form button[type=submit]').first().click()
    await page.getByRole('status').getByText('Not sent yet: there is no connection.').waitFor()
    await context.close()
  },
)

test(
  'a reload in between brings it back; an answer that was lost on the way doubles nothing',
  { skip },
  async () => {
    const id = await child()
    const { context, page } = await tablet()
    await page.goto(at(id))
    const key = await page.locator('[name=form]').inputValue()
    await page.getByLabel('Body temperature').fill('38.6')
    await page.getByLabel('Measured where').selectOption('axillary')
    // Typed and not sent: a reload loses nothing, and sends nothing.
    await page.reload()
    await page.getByRole('status').getByText('is back. It was not recorded yet.').waitFor()
    assert.equal(await page.getByLabel('Body temperature').inputValue(), '38.6')
    assert.equal(await page.getByLabel('Measured where').inputValue(), 'axillary')
    assert.equal(await page.locator('[name=form]').inputValue(), key)
    assert.deepEqual(await temperatures(id), [])
    // It arrives, and the answer does not come back.
    await page.route('**/record?visit=V3', async (route) => {
      if (route.request().method() !== 'POST') return route.continue()
      await route.fetch({ maxRedirects: 0 })
      return route.abort('connectionreset')
    })
    await page.getByRole('button', { name: 'Record' }).click()
    await page.getByRole('status').getByText('Not sent yet').waitFor()
    assert.deepEqual(await temperatures(id), ['38.6'])
    await context.setOffline(true)
    await page.reload().catch(() => undefined)
    // The browser opens by itself what it could not open, once it is back: here it is opened below.
    // Waiting for the address itself fails where the page is still being refused.
    while (!page.url().startsWith('chrome-error:')) await page.waitForTimeout(20)
    await page.goto('about:blank')
    await page.unroute('**/record?visit=V3')
    await context.setOffline(false)
    await page.goto(at(id))
    await page.waitForURL(/did=recorded/)
    assert.deepEqual(await temperatures(id), ['38.6'])
    await context.close()
  },
)

test(
  'a withdrawal that was not sent is sent when the connection is back, and recorded once',
  { skip },
  async () => {
    const id = await child()
    const { context, page } = await tablet()
    await page.goto(`${visit.address}/desk/participants/${id}/withdrawal`)
    assert.deepEqual(await faultsOf(page), [])
    await page.locator('input[name=of]').first().check()
    await page.locator('input[name=day]').fill('2026-11-26')
    await context.setOffline(true)
    await page.locator('draft-form button[type=submit]').click()
    await page.getByRole('status').getByText('Not sent yet: there is no connection.').waitFor()
    await context.setOffline(false)
    await page.waitForURL(/did=recorded/)
    const { db, keys } = app.people.records
    const all = (await readCase(db, keys, id, app.now()))?.facts ?? []
    assert.equal(all.filter(({ item }) => item === 'consentWithdrawn').length, 1)
    assert.deepEqual(await page.evaluate('Object.keys(sessionStorage)'), [])
    await context.close()
  },
)

test(
  'what is wrong comes back with all that was typed, and signing out forgets it',
  { skip },
  async () => {
    const id = await child()
    const { context, page } = await tablet(1280)
    await page.goto(at(id))
    await page.getByLabel('Body temperature').fill('3.86')
    await page.getByRole('button', { name: 'Record' }).click()
    const yes = page.getByLabel(/^Yes, it really is/)
    await yes.waitFor()
    assert.deepEqual(await faultsOf(page), [])
    assert.equal(await page.getByLabel('Body temperature').inputValue(), '3.86')
    await page.goto(at(id))
    await page.getByRole('status').getByText('is back').waitFor()
    assert.equal(await page.getByLabel('Body temperature').inputValue(), '3.86')
    await page.getByRole('button', { name: 'Sign out' }).click()
    await page.waitForURL(/\/sign-in\?out=yes/)
    assert.deepEqual(await page.evaluate('Object.keys(sessionStorage)'), [])
    assert.deepEqual(await temperatures(id), [])
    await context.close()
  },
)

test(
  'a dose that was not sent is never sent by itself: when it was given is asked, and all that was typed stays',
  { skip },
  async () => {
    const other = await openTestApp()
    other.clock = runNow
    const site = await visitSiteInWindow(createSite(other))
    const ready = await readyChild(other.people.records, {})
    const context = await site.browser.newContext({ bypassCSP: true })
    const page = await context.newPage()
    const [name = '', value = ''] = ready.coordinator.cookie.split('=')
    await context.addCookies([{ name, value, domain: '127.0.0.1', path: '/', secure: true }])
    const path = `/desk/participants/${ready.id}/dose`
    await page.goto(site.address + path)
    await page.getByRole('status').getByText('stays on this device').waitFor()
    await page.locator('input[name=number]').fill('01-001')
    await page.locator('input[name=amount]').fill('28')
    await context.setOffline(true)
    await page.locator('draft-form button[type=submit]').click()
    await page.getByRole('status').getByText('write when it was given').waitFor()
    assert.equal(await page.locator('#when-at').isChecked(), true)
    assert.equal(await page.locator('input[name=time]').inputValue(), '')
    await context.setOffline(false)
    await page.waitForTimeout(6000)
    assert.equal(new URL(page.url()).pathname, path)
    const { nextDoses, dosesGiven } = (await ready.caseAt(other.now())).state
    assert.equal(dosesGiven.length, 0)
    assert.equal(nextDoses[0]?.kind, 'give')
    await page.goto(site.address + path)
    await page
      .getByRole('status')
      .getByText('write when it was given')
      .or(page.getByText('is back'))
      .waitFor()
    assert.equal(await page.locator('input[name=amount]').inputValue(), '28')
    await context.close()
    await site.close()
    await other.close()
  },
)
