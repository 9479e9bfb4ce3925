import { existsSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import { once } from 'node:events'
import { createAdaptorServer } from '@hono/node-server'
import axe from 'axe-core'
import type { Hono } from 'hono'
import { chromium, type Browser, type Page } from 'playwright-core'

/** Where Debian puts it. */
export const chromiumProgram = '/usr/bin/chromium'

/** Journeys need a browser: without one they are left out, but never where all tests must run. */
export const skipWithoutBrowser: string | false =
  existsSync(chromiumProgram) || process.env['CI'] ? false : 'Chromium is not installed'

export interface Visit {
  readonly browser: Browser
  readonly address: string
  close(): Promise<void>
}

/** A site served on this machine, and a browser to visit it with. */
export async function visitSite(site: Hono): Promise<Visit> {
  const server = createAdaptorServer({ fetch: site.fetch })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  const browser = await chromium.launch({ executablePath: chromiumProgram, args: ['--no-sandbox'] })
  return {
    browser,
    address: `http://127.0.0.1:${port}`,
    close: async () => {
      await browser.close()
      server.close()
    },
  }
}

/** What axe finds wrong with a page, each with where. */
export async function faultsOf(page: Page): Promise<readonly string[]> {
  await page.evaluate(axe.source)
  const found = await page.evaluate(async () => {
    const { axe } = globalThis as unknown as { axe: { run(): Promise<AxeResults> } }
    return (await axe.run()).violations
  })
  return found.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 160)}`))
}

interface AxeResults {
  readonly violations: readonly {
    readonly id: string
    readonly nodes: readonly { readonly html: string }[]
  }[]
}
