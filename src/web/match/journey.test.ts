import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { faultsOf, skipWithoutBrowser, visitSite, type Visit } from '../../testing/chromium.ts'
import { openTestApp, type TestApp } from '../../testing/test-site.ts'
import { createSite } from '../site.ts'

describe('matching a record in a browser', { skip: skipWithoutBrowser }, () => {
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

  test('a doctor pastes a note, sees the sentence behind a rule, and goes on to the check', async () => {
    const page = await visit.browser.newPage({ viewport: { width: 360, height: 740 } })
    await page.goto(`${visit.address}/match`)
    assert.deepEqual(await faultsOf(page), [])
    await page.getByLabel('Note or FHIR Bundle').fill('A 2-year-old boy with Kawasaki disease.')
    await page.getByLabel('Only studies that look for people').uncheck()
    await page.getByRole('button', { name: 'Find studies' }).click()
    const first = page.getByRole('listitem').filter({ hasText: 'NCT02390596' }).first()
    await first.getByText('Each rule, and the sentence behind it').click()
    await first.getByText('A 2-year-old boy with Kawasaki disease.').first().waitFor()
    assert.deepEqual(await faultsOf(page), [])
    assert.equal(new URL(page.url()).search, '')
    await first.getByRole('link', { name: 'Check one by one (NCT02390596)' }).click()
    await page.getByRole('heading', { name: 'Could this study fit?' }).waitFor()
    await page.close()
  })

  test('back from the studies, the note is still in its box, with and without scripts', async () => {
    const note = 'A 2-year-old boy with Kawasaki disease.'
    for (const javaScriptEnabled of [true, false]) {
      const page = await visit.browser.newPage({ javaScriptEnabled })
      await page.goto(`${visit.address}/match`)
      await page.getByLabel('Note or FHIR Bundle').fill(note)
      await page.getByRole('button', { name: 'Find studies' }).click()
      await page.getByRole('heading', { name: 'Studies for this record' }).waitFor()
      await page.goBack()
      assert.equal(await page.getByLabel('Note or FHIR Bundle').inputValue(), note)
      await page.close()
    }
  })

  test('a file is read like a pasted text', async () => {
    const page = await visit.browser.newPage()
    await page.goto(`${visit.address}/fr/match`)
    const buffer = Buffer.from('A 34-year-old woman with asthma.')
    await page
      .getByLabel('Ou un fichier (texte ou JSON)')
      .setInputFiles({ name: 'note.txt', mimeType: 'text/plain', buffer })
    await page.getByRole('button', { name: 'Trouver des études' }).click()
    await page.getByText('34 ans').waitFor()
    assert.deepEqual(await faultsOf(page), [])
    await page.close()
  })
})
