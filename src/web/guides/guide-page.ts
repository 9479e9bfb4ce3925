import { html, type Markup } from '../shell/markup.ts'
import { link, type Page } from '../shell/page.ts'
import { guideCards, guides, type Guide } from './guide-list.ts'
import { layout } from '../shell/parts/layout.ts'
import { paths } from '../shell/paths.ts'

/** All guides, with what each is about. */
export function guidesPage(page: Page): Markup {
  const words = page.words.guides
  return layout(page, {
    sheets: ['study'],
    title: words.title,
    description: words.description,
    canonicalQuery: new URLSearchParams(),
    main: html`
      <div class="flow">
        <h1>${words.title}</h1>
        <p class="lead">${words.lead}</p>
        <ul class="three plain">
          ${guideCards(page, guides)}
        </ul>
      </div>
    `,
  })
}

/** One guide, short enough for one sheet of paper. */
export function guidePage(page: Page, guide: Guide): Markup {
  const words = page.words.guides
  const { title, short, parts } = words.guides[guide.name]
  const others = guides.filter((other) => other !== guide)
  return layout(page, {
    sheets: ['study'],
    title,
    description: short,
    canonicalQuery: new URLSearchParams(),
    islands: ['print-button'],
    printable: true,
    main: html`
      <article class="guide flow">
        <p class="back no-print"><a href="${link(page, paths.guides())}">${words.all}</a></p>
        <h1>${title}</h1>
        ${parts.map((part) => partOf(part, guide.isList))}
        <p class="note">${guide.isList ? words.print : words.rules}</p>
        <section class="no-print" aria-labelledby="more">
          <h2 id="more">${words.more}</h2>
          <ul class="three plain">
            ${guideCards(page, others)}
          </ul>
        </section>
      </article>
    `,
  })
}

function partOf(
  part: { readonly title: string; readonly lines: readonly string[] },
  isList: boolean,
) {
  return html`
    <h2>${part.title}</h2>
    ${
      isList
        ? html`
            <ul class="asks-list">
              ${part.lines.map(
                (line) => html`
                  <li>${line}</li>
                `,
              )}
            </ul>
          `
        : part.lines.map(
            (line) => html`
              <p>${line}</p>
            `,
          )
    }
  `
}
