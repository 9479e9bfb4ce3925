import assert from 'node:assert/strict'
import { test } from 'node:test'
import { enums } from '../../../finder/registry/enums.ts'
import { wordsOf } from '../../../words/words.ts'
import type { Page } from '../page.ts'
import { statusTag } from './status-tag.ts'

const pages = (['en', 'fr'] as const).map((language) => {
  const page: Pick<Page, 'words'> = { words: wordsOf(language) }
  return page as Page
})

test('a claim that is in doubt is never drawn as open, whatever the status is', async () => {
  for (const page of pages)
    for (const status of enums.Status) {
      const drawn = await drawing(page, status, true)
      assert.doesNotMatch(drawn, /data-tone="(?:open|soon)"/, status)
    }
  const [english] = pages
  assert.ok(english)
  const drawn = await drawing(english, 'RECRUITING', true)
  assert.match(drawn, /data-tone="doubt"/)
  assert.match(drawn, /Says it is looking for people/)
})

test('each look has a shape of its own, so that nobody needs the colour', async () => {
  const [english] = pages
  assert.ok(english)
  const all =
    'RECRUITING NOT_YET_RECRUITING ENROLLING_BY_INVITATION SUSPENDED COMPLETED TERMINATED UNKNOWN'
  const drawn = all.split(' ').map((status) => drawing(english, status))
  drawn.push(drawing(english, 'RECRUITING', true))
  const shapes = (await Promise.all(drawn)).map((text) => / d="([^"]+)"/.exec(text)?.[1])
  assert.equal(new Set(shapes).size, drawn.length)
})

test('a status that nobody told us of is shown as it came', async () => {
  const [english] = pages
  assert.ok(english)
  assert.match(await drawing(english, 'BRAND_NEW'), /data-tone="unsure".*BRAND_NEW/s)
})

async function drawing(...inputs: Parameters<typeof statusTag>): Promise<string> {
  return String(await statusTag(...inputs))
}
