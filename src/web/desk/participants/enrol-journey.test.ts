import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Page } from 'playwright-core'
import { faultsOf, skipWithoutBrowser, type Visit, visitSite } from '../../../testing/chromium.ts'
import type { SignedIn } from '../../../testing/test-accounts.ts'
import { enquiryOnDesk } from '../../../testing/test-desk.ts'
import { openTestApp, type TestApp } from '../../../testing/test-site.ts'
import {
  openTestStudy,
  recordTestFacts,
  runNow,
  runSite,
  runStudy,
  screenedChild,
  type StudyTeam,
} from '../../../testing/test-study.ts'
import { addConsentForm, approveConsentForm } from '../../../study/conduct/set-up/consent-forms.ts'
import { createSite } from '../../site.ts'

/** From an enquiry to a child who may take part, and out again, in a real browser: on a phone without scripts, and by keys. */
let app: TestApp
let visit: Visit
let team: StudyTeam

before(async () => {
  if (skipWithoutBrowser) return
  app = await openTestApp()
  app.clock = runNow
  visit = await visitSite(createSite(app))
  team = await openTestStudy(app.people.records)
  const { actor } = team.manager
  const form = {
    study: runStudy,
    name: 'parents-1',
    language: 'fr',
    text: 'Nous acceptons.',
  } as const
  await addConsentForm(app.people, actor, form, runNow)
  const approval = { study: runStudy, site: runSite, name: 'parents-1', reconsent: false }
  await approveConsentForm(app.people, actor, { ...approval, from: '2026-11-10' }, runNow)
})
after(async () => {
  if (skipWithoutBrowser) return
  await visit.close()
  await app.close()
})

const skip = skipWithoutBrowser

async function open(who: SignedIn, width: number, javaScriptEnabled: boolean): Promise<Page> {
  const context = await visit.browser.newContext({
    bypassCSP: true,
    javaScriptEnabled,
    viewport: { width, height: 800 },
  })
  const [name = '', value = ''] = who.cookie.split('=')
  await context.addCookies([{ name, value, domain: '127.0.0.1', path: '/', secure: true }])
  return context.newPage()
}

const isTooWide = (page: Page): Promise<boolean> =>
  page.evaluate('document.documentElement.scrollWidth > document.documentElement.clientWidth')

test(
  'a child is enrolled from an enquiry, consents, is signed for and withdraws, on a phone without scripts',
  { skip },
  async () => {
    const enquiry = await enquiryOnDesk(app.people.records, {
      now: runNow,
      state: 'invited',
      details: { who: 'parent', name: 'Anne Martin', age: '2 years' },
    })
    const page = await open(team.coordinator, 360, false)
    await page.goto(`${visit.address}/desk/enquiries/${enquiry.id}`)
    await page.getByRole('link', { name: 'Enrol in the study' }).click()
    assert.equal(await isTooWide(page), false)
    assert.match(await page.getByLabel('Parents or guardians').inputValue(), /Anne Martin/)
    await page.getByLabel('Name of the participant').fill('Léa Martin')
    await page.getByRole('button', { name: 'Enrol', exact: true }).click()
    await page.getByRole('heading', { name: /Enrolled as 01-/ }).waitFor()
    assert.equal(await isTooWide(page), false)
    const id = /participants\/([0-9a-f-]{36})/.exec(page.url())?.[1] ?? ''
    const unsigned = screenedChild().filter(({ item }) => item !== 'consentSigned')
    await recordTestFacts(app.people.records, team.coordinator.actor, id, unsigned)
    await page.reload()
    await page.getByRole('link', { name: 'Record the consent' }).click()
    assert.equal(await isTooWide(page), false)
    await page.getByLabel('both parents or guardians').check()
    await page.getByLabel('too young to be asked').check()
    await page.getByLabel('paper').check()
    await page.getByLabel('Time').fill('09:30')
    await page.getByRole('button', { name: 'Record', exact: true }).click()
    await page.getByText('The consent is recorded.').waitFor()
    assert.equal(await isTooWide(page), false)

    const investigator = await open(team.investigator, 1280, true)
    await investigator.goto(`${visit.address}/desk/participants/${id}/screening`)
    await investigator.getByRole('link', { name: /^Sign that this person/ }).click()
    assert.deepEqual(await faultsOf(investigator), [])
    await investigator.getByRole('button', { name: 'Sign now' }).press('Enter')
    await investigator.getByText('Signed.', { exact: true }).waitFor()
    assert.deepEqual(await faultsOf(investigator), [])
    await investigator.context().close()

    await page.goto(`${visit.address}/desk/participants/${id}/withdrawal`)
    await page.getByLabel(/^the treatment:/).check()
    await page.getByRole('button', { name: 'Record the withdrawal' }).click()
    await page.getByText('The withdrawal is recorded.').waitFor()
    assert.equal(await isTooWide(page), false)
    await page.context().close()

    for (const [width, prefix] of [
      [360, '/fr'],
      [1280, ''],
    ] as const) {
      const look = await open(team.investigator, width, true)
      for (const path of [
        'screening',
        'consent',
        'withdrawal',
        'signature',
        'identity',
        'signature?meaning=data-reviewed',
      ]) {
        await look.goto(`${visit.address}${prefix}/desk/participants/${id}/${path}`)
        assert.deepEqual(await faultsOf(look), [], `${prefix} ${path} ${width}`)
        assert.equal(await isTooWide(look), false, `${prefix} ${path} ${width}`)
      }
      await look.goto(`${visit.address}${prefix}/desk/participants/new`)
      assert.deepEqual(await faultsOf(look), [])
      await look.getByRole('button').last().press('Enter')
      await look.getByRole('alert').waitFor()
      assert.deepEqual(await faultsOf(look), [], 'with what is wrong')
      await look.context().close()
    }
  },
)
