import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Page } from 'playwright-core'
import { faultsOf, skipWithoutBrowser, type Visit, visitSite } from '../../../testing/chromium.ts'
import { signFor } from '../../../study/conduct/record/sign.ts'
import { openTestApp, type TestApp } from '../../../testing/test-site.ts'
import {
  enrolTestChild,
  openTestStudy,
  recordTestFacts,
  runNow,
  runSite,
  runStudy,
  screenedChild,
  type StudyTeam,
} from '../../../testing/test-study.ts'
import { pdfPages } from '../../../testing/pdf-text.ts'
import { createSite } from '../../site.ts'

/** A manager leads a study from an amendment to the lock and its report in a real browser, by keys and on a phone without scripts. */
let app: TestApp
let visit: Visit
let team: StudyTeam
const skip = skipWithoutBrowser
const path = `/desk/study/${runStudy}`

before(async () => {
  if (skip) return
  app = await openTestApp()
  app.clock = runNow
  visit = await visitSite(createSite(app))
  const { records } = app.people
  team = await openTestStudy(records)
  const child = await enrolTestChild(records, team.coordinator)
  const { participant } = await recordTestFacts(
    records,
    team.coordinator.actor,
    child,
    screenedChild(),
  )
  await signFor(
    app.people,
    team.investigator.actor,
    { participantId: child, meaning: 'eligibility', seen: participant.facts },
    runNow,
  )
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
  const [name = '', value = ''] = team.manager.cookie.split('=')
  await context.addCookies([{ name, value, domain: '127.0.0.1', path: '/', secure: true }])
  return context.newPage()
}

test(
  'by keys alone an amendment is looked at and switched on, sets are decided, the study is locked, and its report printed with the hash on each page',
  { skip },
  async () => {
    const page = await open(1280, true)
    const press = async (name: string): Promise<void> => {
      await page.getByRole('button', { name, exact: true }).focus()
      const loaded = page.waitForEvent('load')
      await page.keyboard.press('Enter')
      await loaded
    }
    await page.goto(`${visit.address}${path}/versions`)
    await page.getByLabel('A version that comes with Trialway').selectOption('record-2020')
    await press('Add this version')
    await page.getByRole('status').waitFor()
    await page.getByLabel('Version', { exact: true }).selectOption('record-2020')
    await page.getByLabel('Site', { exact: true }).selectOption(runSite)
    await page.getByLabel('From', { exact: true }).fill('2026-11-27')
    await press('Show what changes')
    await page.getByLabel(/^Everybody/).check()
    await page.getByLabel('No', { exact: true }).check()
    await press('Show what changes')
    await page.getByRole('heading', { level: 3, name: '01-001' }).waitFor()
    assert.deepEqual(await faultsOf(page), [])
    await page.getByLabel('Why is it switched on?').fill('Approved on 20 November')
    await press('Switch it on')
    await page.getByRole('status').waitFor()
    await page.goto(`${visit.address}${path}/sets`)
    await page.locator('form button').nth(1).waitFor()
    await press(await page.getByRole('button', { name: /^Take what/ }).innerText())
    for (let lines = 0; lines < 6; lines++) {
      const open_ = page.getByLabel('Participant and set')
      const [first = ''] = (await open_.locator('option').allInnerTexts()).filter((text) =>
        text.includes('everybody of whom'),
      )
      if (first === '') break
      await open_.selectOption({ label: first })
      await page.getByLabel('In the set', { exact: true }).check()
      await page.getByLabel('Reason', { exact: true }).fill('By the plan')
      await press('Keep the decision')
      await page.getByRole('status').waitFor()
    }
    await page.goto(`${visit.address}${path}/lock`)
    await page.getByText('Nothing is missing.').waitFor({ timeout: 5000 })
    await page.locator('#lockReason').fill('All data are there')
    await press('Sign and lock')
    await page.getByText('The study is locked and signed.').waitFor()
    assert.deepEqual(await faultsOf(page), [])
    await page.goto(`${visit.address}${path}/report`)
    const hash = await page.locator('code.hash').innerText()
    await page.getByLabel('By which version').selectOption('report')
    await press('Make the report')
    await page.getByText(hash).first().waitFor()
    const printed = pdfPages(await page.pdf({ preferCSSPageSize: true }))
    assert.ok(printed.length > 3)
    for (const text of printed) assert.ok(text.normalize('NFKC').includes(hash))
    await page.context().close()
  },
)

test(
  'no page of a study has a fault, on a laptop and on a phone without scripts, in both languages, and none is wider than the phone',
  { skip },
  async () => {
    const ways = [
      '',
      '/sites',
      '/versions',
      '/settings?sets=rounding',
      '/data',
      '/sets',
      '/lock',
      '/report',
      '/trail',
    ]
    for (const [width, hasScripts, language] of [
      [1280, true, ''],
      [360, true, '/fr'],
    ] as const) {
      const page = await open(width, hasScripts)
      for (const way of ways) {
        await page.goto(`${visit.address}${language}${path}${way}`)
        assert.deepEqual(await faultsOf(page), [], `${width} ${way}`)
        const wide = await page.evaluate<number>('document.documentElement.scrollWidth')
        assert.ok(wide <= width, `${way} is ${wide} wide`)
      }
      await page.context().close()
    }
    const phone = await open(360, false)
    await phone.goto(`${visit.address}${path}/lock`)
    await phone.locator('#reason').fill('A value came late')
    await phone.getByRole('button', { name: 'Open the study again' }).click()
    await phone.getByText('The signature of the lock is void.').first().waitFor()
    await phone.context().close()
  },
)

test(
  'on a phone and on a laptop every kind of setting is read whole in its box, in both languages',
  { skip },
  async () => {
    for (const width of [360, 1280])
      for (const language of ['', '/fr']) {
        const page = await open(width, false)
        await page.goto(`${visit.address}${language}${path}/settings?sets=assent%20age`)
        const cut = await page.evaluate<readonly string[]>(cutOff)
        assert.deepEqual(cut, [], `${width} ${language}`)
        await page.context().close()
      }
  },
)

/** The choices that need more width than their box has, each by itself. */
const cutOff = `(() => {
  const box = document.querySelector('select[name=sets]')
  return [...box.options].flatMap((option) => {
    const copy = box.cloneNode(false)
    copy.append(new Option(option.text))
    copy.style.cssText = 'inline-size: max-content; position: absolute'
    box.parentElement.append(copy)
    const needed = copy.getBoundingClientRect().width
    copy.remove()
    const has = box.getBoundingClientRect().width
    return needed > has ? [option.text + ': ' + needed + ' in ' + has] : []
  })
})()`
