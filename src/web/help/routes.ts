import { Hono } from 'hono'
import type { App } from '../shell/app.ts'
import type { SiteArea } from '../shell/area.ts'
import { html, type Markup } from '../shell/markup.ts'
import { link, pageOf, type Page } from '../shell/page.ts'
import { layout } from '../shell/parts/layout.ts'
import { paths } from '../shell/paths.ts'

/** How search works, in plain words and to the letter. */
export const helpArea: SiteArea = {
  routes: helpRoutes,
}

function helpRoutes(app: App): Hono {
  const area = new Hono()
  area.get(paths.help.pattern, (c) => c.html(searchHelp(pageOf(c, app))))
  return area
}

function searchHelp(page: Page): Markup {
  const words = page.words.help
  return layout(page, {
    title: words.title,
    description: words.description,
    canonicalQuery: new URLSearchParams(),
    main: html`
      <div class="prose">
        <h1>${words.title}</h1>
        <h2>${words.plain.title}</h2>
        ${list(words.plain.lines)}
        <h2 id="exact">${words.exact.title}</h2>
        <p>${words.exact.lead}</p>
        ${table(words.exact.title, [words.exact.sign, words.exact.does], words.exact.rows)}
        <p>${words.exact.note}</p>
        <h2 id="searched">${words.searched.title}</h2>
        <p>${words.searched.lead}</p>
        ${list(Object.values(words.searched.fields))}
        <p>${words.searched.last}</p>
        ${list(Object.values(words.searched.longTexts))}
        <h2 id="address">${words.address.title}</h2>
        <p>${words.address.lead}</p>
        ${table(words.address.title, [words.address.name, words.address.meaning], words.address.rows)}
        <h2 id="protocols">${words.protocols.title}</h2>
        ${list(words.protocols.lines)}
        <p><a href="${link(page, paths.protocols())}">${page.words.protocol.link}</a></p>
        <h2 id="lists">${words.lists.title}</h2>
        ${list(words.lists.lines)}
      </div>
    `,
  })
}

function list(lines: readonly string[]): Markup {
  return html`
    <ul>
      ${lines.map(
        (line) => html`
          <li>${line}</li>
        `,
      )}
    </ul>
  `
}

function table(
  caption: string,
  headings: readonly string[],
  rows: readonly (readonly string[])[],
): Markup {
  return html`
    <table>
      <caption class="unseen">${caption}</caption>
      <thead>
        <tr>
          ${headings.map(
            (heading) => html`
              <th scope="col">${heading}</th>
            `,
          )}
        </tr>
      </thead>
      <tbody>
        ${rows.map(
          ([code = '', meaning = '']) => html`
            <tr>
              <td><code>${code}</code></td>
              <td>${meaning}</td>
            </tr>
          `,
        )}
      </tbody>
    </table>
  `
}
