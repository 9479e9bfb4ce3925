import assert from 'node:assert/strict'
import { test } from 'node:test'
import { shippedProtocols } from '../../../app/shipped-protocols.ts'
import { faultsOf, skipWithoutBrowser, visitSite } from '../../../testing/chromium.ts'
import { smallApp } from '../../../testing/small-site.ts'
import { createSite } from '../../site.ts'

test(
  'on a phone and a desktop, without script, a temperature that is changed changes the dose',
  { skip: skipWithoutBrowser },
  async (t) => {
    const visit = await visitSite(createSite({ ...smallApp([]), protocols: shippedProtocols }))
    t.after(() => visit.close())
    for (const [width, prefix, give] of [
      [360, '/fr', 'Donner'],
      [1280, '', 'Give'],
    ] as const) {
      const viewport = { width, height: 900 }
      const context = await visit.browser.newContext({ viewport, javaScriptEnabled: false })
      const page = await context.newPage()
      await page.goto(
        `${visit.address}${prefix}/protocols/NCT02390596/try?version=listing&example=j3-38.0`,
      )
      const decision = page.locator('.try-decision')
      assert.match((await decision.textContent()) ?? '', new RegExp(`${give}.*28`))
      await page.locator('input[value="38.0"]').fill('38.1')
      await page.locator('.try-form button:not([name])').click()
      assert.match((await decision.textContent()) ?? '', new RegExp(`${give}.*56`))
      await context.close()
      const seen = await visit.browser.newPage({ viewport })
      await seen.goto(`${visit.address}${prefix}/protocols/NCT02390596?version=listing`)
      if (width === 360) assert.deepEqual(await faultsOf(seen), [])
      assert.ok(await seen.evaluate('document.documentElement.scrollWidth <= innerWidth'))
    }
  },
)
