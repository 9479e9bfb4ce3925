import { Hono } from 'hono'
import type { App } from '../shell/app.ts'
import type { SiteArea } from '../shell/area.ts'
import { html, type Markup } from '../shell/markup.ts'
import { pageOf, type Page } from '../shell/page.ts'
import { layout } from '../shell/parts/layout.ts'
import { paths } from '../shell/paths.ts'
import { type Sample, samplesFor } from './samples.ts'

/** How programs use the site: calls to copy, limits, and what differs from the registry. */
export const developersArea: SiteArea = {
  routes: developersRoutes,
}

function developersRoutes(app: App): Hono {
  const area = new Hono()
  area.get(paths.developers.pattern, (c) => c.html(developersPage(pageOf(c, app), app.baseUrl)))
  return area
}

const parts = ['search', 'pages', 'table', 'change', 'fhir', 'match', 'subscribe', 'feeds'] as const
const last = ['rules', 'differences'] as const

function developersPage(page: Page, baseUrl: string): Markup {
  const words = page.words.developers
  const samples = samplesFor(baseUrl)
  return layout(page, {
    title: words.title,
    description: words.description,
    canonicalQuery: new URLSearchParams(),
    sheets: ['developers'],
    main: html`
      <div class="prose">
        <h1>${words.title}</h1>
        <p>${words.lead}</p>
        <nav aria-label="${words.contents}">
          <ul>
            ${[...parts, ...last].map(
              (part) => html`
                <li><a href="#${part}">${words[part].title}</a></li>
              `,
            )}
          </ul>
        </nav>
        ${parts.map((part) => section(page, part, baseUrl, samples[part]))}
        ${last.map((part) => section(page, part, baseUrl, []))}
        <p>${words.source}</p>
      </div>
    `,
  })
}

function section(
  { words }: Page,
  part: (typeof parts)[number] | (typeof last)[number],
  baseUrl: string,
  samples: readonly Sample[],
): Markup {
  const { title, lines } = words.developers[part]
  return html`
    <h2 id="${part}">${title}</h2>
    <ul>
      ${lines(`${baseUrl}/api/v2`, `${baseUrl}/fhir`).map(
        (line) => html`
          <li>${line}</li>
        `,
      )}
    </ul>
    ${samples.map(({ language, code }) => sample(language, code))}
  `
}

/** A long line is scrolled in its own box, which the keyboard reaches. */
function sample(language: string, code: string): Markup {
  return html`
    <p class="sample-language">${language}</p>
    <pre class="sample" lang="en" tabindex="0"><code>${code}</code></pre>
  `
}
