import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Page } from 'playwright-core'
import { faultsOf, skipWithoutBrowser, type Visit, visitSite } from '../../../testing/chromium.ts'
import { openTestApp, type TestApp } from '../../../testing/test-site.ts'
import {
  enrolTestChild,
  openTestStudy,
  recordTestFacts,
  runNow,
  screenedChild,
  type StudyTeam,
} from '../../../testing/test-study.ts'
import { createSite } from '../../site.ts'

/** A coordinator looks at the day in a real browser: by keys on a laptop, on a phone without scripts, and on paper. */
let app: TestApp
let visit: Visit
let team: StudyTeam
let child = ''
const skip = skipWithoutBrowser

before(async () => {
  if (skip) return
  app = await openTestApp()
  app.clock = runNow
  visit = await visitSite(createSite(app))
  const { records } = app.people
  team = await openTestStudy(records)
  child = await enrolTestChild(records, team.coordinator)
  const dose = { item: 'injection', value: '28', unit: 'mg', at: '2026-11-25T09:30+01:00' }
  const details = { serious: 'lifeThreatening', related: true, sponsorAware: '2026-11-26' }
  const event = { item: 'adverseEvent', value: 'fever', at: '2026-11-25T22:00+01:00', details }
  await recordTestFacts(records, team.coordinator.actor, child, [...screenedChild(), dose, event])
})
after(async () => {
  if (skip) return
  await visit.close()
  await app.close()
})

async function open(width: number, javaScriptEnabled: boolean): Promise<Page> {
  const context = await visit.browser.newContext({
    bypassCSP: true,
    javaScriptEnabled,
    viewport: { width, height: 800 },
  })
  const [name = '', value = ''] = team.coordinator.cookie.split('=')
  await context.addCookies([{ name, value, domain: '127.0.0.1', path: '/', secure: true }])
  return context.newPage()
}

test('by keys from Today to the next act, and no page has a fault', { skip }, async () => {
  const page = await open(1280, true)
  const pages = ['/desk/today', '/desk/participants', `/desk/participants/${child}/dates`]
  for (const path of [...pages, '/desk/calendar'])
    for (const language of ['', '/fr']) {
      await page.goto(`${visit.address}${language}${path}`)
      assert.deepEqual(await faultsOf(page), [], `${language}${path}`)
    }
  await page.goto(`${visit.address}/desk/today`)
  const act = page.getByRole('link', { name: 'Answer what is open: 01-001' })
  for (let press = 0; press < 40; press++) {
    if (await act.evaluate((link) => link === link.ownerDocument.activeElement)) break
    await page.keyboard.press('Tab')
  }
  await page.keyboard.press('Enter')
  await page.waitForURL(/\/dose$/)
  await page.context().close()
})

test('on a phone without scripts nothing runs off the side', { skip }, async () => {
  const page = await open(360, false)
  for (const path of ['/desk/today', '/desk/participants', `/desk/participants/${child}/dates`]) {
    await page.goto(`${visit.address}${path}`)
    const [width] = [(await page.locator('body').boundingBox())?.width]
    assert.equal(width, 360, path)
    assert.ok(await page.getByText('01-001').first().isVisible(), path)
  }
  await page.context().close()
})

test(
  'all dates of a participant stand on one sheet of paper, without buttons',
  { skip },
  async () => {
    const page = await open(1280, true)
    await page.goto(`${visit.address}/desk/participants/${child}/dates`)
    await page.emulateMedia({ media: 'print' })
    assert.equal(await page.getByRole('button', { name: 'Print this page' }).isVisible(), false)
    assert.ok(await page.getByText('24 December 2026').isVisible())
    const pdf = (await page.pdf({ format: 'A4' })).toString('latin1')
    assert.equal(pdf.match(/\/Type\s*\/Page\b(?!s)/g)?.length, 1)
    await page.context().close()
  },
)
