import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Locator, Page } from 'playwright-core'
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

/** A coordinator with a feverish child in front of her, in a real browser. */
let app: TestApp
let visit: Visit
let team: StudyTeam
let child = ''

before(async () => {
  if (skipWithoutBrowser) return
  app = await openTestApp()
  app.clock = runNow
  const { records } = app.people
  team = await openTestStudy(records)
  const { actor } = team.coordinator
  const then = new Date('2026-11-24T19:30:00Z')
  child = await enrolTestChild(records, team.coordinator, 'Léa Martin', then)
  await recordTestFacts(records, actor, child, screenedChild(), then)
  const at = '2026-11-25T09:00+01:00'
  const dose = { item: 'injection', value: '28', unit: 'mg', at }
  await recordTestFacts(records, actor, child, [dose], new Date('2026-11-25T08:01:00Z'))
  visit = await visitSite(createSite(app))
})
after(async () => {
  if (skipWithoutBrowser) return
  await visit.close()
  await app.close()
})

const skip = skipWithoutBrowser

async function open(
  width: number,
  javaScriptEnabled = true,
  colorScheme: 'light' | 'dark' = 'light',
): Promise<Page> {
  const context = await visit.browser.newContext({
    bypassCSP: true,
    javaScriptEnabled,
    colorScheme,
    viewport: { width, height: 800 },
  })
  const [name = '', value = ''] = team.coordinator.cookie.split('=')
  await context.addCookies([{ name, value, domain: '127.0.0.1', path: '/', secure: true }])
  return context.newPage()
}

async function plainText(of: Locator): Promise<string> {
  return (await of.innerText()).replaceAll(/\s+/g, ' ')
}

/** Goes on by the key of the keyboard until something has the focus. */
async function tabTo(page: Page, what: string): Promise<void> {
  for (let pressed = 0; pressed < 80; pressed++) {
    await page.keyboard.press('Tab')
    const name = await page.evaluate(
      `(document.activeElement.labels?.[0] ?? document.activeElement).textContent.replaceAll(/\\s+/g, ' ').trim()`,
    )
    if (name === what) return
  }
  assert.fail(`nothing of this name has the focus: ${what}`)
}

const at = (part = '', language = ''): string =>
  `${visit.address}${language}/desk/participants/${child}${part}`

test(
  'by keys alone, a missing reading holds, 38.6 is typed, and the page derives the next dose and says why',
  { skip },
  async () => {
    const page = await open(1280)
    await page.goto(at())
    await page.getByText('Give nothing.').waitFor()
    await tabTo(page, 'Record: Body temperature')
    await page.keyboard.press('Enter')
    await page.waitForURL(/item=temperature/)
    await tabTo(page, 'Time')
    await page.keyboard.type('0830AM')
    await tabTo(page, 'Body temperature')
    await page.keyboard.type('38.6')
    await tabTo(page, 'Measured where')
    await page.keyboard.type('axi')
    await page.keyboard.press('Tab')
    await tabTo(page, 'Record')
    await page.keyboard.press('Enter')
    await page.waitForURL(/did=recorded/)
    const card = page.locator('.dose-card')
    assert.match(
      await plainText(card),
      /56 mg milligrams[^]*0\.3733 mL[^]*The level changes[^]*4 mg\/kg × 14\.0 kg = 56 mg/,
    )
    await page.context().close()
  },
)

test(
  'no page of a participant has a fault or runs off the side, in both languages, on a phone and a desktop, light and dark',
  { skip },
  async () => {
    for (const [width, scheme, language] of [
      [360, 'light', '/fr'],
      [1280, 'dark', ''],
    ] as const) {
      const page = await open(width, true, scheme)
      for (const part of [
        '',
        '/record',
        '/record?item=temperature',
        '/record?item=sex&item=ivigEnd&item=diseaseActivity',
        '/history',
      ]) {
        await page.goto(at(part, language))
        assert.deepEqual(await faultsOf(page), [], `${language} ${part}`)
        const across = await page.evaluate('document.documentElement.scrollWidth')
        assert.equal(across, width, `${language} ${part}`)
      }
      await page.goto(at())
      await page.locator('.log a').first().click()
      await page.getByRole('heading', { level: 2, name: 'Correct it' }).waitFor()
      assert.deepEqual(await faultsOf(page), [])
      await page.context().close()
    }
  },
)

test('without scripts a value is corrected with its reason on a phone', { skip }, async () => {
  const page = await open(360, false)
  await page.goto(at())
  await page.locator('.log a', { hasText: 'Body temperature' }).first().click()
  await page.getByLabel('Body temperature').fill('36.8')
  await page.getByRole('button', { name: 'Correct' }).click()
  await page.getByRole('link', { name: 'Say why the value is corrected.' }).waitFor()
  assert.equal(await page.getByLabel('Body temperature').inputValue(), '36.8')
  await page.getByLabel('Why is it corrected?').fill('read from the wrong line')
  await page.getByRole('button', { name: 'Correct' }).click()
  await page.getByRole('status').getByText('Corrected.').waitFor()
  await page.goto(at())
  assert.match(await plainText(page.locator('.dose-card')), /28 mg milligrams/)
  await page.context().close()
})
