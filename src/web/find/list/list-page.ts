import { labelOf } from '../../../finder/places/label.ts'
import { paramsOf } from '../../../finder/question/asked.ts'
import { html, type Markup } from '../../shell/markup.ts'
import { link, type Page } from '../../shell/page.ts'
import { soughtAgeText } from '../../shell/parts/ages.ts'
import { backToList } from '../../shell/parts/carried.ts'
import { listLink } from '../../shell/parts/my-list.ts'
import { layout } from '../../shell/parts/layout.ts'
import { paths } from '../../shell/paths.ts'
import type { Column } from './column.ts'
import { changeForms } from './change-forms.ts'
import { listMap } from './list-map.ts'
import { notShown } from './not-shown.ts'
import type { AskedList } from './read-list.ts'
import { sideBySide } from './side-by-side.ts'
import { listActions, sheet, takeAlong } from './take-along.ts'

/** The studies that were kept: side by side, on a map, and as one sheet to take along. */
export function listPage(page: Page, list: AskedList, columns: readonly Column[]): Markup {
  const words = page.words.list
  return layout(page, {
    sheets: ['study', 'list'],
    title: words.title(columns.length),
    description: words.description,
    head: html`
      <meta name="robots" content="noindex" />
    `,
    islands: ['place-box', 'print-button', 'copy-link', 'study-map', 'keep-on-device'],
    canonicalQuery: new URLSearchParams(listLink(page, list.ids, list.carried).split('?')[1] ?? ''),
    main: html`
      <article class="my-list">
        ${back(page, list)}
        <div class="head">
          <h1>${words.title(columns.length)}</h1>
          ${forWhom(page, list)} ${columns.length > 0 && listActions(page, list)}
        </div>
        ${notShown(page, list)}
        ${columns.length > 0 ? filled(page, list, columns) : empty(page, list)}
      </article>
    `,
  })
}

function filled(page: Page, list: AskedList, columns: readonly Column[]): Markup {
  return html`
    <div class="desk-two">
      <div class="flow">
        ${sideBySide(page, list, columns)} ${sheet(page, list)} ${changeForms(page, list)}
      </div>
      <aside class="flow" aria-label="${page.words.list.aside}">
        ${listMap(page, list, columns)} ${before(page)} ${takeAlong(page, list)}
      </aside>
    </div>
  `
}

/** The way back to the list that the studies come from. */
function back(page: Page, { carried }: AskedList): Markup | false {
  const way = backToList(page, carried)
  return (
    way !== undefined &&
    html`
      <p class="no-print">
        <a class="back" href="${way.href}">
          <span aria-hidden="true">←</span>
          ${way.text}
        </a>
      </p>
    `
  )
}

function forWhom(page: Page, { carried: { person }, place }: AskedList): Markup {
  const words = page.words.list
  const parts = [
    person.age ? soughtAgeText(page, person.age) : '',
    person.sex ? page.words.results.sex[person.sex] : '',
    place ? words.near(labelOf(place, page.language)) : '',
  ].filter((part) => part !== '')
  return html`
    <p class="lead">
      ${parts.length > 0 && words.forWhom(parts.join(', '))}
      <span class="no-print">${words.lead}</span>
    </p>
  `
}

function before(page: Page): Markup {
  const words = page.words.list.before
  return html`
    <div class="card flow no-print">
      <h2>${words.title}</h2>
      <ul>
        ${words.lines.map(
          (line) => html`
            <li>${line}</li>
          `,
        )}
      </ul>
    </div>
  `
}

function empty(page: Page, list: AskedList): Markup {
  const words = page.words.list.empty
  return html`
    <section class="card flow" aria-labelledby="how-to-keep">
      <h2 id="how-to-keep">${words.title}</h2>
      <ol>
        ${words.steps.map(
          (step) => html`
            <li>${step}</li>
          `,
        )}
      </ol>
      <p>
        <a class="button" href="${link(page, paths.search(), paramsOf(list.said.asked))}">
          ${words.search}
        </a>
      </p>
    </section>
    ${changeForms(page, list)}
  `
}
