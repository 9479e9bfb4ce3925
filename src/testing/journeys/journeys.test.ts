import assert from 'node:assert/strict'
import { mkdtempSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { readConfig } from '../../app/config/config.ts'
import { faultsOf, launchBrowser, skipWithoutBrowser } from '../chromium.ts'
import { exampleData } from '../example-catalogue.ts'
import { sized } from '../sized.ts'
import { openLog } from '../../app/log.ts'
import { openRecords } from '../../people/records/open-records.ts'
import type { Records } from '../../people/records/model/records.ts'
import type { RunningServer } from '../../app/listener.ts'
import { serve } from '../../app/server.ts'
import { openService, type OpenService } from '../../app/service.ts'

/**
 * What people do, in a real browser against the real server and the studies that ship. Where there is no
 * Chromium these are skipped, except where CI says that there must be one.
 */
const skip = skipWithoutBrowser

let browser: Browser
let service: OpenService
let server: RunningServer
let records: Records
let base = ''
const lines: string[] = []

before(async () => {
  if (skip) return
  const { folder } = await exampleData()
  const config = readConfig({
    DATA_DIR: folder,
    PORT: '0',
    SEARCH_PROCESSES: '1',
    SEARCH_TIMEOUT_MS: '10000',
  })
  const log = openLog({ level: 'info', stream: { write: (line) => lines.push(line) } })
  const privateFolder = mkdtempSync(join(tmpdir(), 'trialway-journeys-'))
  records = await openRecords({ dataDir: privateFolder })
  const now = () => new Date('2026-11-23T12:00:00Z')
  service = await openService(config, records, log, now)
  server = await serve(service, { port: 0, host: '127.0.0.1' })
  base = `http://127.0.0.1:${server.port}`
  browser = await launchBrowser()
})
after(async () => {
  if (skip) return
  await browser.close()
  await server.close(1000)
  await service.close()
  await records.close()
})

const desktop: BrowserContextOptions = { viewport: { width: 1280, height: 900 } }
const phone: BrowserContextOptions = { viewport: { width: 360, height: 780 }, hasTouch: true }

/** Opens a page; whatever it asks of another host, stores or complains about fails the test. */
async function visit(
  path: string,
  options: BrowserContextOptions,
  use: (page: Page) => Promise<void>,
): Promise<void> {
  const context = await browser.newContext(options)
  const page = await context.newPage()
  const troubles: string[] = []
  page.on('request', (request) => {
    if (!request.url().startsWith(base)) troubles.push(`asked of another host: ${request.url()}`)
  })
  page.on('console', (message) => {
    if (message.type() === 'error') troubles.push(message.text())
  })
  page.on('pageerror', (error) => troubles.push(String(error)))
  await page.goto(base + path)
  await use(page)
  const cookies = await context.cookies()
  assert.deepEqual(cookies, [])
  if (options.javaScriptEnabled !== false)
    assert.equal(await page.evaluate('localStorage.length + sessionStorage.length'), 0)
  await context.close()
  assert.deepEqual(troubles, [])
}

test(
  'a parent finds the study by a misspelt disease and a drug, and reads it',
  { skip },
  async () => {
    await visit('/', desktop, async (page) => {
      await page.getByLabel('What is it about?').fill('kawaski anakinra')
      await page.getByRole('button', { name: 'Search', exact: true }).click()
      await page.getByRole('heading', { level: 1, name: /kawasaki/i }).waitFor()
      await page.getByRole('link', { name: /^All/ }).click()
      await page.getByRole('link', { name: 'Kawasaki disease: anakinra' }).first().click()
      await page.getByRole('heading', { level: 1, name: /Kawasaki disease: anakinra/ }).waitFor()
      assert.match(await page.getByRole('main').innerText(), /Le Kremlin-Bicêtre/)
    })
  },
)

test(
  'a parent in France finds it on a phone, in French, near home, and opens what is folded',
  { skip },
  async () => {
    await visit('/fr', { ...phone, locale: 'fr-FR' }, async (page) => {
      await page.getByLabel(/De quoi s’agit-il/).fill('vascularite')
      await page.getByLabel(/Près de/).fill('Paris')
      await page.keyboard.press('Enter')
      await page.getByRole('link', { name: /^Toutes/ }).click()
      await page
        .getByRole('link', { name: /^Maladie de Kawasaki.* anakinra/ })
        .first()
        .click()
      await page.getByRole('heading', { level: 1 }).waitFor()
      assert.equal(await page.locator('html').getAttribute('lang'), 'fr')
      assert.ok(await page.locator('#sites').isVisible())
      const team = page.locator('details', { hasText: 'Équipe et contact' }).last()
      await team.locator('summary').click()
      assert.equal(await team.getAttribute('open'), '')
    })
  },
)

test('everything works with JavaScript off', { skip }, async () => {
  await visit('/', { ...phone, javaScriptEnabled: false }, async (page) => {
    await page.getByLabel('What is it about?').fill('kawasaki')
    await page.getByLabel('Age').fill('2 years')
    await page.getByRole('button', { name: 'Search', exact: true }).click()
    await page.getByRole('link', { name: /^All/ }).click()
    await page.getByRole('link', { name: 'Kawasaki disease: anakinra' }).first().click()
    await page.locator('#eligibility').waitFor()
    await page.goto(`${base}/categories`)
    await page
      .getByRole('link', { name: /Heart and Blood/ })
      .first()
      .click()
    await page.getByRole('heading', { level: 1 }).waitFor()
  })
})

test(
  'suggestions are offered while typing and can be taken with the keyboard alone',
  { skip },
  async () => {
    await visit('/', desktop, async (page) => {
      const box = page.getByLabel('What is it about?')
      await box.focus()
      await page.keyboard.type('kawa', { delay: 30 })
      await page.getByRole('option').first().waitFor()
      await page.keyboard.press('s')
      await page.keyboard.press('ArrowDown')
      // Longer than what was typed last would take to be asked: the list that is chosen from stays.
      await page.waitForTimeout(600)
      await page.keyboard.press('Enter')
      assert.match(await box.inputValue(), /kawasaki/i)
    })
  },
)

const pages = [
  '/',
  '/search?q=kawasaki',
  '/search?q=asthma&near=paris&within=50km&age=8mo',
  '/search?q=zzzqqx',
  '/search?age=nonsense',
  '/studies/NCT02390596',
  '/studies/NCT02390596?near=lyon',
  '/studies/NCT99999999',
  '/list?ids=NCT02390596,NCT02179853',
  '/categories',
  '/categories/heart-and-vessels',
  '/about',
  '/help/search',
]

/** Usually half of the pages in either language, in a long run all in both. */
function isLookedAt(at: number, prefix: string): boolean {
  return (at + prefix.length) % sized(2, 1) === 0
}

/** A narrow page, light in English and dark in French: one for all addresses, because opening one takes long. */
const narrow = new Map<string, Promise<Page>>()

function narrowPage(prefix: string): Promise<Page> {
  const opened =
    narrow.get(prefix) ??
    browser.newPage({
      viewport: { width: 320, height: 700 },
      colorScheme: prefix ? 'dark' : 'light',
      bypassCSP: true,
    })
  narrow.set(prefix, opened)
  return opened
}

for (const prefix of ['', '/fr'])
  for (const path of pages.filter((_, at) => isLookedAt(at, prefix)))
    test(
      `${prefix}${path}: no fault that axe can find, and no sideways scroll at 320 px`,
      { skip },
      async () => {
        const page = await narrowPage(prefix)
        await page.goto(
          base + (prefix ? `${prefix}${path === '/' ? '' : path}` : path === '/' ? '/en' : path),
        )
        const wide = Number(
          await page.evaluate('document.documentElement.scrollWidth - innerWidth'),
        )
        assert.ok(wide <= 0, `${wide} px too wide`)
        assert.deepEqual(await faultsOf(page), [])
      },
    )

test('the first study prints whole on three pages, in either language', { skip }, async () => {
  for (const path of ['/studies/NCT02390596', '/fr/studies/NCT02390596']) {
    const page = await browser.newPage()
    await page.goto(base + path)
    const file = join(mkdtempSync(join(tmpdir(), 'trialway-print-')), 'study.pdf')
    await page.pdf({ path: file, format: 'A4' })
    const count = readFileSync(file, 'latin1').match(/\/Type\s*\/Page\b/g)?.length
    await page.close()
    assert.ok(count !== undefined && count <= 3, `${path}: ${count} pages`)
  }
})

test('nothing that was typed on any of these journeys is in the log', { skip }, () => {
  assert.ok(lines.length > 0)
  const text = lines.join('')
  for (const typed of ['kawa', 'anakinra', 'vascularite', 'Paris', 'NCT02390596', '127.0.0.1'])
    assert.ok(!text.includes(typed), typed)
})
