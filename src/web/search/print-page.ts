import { html } from 'hono/html'
import type { Results } from '../../finder/catalogue/query.ts'
import type { Markup } from '../markup.ts'
import type { Page } from '../page.ts'
import { hit } from '../parts/hit.ts'
import { layout } from '../parts/layout.ts'
import { spokenDate } from '../study/dates.ts'
import { paramsOf, withTexts } from './asked.ts'
import { searchLink } from './chosen.ts'
import { foundSentence } from './found-sentence.ts'
import type { ReadQuery } from './read-query.ts'

/** The whole list, up to 1,000 studies, with nothing around it: to print and take to a doctor. */
export function printPage(page: Page, read: ReadQuery, results: Results): Markup {
  const sentence = foundSentence(page, read, results)
  const { today } = read.query
  return layout(page, {
    title: sentence,
    canonicalQuery: paramsOf(read.applied),
    head: html`
      <meta name="robots" content="noindex" />
    `,
    islands: ['print-button'],
    printable: true,
    main: html`
      <p class="no-print">
        <a href="${searchLink(page, withTexts(read.applied, {}))}">${page.words.search.back}</a>
      </p>
      <h1>${sentence}</h1>
      <p>${page.words.search.printed(spokenDate(page.language, today) ?? today)}</p>
      <h2 class="unseen">${page.words.search.list}</h2>
      <ol class="hits">
        ${results.hits.map((study) => hit(page, study, today))}
      </ol>
    `,
  })
}
