import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import type { BrowserContextOptions, Page } from 'playwright-core'
import { siteId } from '../../finder/registry/site-id.ts'
import { faultsOf, skipWithoutBrowser, visitSite, type Visit } from '../../testing/chromium.ts'
import { signedIn } from '../../testing/test-accounts.ts'
import { enquiryLinksTo } from '../../testing/test-enquiries.ts'
import { openTestApp, type TestApp } from '../../testing/test-site.ts'
import { createSite } from '../site.ts'

const study = 'NCT90000003'
const paris = siteId({ facility: 'Hôpital Robert-Debré', city: 'Paris', country: 'France' })

describe('writing to a site in a browser', { skip: skipWithoutBrowser }, () => {
  let app: TestApp
  let visit: Visit

  before(async () => {
    app = await openTestApp()
    visit = await visitSite(createSite(app))
    await signedIn(app.people.records, [{ role: 'coordinator', study, site: paris }])
  })

  after(async () => {
    await visit.close()
    await app.close()
  })

  async function open(path: string, options: BrowserContextOptions): Promise<Page> {
    const context = await visit.browser.newContext(options)
    const page = await context.newPage()
    await page.goto(visit.address + path)
    return page
  }

  async function confirmed(page: Page, email: string, prefix: string): Promise<void> {
    const [link] = await enquiryLinksTo(app.people.records, email)
    await page.goto(`${visit.address}${prefix}/enquiries/confirm/${link}`)
  }

  /** Nothing that axe finds, nothing wider than the screen, no cookie, nothing kept in the browser. */
  async function isSound(page: Page, width: number): Promise<void> {
    assert.deepEqual(await faultsOf(page), [], page.url())
    const wide = await page.evaluate<number>('document.documentElement.scrollWidth')
    assert.ok(wide <= width, `${page.url()} is ${wide} wide`)
    assert.deepEqual(await page.context().cookies(), [])
    assert.equal(await page.evaluate<number>('localStorage.length + sessionStorage.length'), 0)
  }

  test('a parent checks a study in French, writes with the answers of the check, confirms, adds a word and takes it back, without JavaScript', async () => {
    const narrow = { viewport: { width: 320, height: 640 }, javaScriptEnabled: false }
    const page = await open(
      `/fr/studies/${study}/check?who=child&age=20y&sex=female&near=Paris`,
      narrow,
    )
    await page.getByLabel('Oui', { exact: true }).first().check()
    await page.getByRole('button', { name: 'Voir le résultat' }).first().click()
    await page.getByRole('button', { name: 'Écrire à un centre' }).first().click()
    await page.getByRole('button', { name: /^Écrire à ce centre.*Robert-Debré/ }).click()
    assert.ok(await page.getByLabel('Un parent ou tuteur').isChecked())
    const answers = page.getByRole('checkbox', { name: 'Joindre ma réponse' })
    assert.equal(await answers.isChecked(), false)
    await answers.check()
    await page.getByLabel('Votre message').fill('Notre fille a mal.\nDepuis lundi.')
    await page.getByRole('button', { name: 'Envoyer mon message' }).click()
    await page.getByRole('alert').getByText('Tapez votre adresse électronique.').waitFor()
    assert.equal(
      await page.getByLabel('Votre message').inputValue(),
      'Notre fille a mal.\nDepuis lundi.',
    )
    assert.ok(await answers.isChecked())
    await page.getByLabel('Votre adresse électronique').fill('mree@example.org')
    await page.getByRole('checkbox', { name: 'Je suis d’accord' }).check()
    await page.getByRole('button', { name: 'Envoyer mon message' }).click()
    await page.getByRole('heading', { name: /regardez votre messagerie/ }).waitFor()
    assert.match(page.url(), /\/fr\/enquiries\/sent\/[\w-]{43}$/)
    await page.getByLabel('La bonne adresse').fill('mere@example.org')
    await page.getByRole('button', { name: 'Envoyer le courriel à cette adresse' }).click()
    await page.getByRole('status').getByText('Nous avons noté la nouvelle adresse.').waitFor()
    await confirmed(page, 'mere@example.org', '/fr')
    assert.equal(await page.getByText('Notre fille a mal.').count(), 0)
    await page.getByRole('button', { name: 'Oui, il est de moi. Envoyer' }).click()
    await page.getByRole('heading', { name: 'Votre message est chez l’équipe' }).waitFor()
    await page.getByText('Ajouter un mot').click()
    await page.getByLabel('Votre mot').fill('Elle va mieux.')
    await page.getByRole('button', { name: 'Ajouter ce mot' }).click()
    await page.getByText('Votre mot est ajouté.').waitFor()
    await page.getByText('Retirer ma demande').click()
    await page.getByRole('button', { name: 'Retirer et effacer' }).click()
    await page.getByRole('heading', { name: 'Retirée et effacée' }).waitFor()
    const left = await app.people.records.db.selectFrom('enquiry').select('id').execute()
    assert.deepEqual(left, [])
    await page.context().close()
  })

  for (const width of [320, 1280])
    test(`every page of the way has no fault and fits a screen of ${width}`, async () => {
      const email = `width-${width}@example.org`
      const page = await open(`/studies/${study}/connect?near=Versailles&age=8mo`, {
        viewport: { width, height: 800 },
      })
      await isSound(page, width)
      await page.goto(
        `${visit.address}/studies/${study}/connect?site=${paris}&near=Versailles&age=8mo`,
      )
      await isSound(page, width)
      await page.getByRole('button', { name: 'Send my message' }).click()
      await page.getByRole('alert').getByRole('link').first().click()
      assert.equal(await page.evaluate<string>('document.activeElement.id'), 'asker')
      await isSound(page, width)
      await page.getByLabel('A doctor').check()
      await page.getByLabel('Your e-mail address').fill(email)
      await page.getByRole('checkbox', { name: 'I agree that' }).check()
      await page.getByRole('button', { name: 'Send my message' }).click()
      await page.waitForURL(/\/enquiries\/sent\/[\w-]{43}$/)
      await isSound(page, width)
      await confirmed(page, email, '')
      await isSound(page, width)
      await page.getByRole('button', { name: 'Yes, it is mine. Send it' }).click()
      await page.getByText('Your message is on its way.').waitFor()
      for (const fold of await page.locator('summary h3').all()) await fold.click()
      await isSound(page, width)
      for (const path of [
        `/studies/${study}/letter?site=${paris}`,
        `/studies/NCT90000002/connect`,
        `/studies/NCT02390596/connect`,
        '/enquiries/no-such-link',
      ]) {
        await page.goto(visit.address + path)
        await isSound(page, width)
      }
      await page.context().close()
    })
})
