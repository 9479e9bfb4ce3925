import type { Browser } from 'playwright-core'

/** Bytes over the wire of a first visit, with all that the page loads by itself: styles, face, scripts. */
export async function weightOf(browser: Browser, address: string): Promise<number> {
  const context = await browser.newContext({ viewport: { width: 360, height: 800 } })
  const page = await context.newPage()
  const wire = await context.newCDPSession(page)
  let bytes = 0
  await wire.send('Network.enable')
  wire.on('Network.loadingFinished', ({ encodedDataLength }) => (bytes += encodedDataLength))
  await page.goto(address, { waitUntil: 'networkidle' })
  await context.close()
  return bytes
}
