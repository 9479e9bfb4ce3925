import type { Browser, Page } from 'playwright-core'
import { request } from '../server.ts'
import { checkSizeOf } from './check-size.ts'
import { faultsOfPages } from './faults-of-pages.ts'
import type { Figure } from './figure.ts'
import { openFirst } from './open-first.ts'
import { ownWords } from './own-words.ts'
import { type SeenWords, seenWords } from './seen-words.ts'
import { screensOf, screensTo, tabsTo } from './way-to.ts'
import { weightOf } from './weights.ts'

export interface Plan {
  readonly browser: Browser
  readonly origin: string
}

type Say = (line: string) => void

const phone = { width: 360, height: 800 } as const
/** One that looks for people, and one that is finished: the registry took the contacts of that one back. */
const first = [
  { nctId: 'NCT05501886', isOpen: true },
  { nctId: 'NCT02390596', isOpen: false },
] as const
const search = '/search?q=breast+cancer&near=Chicago&age=52&sex=female&status=open'
const frenchSearch = '/fr/search?q=maladie+de+kawasaki&near=94270&age=8+mois&status=open'

/** All figures of the report, in its order. */
export async function figuresOf(plan: Plan, say: Say): Promise<readonly Figure[]> {
  const figures: Figure[] = []
  for (const measure of [openStudies, waysToAct, french, ownWords, check, tabs, weights, faults]) {
    figures.push(...(await measure(plan)))
    say(`${measure.name}: done`)
  }
  return figures
}

async function openStudies({ origin }: Plan): Promise<readonly Figure[]> {
  const { searches, withEnough, mean } = await openFirst(origin)
  return [
    {
      what: `open, sure studies in the first five of ${searches} searches in both languages (${withEnough} have that many)`,
      value: mean.toFixed(2),
      must: '≥ 4.5',
      isReached: mean >= 4.5,
    },
  ]
}

async function waysToAct(plan: Plan): Promise<readonly Figure[]> {
  const figures: Figure[] = []
  for (const language of ['', '/fr'])
    for (const { nctId, isOpen } of first)
      await onPhone(plan, `${language}/studies/${nctId}`, async (page) => {
        const check = await screensTo(page, `main a[href*="/${nctId}/check"]`)
        const contact = await screensTo(page, 'main a:text-matches("contact|écri", "i")')
        const screens = await screensOf(page)
        figures.push(
          {
            what: `phone screens to the check / contact, ${nctId}${language}`,
            value: `${check ?? 'none'} / ${contact ?? 'none'}`,
            must: isOpen ? '1 / 1' : '1 / none',
            isReached: check === 1 && contact === (isOpen ? 1 : undefined),
          },
          {
            what: `phone screens of the page, folded, ${nctId}${language}`,
            value: screens.toFixed(1),
            must: '≤ 6',
            isReached: screens <= 6,
          },
        )
      })
  return figures
}

/** Studies of the list that a search for everything gives, so that none is chosen. */
async function someStudies({ origin }: Plan, count: number): Promise<readonly string[]> {
  const reply = await request(`${origin}/search.json?size=100&sort=updated`)
  const { hits } = JSON.parse(reply.body.toString()) as { hits: readonly { nctId: string }[] }
  const step = Math.max(1, Math.floor(hits.length / count))
  return hits.flatMap(({ nctId }, at) => (at % step === 0 ? [nctId] : [])).slice(0, count)
}

async function french(plan: Plan): Promise<readonly Figure[]> {
  const studies = await someStudies(plan, 20)
  const folded: SeenWords[] = []
  const unfolded: SeenWords[] = []
  for (const nctId of studies)
    await onPhone(plan, `/fr/studies/${nctId}`, async (page) => {
      folded.push(await seenWords(page))
      unfolded.push(await seenWords(page, true))
    })
  const unmarked = folded.flatMap((each) => each.unmarked)
  const share = englishShare(folded)
  return [
    {
      what: 'words of 20 French study pages that are English, as loaded; unfolded',
      value: `${percent(share)}; ${percent(englishShare(unfolded))}`,
      must: '≤ 15 %',
      isReached: share <= 0.15,
    },
    {
      what: 'English words that no mark says are English, on those pages',
      value: `${unmarked.length}${unmarked.length > 0 ? ` (${[...new Set(unmarked)].slice(0, 8).join(', ')})` : ''}`,
      must: '0',
      isReached: unmarked.length === 0,
    },
  ]
}

function englishShare(pages: readonly SeenWords[]): number {
  const english = pages.reduce((sum, page) => sum + page.english + page.unmarked.length, 0)
  const all = pages.reduce((sum, page) => sum + page.english + page.own, 0)
  return english / Math.max(1, all)
}

async function check(plan: Plan): Promise<readonly Figure[]> {
  const figures: Figure[] = []
  for (const language of ['', '/fr'])
    await onPhone(plan, `${language}/studies/NCT02390596/check?age=8mo&sex=male`, async (page) => {
      const { words, inputs, parts } = await checkSizeOf(page)
      figures.push({
        what: `words and inputs of the check of NCT02390596, all ${parts} parts, a boy of 8 months${language}`,
        value: `${words}; ${inputs}`,
        must: '≤ 350; ≤ 14',
        isReached: words <= 350 && inputs <= 14,
      })
    })
  return figures
}

async function tabs(plan: Plan): Promise<readonly Figure[]> {
  const figures: Figure[] = []
  const title = '.hits h3 a, .hits h2 a'
  for (const [what, through, must] of [
    ['with the second skip link', 'a[href="#hits"]', 4],
    ['without', undefined, 15],
  ] as const)
    await onPhone(plan, search, async (page) => {
      const presses = await tabsTo(page, title, through)
      figures.push({
        what: `presses of Tab to the first result, ${what}`,
        value: String(presses ?? 'more than 150'),
        must: `≤ ${must}`,
        isReached: presses !== undefined && presses <= must,
      })
    })
  return figures
}

async function weights({ browser, origin }: Plan): Promise<readonly Figure[]> {
  const figures: Figure[] = []
  for (const [what, path, most] of [
    ['home', '/en', 30],
    ['results', search, 38],
    ['a study', '/studies/NCT05501886', 45],
  ] as const) {
    const kilobytes = (await weightOf(browser, origin + path)) / 1000
    figures.push({
      what: `weight of ${what}, compressed, face included`,
      value: `${kilobytes.toFixed(1)} kB`,
      must: `≤ ${most} kB`,
      isReached: kilobytes <= most,
    })
  }
  return figures
}

const kinds = [
  '/en',
  search,
  '/search?q=qqqqxzz&status=open',
  '/studies/NCT05501886',
  '/studies/NCT02390596',
  '/studies/NCT02390596/check',
  '/categories',
  '/categories/cancers',
  '/list?ids=NCT05501886,NCT02390596',
  '/list',
  '/studies/NCT05501886/sites',
  '/studies/NCT05501886/history',
  '/studies/NCT05501886/similar',
  '/guides',
  '/guides/costs-and-placebo',
  '/match',
  '/alerts',
  '/alerts/new?q=asthma',
  '/about',
  '/help/search',
  '/protocols',
  '/protocols/NCT02390596',
]

async function faults({ browser, origin }: Plan): Promise<readonly Figure[]> {
  const both = [
    ...kinds.map((path) => origin + path),
    ...kinds.map((path) => origin + inFrench(path)),
  ]
  const found = await faultsOfPages(browser, [...both, origin + frenchSearch])
  for (const fault of found) console.error(fault)
  return [
    {
      what: `faults that axe, html-validate and a ruler find on ${both.length + 1} pages, at 360, 768 and 1280 pixels and at 400 %, light and dark`,
      value: String(found.length),
      must: '0',
      isReached: found.length === 0,
    },
  ]
}

function inFrench(path: string): string {
  return path === '/en' ? '/fr' : `/fr${path}`
}

function percent(share: number): string {
  return `${(share * 100).toFixed(1)} %`
}

async function onPhone(
  { browser, origin }: Plan,
  path: string,
  look: (page: Page) => Promise<void>,
): Promise<void> {
  const context = await browser.newContext({ viewport: phone })
  try {
    const page = await context.newPage()
    await page.goto(origin + path, { waitUntil: 'networkidle' })
    await look(page)
  } finally {
    await context.close()
  }
}
