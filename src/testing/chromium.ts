import { existsSync, readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import { createRequire } from 'node:module'
import type { AddressInfo } from 'node:net'
import { once } from 'node:events'
import { getRequestListener } from '@hono/node-server'
import type { Hono } from 'hono'
import { chromium, type Browser, type CDPSession, type Page } from 'playwright-core'
import { keptOpen } from './kept-open.ts'

/** Where Debian puts it. */
const chromiumProgram = '/usr/bin/chromium'
/** The same without the windows that nobody sees, which are a third of its work. */
const withoutWindows = '/usr/bin/chromium-headless-shell'

/** Journeys need a browser: without one they are left out, but never where all tests must run. */
export const skipWithoutBrowser: string | false =
  existsSync(chromiumProgram) || process.env['CI'] ? false : 'Chromium is not installed'

export interface Visit {
  readonly browser: Browser
  readonly address: string
  close(): Promise<void>
}

/** A site served on this machine, and a browser to visit it with. */
export function visitSite(site: Hono): Promise<Visit> {
  return visitSiteAt('127.0.0.1', () => site)
}

/** The same in Chromium with all that is around a page: its own pages of faults, and what it keeps of a tab that was away. */
export function visitSiteInWindow(site: Hono): Promise<Visit> {
  return visitSiteAt('127.0.0.1', () => site, windows)
}

/** The same by the name `localhost`, as a passkey belongs to a name: the site is made once its address is known. */
export function visitLocalhost(siteAt: (address: string) => Hono | Promise<Hono>): Promise<Visit> {
  return visitSiteAt('localhost', siteAt)
}

async function visitSiteAt(
  host: string,
  siteAt: (address: string) => Hono | Promise<Hono>,
  pool = browsers,
): Promise<Visit> {
  const server = createServer()
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  const address = `http://${host}:${port}`
  const site = await siteAt(address)
  server.on('request', getRequestListener(site.fetch))
  const { opened: browser, giveBack } = await pool.borrow()
  const others = browser.contexts()
  return {
    browser,
    address,
    close: async () => {
      const own = browser.contexts().filter((context) => !others.includes(context))
      for (const context of own) await context.close()
      await giveBack()
      server.closeAllConnections()
      server.close()
    },
  }
}

/** One for the tests of a process: who visits has contexts of their own in it, which are closed with the visit. */
const browsers = keptOpen(launchBrowser, (browser) => browser.close())
const windows = keptOpen(
  () => launch(chromiumProgram),
  (browser) => browser.close(),
)

/** A browser that asks for nothing by itself. Throws where Chromium is not installed. */
export function launchBrowser(): Promise<Browser> {
  return launch(existsSync(withoutWindows) ? withoutWindows : chromiumProgram)
}

function launch(executablePath: string): Promise<Browser> {
  return chromium.launch({
    executablePath,
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  })
}

/** Gives a page an authenticator of Chromium's own, which says yes to whatever it is asked. */
export async function withAuthenticator(page: Page): Promise<{ cdp: CDPSession; id: string }> {
  const cdp = await page.context().newCDPSession(page)
  await cdp.send('WebAuthn.enable')
  const { authenticatorId: id } = await cdp.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  })
  return { cdp, id }
}

/** In its short form, which a browser reads in two thirds of the time. */
const axeSource = readFileSync(
  createRequire(import.meta.url).resolve('axe-core/axe.min.js'),
  'utf8',
)

/** What axe finds wrong with a page, each with where. */
export async function faultsOf(page: Page): Promise<readonly string[]> {
  await page.evaluate(axeSource)
  const found = await page.evaluate(async () => {
    const { axe } = globalThis as unknown as { axe: Axe }
    // What is not wrong is not described, which is most of the work on a long page.
    return (await axe.run({ resultTypes: ['violations'] })).violations
  })
  return found.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 160)}`))
}

interface Axe {
  run(options: { readonly resultTypes: readonly string[] }): Promise<AxeResults>
}

interface AxeResults {
  readonly violations: readonly {
    readonly id: string
    readonly nodes: readonly { readonly html: string }[]
  }[]
}
