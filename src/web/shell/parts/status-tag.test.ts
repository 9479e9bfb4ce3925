import assert from 'node:assert/strict'
import { test } from 'node:test'
import { enums } from '../../../finder/registry/enums.ts'
import { wordsOf } from '../../../words/words.ts'
import type { Page } from '../page.ts'
import { stateTag, statusTag, toneOf } from './status-tag.ts'

const today = '2026-08-07'
const pages = (['en', 'fr'] as const).map((language) => {
  const page: Pick<Page, 'words'> = { words: wordsOf(language) }
  return page as Page
})

test('what nobody confirmed for two years is never drawn as open, whatever the status is', async () => {
  for (const page of pages)
    for (const overallStatus of enums.Status) {
      const study = { overallStatus, statusVerifiedDate: '2019-04' }
      const drawn = String(await statusTag(page, study, today))
      assert.doesNotMatch(drawn, /data-tone="(?:open|soon)"/, overallStatus)
    }
})

test('a doubtful claim is said as a claim, in both languages', async () => {
  const said = pages.map(async (page) =>
    statusTag(page, { overallStatus: 'RECRUITING', statusVerifiedDate: '2019-04' }, today),
  )
  const [english, french] = (await Promise.all(said)).map(String)
  assert.match(english ?? '', /data-tone="doubt".*Says it is looking for people/s)
  assert.match(french ?? '', /Dit chercher des participants/)
})

test('what was confirmed lately is open, by word and colour', async () => {
  for (const page of pages) {
    const study = { overallStatus: 'RECRUITING', statusVerifiedDate: '2026-06' }
    const drawn = String(await statusTag(page, study, today))
    assert.match(drawn, /data-tone="open"/)
    assert.ok(drawn.includes(page.words.common.statuses.RECRUITING.label))
  }
})

test('states that differ for who wants to join differ in shape, so that nobody needs the colour', async () => {
  const states = [
    'open',
    'soon',
    'doubt',
    'invitation',
    'paused',
    'full',
    'stopped',
    'unknown',
  ] as const
  const drawn = await Promise.all(states.map(async (state) => stateTag(state, 'x')))
  const shapes = drawn.map((text) => / d="([^"]+)"/.exec(String(text))?.[1])
  assert.equal(new Set(shapes).size, states.length)
  assert.equal(toneOf('doubt'), 'doubt')
})

test('a status that nobody told us of is shown as it came', async () => {
  for (const page of pages) {
    const drawn = String(await statusTag(page, { overallStatus: 'BRAND_NEW' }, today))
    assert.match(drawn, /data-tone="unsure".*BRAND_NEW/s)
  }
})
