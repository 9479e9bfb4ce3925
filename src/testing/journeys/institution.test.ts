import assert from 'node:assert/strict'
import type { TestContext } from 'node:test'
import type { Page } from 'playwright-core'
import { checkAudit } from '../../people/audit/verify.ts'
import type { Records } from '../../people/records/model/records.ts'
import { createSite } from '../../web/site.ts'
import { faultsOf, skipWithoutBrowser, visitLocalhost } from '../chromium.ts'
import { signedIn } from '../test-accounts.ts'
import { openTestInstitution } from '../test-institution.ts'
import { onOneStore } from '../test-records.ts'
import { openTestApp } from '../test-site.ts'

const address = 'anne.canary-4711@example.org'
const investigator = { role: 'investigator', study: 'NCT02390596', site: null } as const
const button = { name: 'Sign in with Hôpital Test' }

// With all that a browser is told to refuse (CSP, cookies): the way leads over another host and back.
if (skipWithoutBrowser === false)
  for (const scripts of [true, false])
    onOneStore(
      `an investigator signs in by their institution and lands on the desk, ${scripts ? 'with' : 'without'} scripts`,
      async (records, t) => {
        const { page, cookies, lines, at } = await openWorld(records, t, scripts)
        await page.goto(`${at}/desk`)
        assert.deepEqual(await cookies(), [])
        if (scripts) assert.deepEqual(await faultsOf(page), [])
        await page.getByRole('button', button).click()
        await page.locator('input[name=login]').waitFor()
        assert.deepEqual(await cookies(), ['__Host-trialway-institution'])
        await signInThere(page)
        await page.waitForURL(`${at}/desk`)
        await page.getByRole('heading', { level: 1 }).waitFor()
        assert.deepEqual(await cookies(), ['__Host-trialway'])

        // Who is signed in there is known there still: one press is enough, but not for what matters.
        await page.goto(`${at}/account`)
        await page.getByRole('button', { name: 'Sign out' }).click()
        await page.getByRole('button', button).click()
        await page.waitForURL(`${at}/desk`)
        await page.goto(`${at}/account`)
        await page.getByRole('link', { name: 'Sign in once more to add or remove one' }).click()
        await page.getByRole('button', button).click()
        await signInThere(page)
        await page.waitForURL(`${at}/account`)
        assert.equal(await page.getByRole('link', { name: /Sign in once more/ }).count(), 0)
        assert.equal(await page.getByRole('cell', { name: 'Your institution' }).count(), 1)
        assert.ok(!page.url().includes('code='))

        assert.ok((await checkAudit(records)).isWhole)
        assert.doesNotMatch(lines.join('\n'), /canary/i)
      },
    )

/** The page of the provider. */
async function signInThere(page: Page): Promise<void> {
  await page.locator('input[name=login]').fill('anne')
  await page.locator('input[name=password]').fill('x')
  await page.locator('button[type=submit]').click()
}

async function openWorld(records: Records, t: TestContext, javaScriptEnabled: boolean) {
  const app = await openTestApp()
  t.after(() => app.close())
  app.clock = new Date()
  await signedIn(records, [investigator], address, app.now())
  const visit = await visitLocalhost(async (baseUrl) => {
    const opened = await openTestInstitution(baseUrl)
    t.after(() => opened.close())
    opened.people.set('anne', { email: address, email_verified: true })
    const people = { ...app.people, records, baseUrl }
    return createSite({ ...app, baseUrl, people, institutions: [opened.settings] })
  })
  t.after(() => visit.close())
  const context = await visit.browser.newContext({ javaScriptEnabled })
  const page = await context.newPage()
  return {
    page,
    at: visit.address,
    lines: app.lines,
    cookies: async () => (await context.cookies(visit.address)).map(({ name }) => name),
  }
}
