import { Hono, type Context } from 'hono'
import { html } from 'hono/html'
import { SearchTooSlow } from '../../finder/catalogue/model/catalogue.ts'
import type { TextMatches } from '../../finder/matching/match-text.ts'
import type { App } from '../shell/app.ts'
import type { SiteArea } from '../shell/area.ts'
import type { Markup } from '../shell/markup.ts'
import { link, pageOf, type Page } from '../shell/page.ts'
import { layout } from '../shell/parts/layout.ts'
import { matchPage } from './match-page.ts'
import { matchResult } from './match-result.ts'
import { readMatch } from './read-match.ts'
import { paths } from '../shell/paths.ts'

/** One megabyte of text, and what a form puts around it. */
const longestBody = 1024 * 1024 + 4096
const shown = 20

/** `/match`: a form by GET, the result by POST. The text goes to a process of its own and is kept nowhere. */
export const matchArea: SiteArea = {
  routes: matchRoutes,
  bodyLimit: { bytes: longestBody, tooLarge: (c, app) => tooLarge(c, pageOf(c, app)) },
}

function matchRoutes(app: App): Hono {
  const site = new Hono()
  site.get(paths.match.pattern, (c) =>
    c.html(matchPage(pageOf(c, app), { problems: [], onlyOpen: true })),
  )
  site.post(paths.match.pattern, async (c) => {
    const page = pageOf(c, app)
    const read = await readMatch(c, page)
    if (read.problems.length > 0) return c.html(matchPage(page, read), 422)
    const matched = await matchedOrLate(app, read)
    if (!matched) return sorry(c, page, { ...page.words.match.slow, status: 503 })
    if (!matched.read) return c.html(matchPage(page, read, refusal(page, matched)), 422)
    return c.html(matchResult(page, matched))
  })
  return site
}

async function matchedOrLate(
  app: App,
  { text, onlyOpen }: { readonly text: string; readonly onlyOpen: boolean },
): Promise<TextMatches | undefined> {
  try {
    return await app.matcher.match({ text, onlyOpen, today: app.today(), limit: shown })
  } catch (problem) {
    if (problem instanceof SearchTooSlow) return undefined
    throw problem
  }
}

function refusal(page: Page, { problems }: TextMatches): Markup {
  return html`
    <div class="notice notice-warning" role="alert">
      <p>${page.words.match.problems.bundle.intro}</p>
      <ul lang="en">
        ${problems.map(
          ({ text }) => html`
            <li>${text}</li>
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
  const main = html`
    <div class="prose">
      <h1>${title}</h1>
      <p>${text}</p>
      <p><a href="${link(page, paths.match())}">${page.words.match.tooLarge.again}</a></p>
    </div>
  `
  return c.html(layout(page, { title, canonicalQuery: new URLSearchParams(), main }), status)
}
