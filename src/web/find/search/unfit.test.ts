import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Hono } from 'hono'
import { openTestApp, type TestApp } from '../../../testing/test-site.ts'
import { createSite } from '../../site.ts'
import { assertValid } from '../../../testing/valid-html.ts'

let app: TestApp
let site: Hono

before(async () => {
  app = await openTestApp()
  site = createSite(app)
})
after(() => app.close())

async function page(path: string): Promise<string> {
  const response = await site.request(path)
  assert.equal(response.status, 200)
  const text = await response.text()
  await assertValid(text, path)
  return text.replace(/\s+/g, ' ')
}

test('a search for a child of two says how many studies are not for that age, and leads to them', async () => {
  const found = await page('/search?q=vasculitis&age=2y')
  assert.match(found, /1 more study is not for this age or sex/)
  assert.doesNotMatch(found, /NCT90000003/)
  assert.match(found, /href="\/search\?q=vasculitis&amp;age=2y&amp;unfit=show&amp;status=all"/)
})

test('studies that cannot fit are marked with the reason, and only they', async () => {
  for (const prefix of ['', '/fr']) {
    const shown = await page(`${prefix}/search?q=vasculitis&age=2y&sex=male&unfit=show`)
    assert.match(
      shown,
      prefix ? /Pas pour cet âge : elle prend/ : /Not for this age: it takes 18 years/,
    )
    assert.match(shown, prefix ? /Pas pour ce sexe/ : /Not for this sex: it takes women and girls/)
    assert.match(shown, prefix ? /Ne plus les montrer/ : /Leave them out/)
    assert.equal(shown.match(/class="hit-misfit"/g)?.length, 1)
  }
})

test('each study found takes the search along, and leads to its check where people may join', async () => {
  assert.match(
    await page('/search?q=kawasaki'),
    /href="\/studies\/NCT02390596\?q=kawasaki&amp;status=all&amp;found=2"/,
  )
})

test('a search without age and sex says nothing of fitting', async () => {
  assert.doesNotMatch(await page('/search?q=vasculitis'), /this age or sex/)
})

test('that no study takes the age that was said is told too where nothing is left to show', async () => {
  for (const prefix of ['', '/fr']) {
    const typed = prefix
      ? 'mon père de 99 ans a la maladie de Kawasaki'
      : 'my 99 year old has kawasaki'
    const query = new URLSearchParams({ q: typed, status: 'SUSPENDED' })
    const found = await page(`${prefix}/search?${query.toString()}`)
    assert.doesNotMatch(found, /href="[^"]*\/studies\/NCT/)
    assert.match(found, prefix ? /ne prend l’âge écrit/ : /takes the age that you wrote/)
  }
})
