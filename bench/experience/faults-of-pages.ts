import type { Browser } from 'playwright-core'
import { assertValid } from '../../src/testing/valid-html.ts'
import { faultsOf } from '../../src/testing/chromium.ts'

/** As people see pages: the last is a window of 1280 by 1024 at 400 %. */
const windows = [
  { width: 360, height: 800 },
  { width: 768, height: 1024 },
  { width: 1280, height: 800 },
  { width: 320, height: 256 },
] as const

/** What axe, html-validate and a ruler find wrong with pages, in both schemes of colour and at each width. */
export async function faultsOfPages(
  browser: Browser,
  addresses: readonly string[],
): Promise<readonly string[]> {
  const faults: string[] = []
  for (const colorScheme of ['light', 'dark'] as const)
    for (const viewport of windows) {
      const context = await browser.newContext({ viewport, colorScheme })
      const page = await context.newPage()
      for (const address of addresses) {
        const reply = await page.goto(address)
        const where = `${new URL(address).pathname} ${viewport.width} ${colorScheme}`
        if (reply === null || reply.status() >= 400) faults.push(`${where}: ${reply?.status()}`)
        for (const fault of await faultsOf(page)) faults.push(`${where}: ${fault}`)
        if (!(await page.evaluate<boolean>('document.documentElement.scrollWidth <= innerWidth')))
          faults.push(`${where}: wider than its window`)
        if (reply !== null)
          await assertValid(await reply.text(), where).catch((error: unknown) =>
            faults.push(String(error)),
          )
      }
      await context.close()
    }
  return faults
}
