import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import type { BrowserContextOptions, Page } from 'playwright-core'
import { createSite } from '../../site.ts'
import { smallApp } from '../../../testing/small-site.ts'
import { faultsOf, skipWithoutBrowser, visitSite, type Visit } from '../../../testing/chromium.ts'
import { exampleStudy } from '../../../testing/example-stored.ts'

const phone = { viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true }
const carried = '/fr/studies/NCT02390596/check?age=8mo&sex=MALE'

describe('the self-check in a browser', { skip: skipWithoutBrowser }, () => {
  let visit: Visit

  before(async () => {
    visit = await visitSite(createSite(smallApp([exampleStudy('NCT02390596.2020-07-28.xml')])))
  })

  after(() => visit.close())

  async function open(path: string, options: BrowserContextOptions = {}): Promise<Page> {
    const context = await visit.browser.newContext(options)
    const page = await context.newPage()
    await page.goto(visit.address + path)
    return page
  }

  const answer = (page: Page, question: RegExp, name: string) =>
    page.getByRole('group', { name: question }).getByRole('radio', { name }).check()
  const isAnswered = (page: Page, question: RegExp, name: string) =>
    page.getByRole('group', { name: question }).getByRole('radio', { name }).isChecked()

  test('age and sex are asked once, go into the address, and are not asked again', async () => {
    const page = await open('/fr/studies/NCT02390596/check', phone)
    await page.getByRole('radio', { name: 'Mon enfant' }).check()
    await page.getByLabel('Âge en chiffres').fill('8')
    await page.getByLabel('Compté en').selectOption('mois')
    await page.getByRole('radio', { name: 'Masculin' }).check()
    assert.deepEqual(await faultsOf(page), [])
    await page.getByRole('button', { name: 'Continuer' }).click()
    await page.getByText('Votre fils, 8 mois.').waitFor()
    assert.equal(new URL(page.url()).searchParams.get('age'), '8mo')
    assert.equal(await page.getByLabel('Âge en chiffres').count(), 0)
    await page.context().close()
  })

  for (const javaScriptEnabled of [true, false])
    test(`back, forward and reload lose nothing (script ${javaScriptEnabled ? 'on' : 'off'})`, async () => {
      const page = await open(carried, { ...phone, javaScriptEnabled })
      await answer(page, /a la maladie de Kawasaki/, 'Oui')
      await answer(page, /poids/, 'Oui')
      await page.getByRole('button', { name: 'Continuer' }).click()
      await page.waitForURL(/#part-2$/)
      await page.reload()
      assert.equal(await page.locator('input[name=condition][value=yes]').isChecked(), true)
      await answer(page, /biothérapie/, 'Je ne sais pas')
      await page.getByRole('checkbox', { name: 'Rien de cela' }).check()
      await page.goBack()
      assert.equal(await isAnswered(page, /a la maladie de Kawasaki/, 'Oui'), true)
      await page.goForward()
      assert.equal(await isAnswered(page, /biothérapie/, 'Je ne sais pas'), true)
      // Without script a browser itself forgets what was not sent yet when it loads a page again.
      if (javaScriptEnabled) await page.reload()
      assert.equal(await isAnswered(page, /biothérapie/, 'Je ne sais pas'), true)
      assert.equal(await page.getByRole('checkbox', { name: 'Rien de cela' }).isChecked(), true)
      await answer(page, /assurance/, 'Oui')
      await page.getByRole('button', { name: 'Voir le résultat' }).click()
      await page.getByRole('status').waitFor()
      assert.doesNotMatch(page.url(), /c_|any_|condition/)
      await page.goBack()
      assert.equal(await isAnswered(page, /assurance/, 'Oui'), true)
      await page.goBack()
      assert.equal(await isAnswered(page, /poids/, 'Oui'), true)
      await page.goForward()
      await page.goForward()
      await page.getByRole('status').waitFor()
      await page.getByText('Votre fils, 8 mois').first().waitFor()
      await page.reload()
      await page.getByRole('status').waitFor()
      await page.context().close()
    })

  test('a parent finishes in French in under three minutes by the page’s own rule, and never sees English', async () => {
    const page = await open(carried, phone)
    assert.match(
      (await page.locator('.progress p:visible').textContent()) ?? '',
      /^Partie 1 sur \d · environ [12] minute/,
    )
    const seen = await page.locator('main').innerText()
    assert.doesNotMatch(seen, /\b(?:the|patients?|with|infection of)\b/i)
    assert.deepEqual(await faultsOf(page), [])
    await page.getByRole('button', { name: 'Continuer' }).click()
    assert.deepEqual(await faultsOf(page), [])
    await page.context().close()
  })

  test('an answer that speaks against is told at once, with the way to the result and the way on', async () => {
    for (const javaScriptEnabled of [true, false]) {
      const page = await open(carried, { javaScriptEnabled })
      assert.equal(await page.getByText('c’est probablement non').first().isVisible(), false)
      await answer(page, /poids/, 'Non')
      assert.equal(
        await page.getByText('L’étude demande ici une autre réponse').nth(1).isVisible(),
        true,
      )
      await page.getByRole('button', { name: 'Voir le résultat' }).click()
      await page.getByRole('heading', { name: 'Probablement pas' }).waitFor()
      await page.context().close()
    }
  })

  test('every answer is a target of 44 pixels, and nothing is wider than the smallest phone', async () => {
    const page = await open(`${carried}#part-2`, { viewport: { width: 320, height: 640 } })
    const sizes = await page
      .locator('.tiles > label:visible, .check-ticks > label:visible')
      .evaluateAll((labels) => labels.map((label) => label.getBoundingClientRect().height))
    assert.ok(sizes.length > 8)
    assert.ok(Math.min(...sizes) >= 44, String(Math.min(...sizes)))
    const width = await page.evaluate<number>('document.documentElement.scrollWidth')
    assert.ok(width <= 320, String(width))
    await page.context().close()
  })

  test('every question has a name of its own, and the keyboard reaches the result', async () => {
    const page = await open(carried)
    const names = await page.locator('fieldset.ask > legend').allTextContents()
    assert.equal(new Set(names).size, names.length)
    await page.getByRole('button', { name: 'Continuer' }).focus()
    await page.keyboard.press('Enter')
    await page.waitForURL(/#part-2$/)
    await page.getByRole('button', { name: 'Voir le résultat' }).focus()
    await page.keyboard.press('Enter')
    await page.getByRole('status').waitFor()
    assert.deepEqual(await faultsOf(page), [])
    await page.context().close()
  })
})
