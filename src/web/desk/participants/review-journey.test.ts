import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import type { Page } from 'playwright-core'
import { faultsOf, skipWithoutBrowser, visitSite, type Visit } from '../../../testing/chromium.ts'
import { recordTestEvent } from '../../../testing/test-safety.ts'
import type { SignedIn } from '../../../testing/test-accounts.ts'
import { openTestApp, type TestApp } from '../../../testing/test-site.ts'
import {
  enrolTestChild,
  openTestStudy,
  recordTestFacts,
  runNow,
  runStudy,
  screenedChild,
  type StudyTeam,
} from '../../../testing/test-study.ts'
import { createSite } from '../../site.ts'

describe('events, queries and checks in a browser', { skip: skipWithoutBrowser }, () => {
  let app: TestApp
  let visit: Visit
  let team: StudyTeam
  let id = ''

  before(async () => {
    app = await openTestApp()
    app.clock = runNow
    const { records } = app.people
    team = await openTestStudy(records)
    id = await enrolTestChild(records, team.coordinator)
    await recordTestFacts(records, team.coordinator.actor, id, screenedChild())
    visit = await visitSite(createSite(app))
  })
  after(async () => {
    await visit.close()
    await app.close()
  })

  async function open(path: string, { cookie }: SignedIn, width = 1280): Promise<Page> {
    const context = await visit.browser.newContext({
      viewport: { width, height: 800 },
    })
    const [name = '', value = ''] = cookie.split('=')
    await context.addCookies([{ name, value, domain: '127.0.0.1', path: '/', secure: true }])
    const page = await context.newPage()
    await page.goto(visit.address + path)
    return page
  }

  async function isSound(page: Page, width: number): Promise<void> {
    assert.deepEqual(await faultsOf(page), [], page.url())
    const wide = await page.evaluate<number>('document.documentElement.scrollWidth')
    assert.ok(wide <= width, `${page.url()} is ${wide} wide`)
  }

  test('axe finds nothing on any page of events, queries, checks and deviations, on a phone and a desktop', async () => {
    await recordTestEvent(app.people.records, team.investigator.actor, id)
    const own = `/desk/participants/${id}`
    const pages = ['events', 'queries', 'source', 'deviations']
    const study = ['queries', 'sources', 'deviations'].map(
      (one) => `/desk/study/${runStudy}/${one}`,
    )
    for (const width of [360, 1280]) {
      const prefix = width === 360 ? '/fr' : ''
      const page = await open(`${prefix}${own}/events/new`, team.investigator, width)
      await isSound(page, width)
      await page.context().close()
      // One browser for all that one person looks at: a new one costs as much as several pages.
      const [first = '', ...others] = [...pages.map((one) => `${prefix}${own}/${one}`), ...study]
      const looked = await open(first, team.monitor, width)
      await isSound(looked, width)
      for (const path of others) {
        await looked.goto(visit.address + path)
        await isSound(looked, width)
      }
      await looked.context().close()
    }
  })

  test('a monitor checks values and asks a question with the keyboard alone', async () => {
    const page = await open(`/desk/participants/${id}/source`, team.monitor)
    await page.getByRole('checkbox').first().focus()
    await page.keyboard.press('Space')
    await page.keyboard.press('Tab')
    await page.keyboard.press('Tab')
    await page.keyboard.press('Space')
    await page.getByRole('button', { name: 'Record these checks' }).focus()
    await page.keyboard.press('Enter')
    await page.getByText('2 values are checked.').waitFor()
    await page.getByRole('link', { name: 'Queries' }).focus()
    await page.keyboard.press('Enter')
    await page.getByLabel('Your question').focus()
    await page.keyboard.type('Who measured the height?')
    await page.keyboard.press('Tab')
    await page.keyboard.press('Enter')
    await page.getByText('Who measured the height?').waitFor()
    await isSound(page, 1280)
    await page.context().close()
  })

  test('an investigator records an event on a phone; what is wrong is said, and nothing typed is lost', async () => {
    const page = await open(`/desk/participants/${id}/events/new`, team.investigator, 360)
    await page.getByLabel('What happened').fill('red skin at the injection')
    await page.getByRole('group', { name: 'When it began' }).getByLabel('Day').fill('2026-11-27')
    await page
      .getByRole('group', { name: 'Is it serious?' })
      .getByLabel('No', { exact: true })
      .check()
    await page.getByRole('button', { name: 'Record the event' }).click()
    await page.getByRole('alert').getByText('This is in the future.').waitFor()
    assert.equal(await page.getByLabel('What happened').inputValue(), 'red skin at the injection')
    await page.getByRole('group', { name: 'When it began' }).getByLabel('Day').fill('2026-11-25')
    await page.getByRole('button', { name: 'Record the event' }).click()
    await page.getByText('It is recorded.').waitFor()
    await page.getByRole('heading', { name: /red skin at the injection/ }).waitFor()
    await isSound(page, 360)
    await page.context().close()
  })
})
