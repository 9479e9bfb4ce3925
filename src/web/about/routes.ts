import { Hono } from 'hono'
import type { App } from '../shell/app.ts'
import type { SiteArea } from '../shell/area.ts'
import { html, type Markup } from '../shell/markup.ts'
import { pageOf, type Page } from '../shell/page.ts'
import { layout } from '../shell/parts/layout.ts'
import { paths } from '../shell/paths.ts'
import { whoSection } from './who.ts'

/** Who we are, where the data comes from, privacy and accessibility. */
export const aboutArea: SiteArea = {
  routes: aboutRoutes,
}

function aboutRoutes(app: App): Hono {
  const area = new Hono()
  area.get(paths.about.pattern, (c) => c.html(aboutPage(pageOf(c, app))))
  return area
}

const last = ['limits', 'accessibility', 'sources'] as const

function aboutPage(page: Page): Markup {
  const words = page.words.about
  const { what, privacy, alerts, connect, rights } = words
  const { name, mail, dataMail } = page.operator
  const ours = rights.lines(name ?? rights.thisOperator, dataMail ?? mail ?? rights.noMail)
  return layout(page, {
    title: words.title,
    description: words.description,
    canonicalQuery: new URLSearchParams(),
    main: html`
      <div class="prose">
        <h1>${words.title}</h1>
        ${section('what', what.title, what.lines)} ${whoSection(page)}
        ${section('privacy', privacy.title, privacy.lines)}
        ${section('alerts', alerts.title, alerts.lines)}
        ${section('connect', connect.title, connect.lines)} ${section('rights', rights.title, ours)}
        ${last.map((part) => section(part, words[part].title, words[part].lines))}
      </div>
    `,
  })
}

function section(id: string, title: string, lines: readonly string[]): Markup {
  return html`
    <h2 id="${id}">${title}</h2>
    <ul>
      ${lines.map(
        (line) => html`
          <li>${line}</li>
        `,
      )}
    </ul>
  `
}
