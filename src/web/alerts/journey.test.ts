import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import type { BrowserContextOptions, Locator, Page } from 'playwright-core'
import { confirmLinkOf } from '../../testing/test-alerts.ts'
import { faultsOf, skipWithoutBrowser, visitSite, type Visit } from '../../testing/chromium.ts'
import { openTestApp, type TestApp } from '../../testing/test-site.ts'
import { createSite } from '../site.ts'

describe('alerts in a browser', { skip: skipWithoutBrowser }, () => {
  let app: TestApp
  let visit: Visit

  before(async () => {
    app = await openTestApp()
    visit = await visitSite(createSite(app))
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

  async function isSound(page: Page, width: number): Promise<void> {
    assert.deepEqual(await faultsOf(page), [])
    const wide = await page.evaluate<number>('document.documentElement.scrollWidth')
    assert.ok(wide <= width, `${page.url()} is ${wide} wide`)
  }

  /** Goes where a link or button leads; what is looked at next is the new page, whole. */
  async function follow(page: Page, to: Locator): Promise<void> {
    const from = page.url()
    await to.click()
    await page.waitForURL((url) => url.href !== from)
  }

  async function confirmed(page: Page, email: string, prefix: string): Promise<void> {
    const link = await confirmLinkOf(app.people.records, email)
    await page.goto(`${visit.address}${prefix}/alerts/confirm/${link}`)
  }

  test('a mother on the narrowest phone asks in French for news near Paris, without JavaScript', async () => {
    const narrow = { viewport: { width: 320, height: 640 }, javaScriptEnabled: false }
    const page = await open('/fr/alerts', narrow)
    await page.getByRole('link', { name: 'Demander une alerte maintenant' }).click()
    await page.getByLabel('Maladie, traitement ou autres mots').fill('maladie de Kawasaki')
    await page.getByRole('textbox', { name: 'Près de' }).fill('Paris')
    await page.getByLabel('À quelle distance').selectOption({ label: '50 km' })
    await page.getByLabel('Âge aujourd’hui').fill('2 ans')
    await page.getByLabel('Une fois par semaine, le lundi').check()
    await page.getByRole('button', { name: 'Demander ces courriels' }).click()
    await page.getByRole('alert').getByText('Tapez votre adresse électronique.').waitFor()
    assert.ok(await page.getByLabel('Une fois par semaine, le lundi').isChecked())
    await page.getByLabel('Votre adresse électronique').fill('marie@example.org')
    await page.getByRole('button', { name: 'Demander ces courriels' }).click()
    await page.getByRole('heading', { name: 'Regardez votre messagerie' }).waitFor()
    assert.equal(new URL(page.url()).search, '')
    await confirmed(page, 'marie@example.org', '/fr')
    await page.getByRole('button', { name: 'Oui, envoyez-moi ces courriels' }).click()
    await page.getByText('Merci. Vos alertes sont actives.').waitFor()
    await page.getByRole('button', { name: /^Mettre en pause/ }).click()
    await page.getByText('En pause', { exact: true }).waitFor()
    await page.getByRole('link', { name: /^Supprimer/ }).click()
    await page.getByRole('button', { name: 'Oui, la supprimer' }).click()
    await page.getByText('Vous n’avez pas d’alerte en ce moment.').waitFor()
    await page.getByRole('link', { name: /^Arrêter toutes/ }).click()
    await page.getByRole('button', { name: 'Tout arrêter' }).click()
    await page.getByRole('heading', { name: 'Toutes les alertes sont arrêtées' }).waitFor()
    await page.context().close()
  })

  for (const width of [320, 1280])
    test(`every page of the way has no fault and fits a screen of ${width}`, async () => {
      const email = `width-${width}@example.org`
      const page = await open('/search?q=asthma&near=Paris&status=RECRUITING', {
        viewport: { width, height: 800 },
      })
      await page.goto(`${visit.address}/alerts/new?q=asthma&near=Paris&status=RECRUITING`)
      await isSound(page, width)
      await page.getByLabel('Your e-mail address').fill('not an address')
      await page.getByRole('button', { name: 'Ask for these e-mails' }).click()
      await page.getByRole('alert').getByRole('link').click()
      assert.equal(await page.evaluate<string>('document.activeElement.id'), 'email')
      await isSound(page, width)
      await page.getByLabel('Your e-mail address').fill(email)
      await follow(page, page.getByRole('button', { name: 'Ask for these e-mails' }))
      await isSound(page, width)
      await confirmed(page, email, '')
      await isSound(page, width)
      await page.getByRole('button', { name: 'Yes, send me these e-mails' }).click()
      await page.getByText('Thank you. Your alerts are on.').waitFor()
      await isSound(page, width)
      const manage = page.url()
      await follow(page, page.getByRole('link', { name: /^Change/ }))
      await isSound(page, width)
      await page.goto(manage)
      await follow(page, page.getByRole('link', { name: /^Delete/ }))
      await isSound(page, width)
      await page.goto(manage)
      await follow(page, page.getByRole('link', { name: /^Stop all/ }))
      await isSound(page, width)
      for (const path of ['/alerts', '/admin', '/dev/mail', '/alerts/no-such-link']) {
        await page.goto(visit.address + path)
        await isSound(page, width)
      }
      await page.context().close()
    })

  test('a study’s page leads to news of it', async () => {
    const page = await open('/studies/NCT90000005', {})
    await page.getByRole('link', { name: 'Tell me when it opens' }).click()
    await page.getByRole('heading', { name: 'Ask for news of this study' }).waitFor()
    await page.getByLabel('Something else changes in what it says').waitFor()
    assert.deepEqual(await faultsOf(page), [])
    await page.context().close()
  })
})
