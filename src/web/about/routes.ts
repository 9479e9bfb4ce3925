import { Hono } from 'hono'
import { html } from 'hono/html'
import type { App } from '../shell/app.ts'
import type { SiteArea } from '../shell/area.ts'
import type { Markup } from '../shell/markup.ts'
import { pageOf, type Page } from '../shell/page.ts'
import { layout } from '../shell/parts/layout.ts'
import { paths } from '../shell/paths.ts'

/** Who we are, where the data comes from, privacy and accessibility. */
export const aboutArea: SiteArea = {
  routes: aboutRoutes,
}

function aboutRoutes(app: App): Hono {
  const area = new Hono()
  area.get(paths.about.pattern, (c) => c.html(aboutPage(pageOf(c, app))))
  return area
}

const sections = ['what', 'privacy', 'alerts', 'limits', 'accessibility', 'sources'] as const

function aboutPage(page: Page): Markup {
  const words = page.words.about
  return layout(page, {
    title: words.title,
    description: words.description,
    canonicalQuery: new URLSearchParams(),
    main: html`
      <div class="prose">
        <h1>${words.title}</h1>
        ${sections.map(
          (name) => html`
            <h2 id="${name}">${words[name].title}</h2>
            <ul>
              ${words[name].lines.map(
                (line) => html`
                  <li>${line}</li>
                `,
              )}
            </ul>
          `,
        )}
      </div>
    `,
  })
}
