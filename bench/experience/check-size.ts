import type { Page } from 'playwright-core'
import { seenWords } from './seen-words.ts'

/** How much a self-check asks of a person, all its parts together. */
interface CheckSize {
  readonly words: number
  /** Fields by name: a question with three tiles is one. */
  readonly inputs: number
  readonly parts: number
}

const mostParts = 12

/** Walks through the parts of a self-check without an answer, from its page of questions to the last button. */
export async function checkSizeOf(page: Page): Promise<CheckSize> {
  let words = 0
  const names = new Set<string>()
  for (let parts = 1; parts <= mostParts; parts++) {
    const seen = await seenWords(page)
    words += seen.own + seen.english + seen.names
    for (const name of await page.evaluate<string[]>(visibleNames)) names.add(name)
    const onward = page.locator('main button[name="step"]:visible').first()
    if ((await onward.count()) === 0) return { words, inputs: names.size, parts }
    await onward.click()
    await page.waitForLoadState('networkidle')
  }
  throw new Error(`The self-check has more than ${mostParts} parts`)
}

const visibleNames = `[...document.querySelectorAll('main input, main select, main textarea')]
  .filter((field) => field.type !== 'hidden' && field.closest('label, fieldset, div').checkVisibility())
  .map((field) => field.name)`
