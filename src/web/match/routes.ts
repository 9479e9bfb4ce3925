import { Hono, type Context } from 'hono'
import { CatalogueBusy, SearchTooSlow } from '../../finder/catalogue/model/catalogue.ts'
import type { TextMatches } from '../../finder/matching/match-text.ts'
import { WaitingRoom } from '../../door/waiting-room.ts'
import { hitsOfMatches } from '../../finder/matching/match-hits.ts'
import type { FormMatches } from '../../finder/matching/open-matcher.ts'
import { readPlace } from '../../finder/question/read-place.ts'
import { mostSentBytes } from '../../finder/matching/read-sent.ts'
import type { App } from '../shell/app.ts'
import type { SiteArea } from '../shell/area.ts'
import { html, type Markup } from '../shell/markup.ts'
import { link, pageOf, type Page } from '../shell/page.ts'
import { sorryPage } from '../shell/parts/sorry-page.ts'
import { recordProblemText } from '../../words/record-problems.ts'
import { matchPage } from './match-page.ts'
import { matchResult, type ShownMatches } from './match-result.ts'
import { paths } from '../shell/paths.ts'
import { readBody } from '../shell/read-body.ts'
import { faultPage } from '../shell/site/faults.ts'

const mostShown = 20
/** As much of a place as comes along in the address of the form. */
const mostPlaceLetters = 100

/**
 * `/match`: a form by GET, the result by POST. What is sent is read in a process of its own and kept nowhere; the
 * server only hands it on.
 */
export const matchArea: SiteArea = {
  routes: matchRoutes,
  bodyLimit: { bytes: mostSentBytes, tooLarge: (c, app) => tooLarge(c, pageOf(c, app)) },
}

function matchRoutes(app: App): Hono {
  const site = new Hono()
  const room = new WaitingRoom()
  site.get(paths.match.pattern, (c) =>
    c.html(
      matchPage(pageOf(c, app), {
        problems: [],
        onlyOpen: true,
        near: (c.req.query('near') ?? '').slice(0, mostPlaceLetters),
      }),
    ),
  )
  site.post(paths.match.pattern, async (c) => {
    const page = pageOf(c, app)
    const leave = room.enter(Number(c.req.header('content-length') ?? Infinity))
    if (!leave) return faultPage(c, app, 'busy')
    try {
      const found = await foundOrLate(app, c)
      return found
        ? await answered(c, page, found)
        : sorry(c, page, { ...page.words.match.slow, status: 503 })
    } finally {
      leave()
    }
  })
  return site
}

/** What was found for a form, and the place that was given with it. */
interface Answer extends FormMatches {
  readonly shown?: ShownMatches
}

async function foundOrLate(app: App, c: Context): Promise<Answer | undefined> {
  const form = { body: await readBody(c), contentType: c.req.header('content-type') ?? '' }
  try {
    const today = app.today()
    const found = await app.matcher.matchForm({ form, today, limit: mostShown })
    return found.matched
      ? { ...found, shown: await shownOf(app, found, today, pageOf(c, app).language) }
      : found
  } catch (problem) {
    if (problem instanceof SearchTooSlow || problem instanceof CatalogueBusy) return undefined
    throw problem
  }
}

/** The place is looked up here: the processes that read notes open no database. */
async function shownOf(
  app: App,
  { matched, near }: FormMatches,
  today: string,
  language: 'en' | 'fr',
): Promise<ShownMatches> {
  const { places } = app
  const place = near === '' ? undefined : readPlace(near, { places, language, withAreas: true })
  const area = place?.kind === 'wide' ? place.place.area : undefined
  const hits = await hitsOfMatches(matched?.matches ?? [], app.catalogue, {
    today,
    ...(place?.kind === 'found' && { near: { lat: place.place.lat, lon: place.place.lon } }),
    ...(area !== undefined && { area }),
  })
  return { hits, today, ...(place && { place: { typed: near, ...place } }) }
}

function answered(
  c: Context,
  page: Page,
  { refused, matched, onlyOpen, near, shown }: Answer,
): Response | Promise<Response> {
  if (refused?.code === 'tooLong') return tooLarge(c, page)
  if (refused) {
    const problem = { field: refused.field, text: page.words.match.problems[refused.code] }
    return c.html(matchPage(page, { problems: [problem], onlyOpen, near }), 422)
  }
  if (!matched?.read || !shown)
    return c.html(matchPage(page, { problems: [], onlyOpen, near }, whyNot(page, matched)), 422)
  return c.html(matchResult(page, matched, shown))
}

function whyNot(page: Page, matched: TextMatches | undefined): Markup {
  return html`
    <div class="notice notice-warning" role="alert">
      <p>${page.words.match.problems.bundle.intro}</p>
      <ul>
        ${matched?.problems.map(
          (problem) => html`
            <li>${recordProblemText(page.language, problem)}</li>
          `,
        )}
      </ul>
    </div>
  `
}

function tooLarge(c: Context, page: Page): Response | Promise<Response> {
  return sorry(c, page, { ...page.words.match.tooLarge, status: 413 })
}

function sorry(
  c: Context,
  page: Page,
  { title, text, status }: { title: string; text: string; status: 413 | 503 },
): Response | Promise<Response> {
  if (status === 503) c.header('Retry-After', '5')
  const { again } = page.words.match.tooLarge
  return c.html(sorryPage(page, { title, text, again, href: link(page, paths.match()) }), status)
}
