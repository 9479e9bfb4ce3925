import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import type { BrowserContextOptions, Page } from 'playwright-core'
import { createSite } from '../../site.ts'
import { smallApp } from '../../../testing/small-site.ts'
import { faultsOf, skipWithoutBrowser, visitSite, type Visit } from '../../../testing/chromium.ts'
import { exampleStudy } from '../../../testing/example-stored.ts'

const phone = { viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true }

describe('the self-check in a browser', { skip: skipWithoutBrowser }, () => {
  let visit: Visit

  before(async () => {
    visit = await visitSite(createSite(smallApp([exampleStudy('NCT02390596.2020-07-28.xml')])))
  })

  after(() => visit.close())

  async function open(path: string, options: BrowserContextOptions): Promise<Page> {
    const context = await visit.browser.newContext(options)
    const page = await context.newPage()
    await page.goto(visit.address + path)
    return page
  }

  test('a parent on a phone answers in French with few taps, part by part', async () => {
    const page = await open('/fr/studies/NCT02390596/check', phone)
    const group = (name: RegExp) => page.getByRole('group', { name })
    await page.getByRole('radio', { name: 'Mon enfant' }).tap()
    await page.getByLabel('Âge en chiffres').fill('2')
    await group(/^Sexe/).getByRole('radio', { name: 'Masculin' }).tap()
    await group(/L’enfant a-t-il/)
      .getByRole('radio', { name: 'Oui' })
      .tap()
    assert.match(
      (await page.locator('.check-progress p').textContent()) ?? '',
      /^Partie 1 sur 6 · 3/,
    )
    assert.deepEqual(await faultsOf(page), [])
    await page.getByRole('button', { name: 'Partie suivante' }).tap()
    await group(/Le poids de l’enfant est-il de 5 kg ou plus/)
      .getByRole('radio', { name: 'Oui' })
      .tap()
    await page.getByRole('button', { name: 'Partie suivante' }).tap()
    await group(/Est-ce vrai pour l’enfant/)
      .getByRole('radio', { name: 'Oui' })
      .tap()
    await page.getByRole('button', { name: 'Voir le résultat' }).tap()
    await page.getByRole('heading', { name: 'Cela vaut la peine de demander' }).waitFor()
    assert.equal(new URL(page.url()).search, '')
    await page.getByText('Patient with health insurance').first().waitFor()
    assert.deepEqual(await faultsOf(page), [])
    await page.getByRole('button', { name: 'Changer mes réponses' }).tap()
    assert.equal(await page.getByLabel('Âge en chiffres').inputValue(), '2')
    await page.context().close()
  })

  test('every answer is a target of 44 pixels, and nothing is wider than the smallest phone', async () => {
    const page = await open('/fr/studies/NCT02390596/check', {
      viewport: { width: 320, height: 640 },
    })
    await page.getByRole('button', { name: 'Voir toutes les questions' }).click()
    const sizes = await page
      .locator('.check-answers label')
      .evaluateAll((labels) =>
        labels
          .map((label) => label.getBoundingClientRect())
          .map(({ width, height }) => Math.min(width, height)),
      )
    assert.ok(sizes.length > 60)
    assert.ok(Math.min(...sizes) >= 44, String(Math.min(...sizes)))
    const width = await page.evaluate<number>('document.documentElement.scrollWidth')
    assert.ok(width <= 320, String(width))
    assert.deepEqual(await faultsOf(page), [])
    await page.context().close()
  })

  test('without JavaScript all questions are on the page, and are worded for whom one chooses', async () => {
    const page = await open('/studies/NCT02390596/check', { javaScriptEnabled: false })
    await page.getByRole('group', { name: 'Is the child’s weight 5 kg or more?' }).waitFor()
    await page.getByLabel('Myself').check()
    await page.getByRole('group', { name: 'Is your weight 5 kg or more?' }).waitFor()
    await page.getByLabel('My child').check()
    await page.getByLabel('Age in numbers').fill('6')
    await page.getByLabel('Counted in').selectOption('weeks')
    await page.getByRole('button', { name: 'See the result' }).click()
    await page.getByRole('heading', { name: 'Probably not' }).waitFor()
    await page.getByText('Age: 3 months to 18 years').first().waitFor()
    await page.context().close()
  })

  test('what is wrong is said on top, and leads to its field', async () => {
    const page = await open('/studies/NCT02390596/check', {})
    await page.getByLabel('Age in numbers').fill('two')
    await page.getByRole('button', { name: 'See the result' }).click()
    await page
      .getByRole('alert')
      .getByRole('link', { name: /whole number/ })
      .click()
    assert.equal(await page.evaluate<string>('document.activeElement.id'), 'age')
    assert.deepEqual(await faultsOf(page), [])
    await page.context().close()
  })
})
