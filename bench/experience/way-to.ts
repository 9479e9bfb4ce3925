import type { Page } from 'playwright-core'

/**
 * How many screens a reader has to see until a link or button is there whole: 1 where it is on the first. Undefined where
 * it is nowhere.
 */
export async function screensTo(page: Page, selector: string): Promise<number | undefined> {
  const box = await page
    .locator(selector)
    .first()
    .boundingBox({ timeout: 2000 })
    .catch(() => null)
  const height = page.viewportSize()?.height
  if (box === null || height === undefined) return undefined
  return Math.max(1, Math.ceil((box.y + box.height) / height))
}

/** How many screens the whole page is, as it is folded when it has loaded. */
export async function screensOf(page: Page): Promise<number> {
  const height = await page.evaluate<number>('document.documentElement.scrollHeight')
  return height / (page.viewportSize()?.height ?? height)
}

const mostTabs = 150

/**
 * How many presses of Tab lead from the top of a page to what `target` selects. Where `through` selects a link, it is
 * followed with Enter when it has the focus. Undefined where 150 are not enough.
 */
export async function tabsTo(
  page: Page,
  target: string,
  through?: string,
): Promise<number | undefined> {
  for (let presses = 1; presses <= mostTabs; presses++) {
    await page.keyboard.press('Tab')
    if (await isFocused(page, target)) return presses
    if (through !== undefined && (await isFocused(page, through)))
      await page.keyboard.press('Enter')
  }
  return undefined
}

async function isFocused(page: Page, selector: string): Promise<boolean> {
  return page.evaluate<boolean>(
    `document.activeElement !== null && document.activeElement.matches(${JSON.stringify(selector)})`,
  )
}
