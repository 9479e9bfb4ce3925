import type { Results } from '../../../finder/catalogue/model/query.ts'
import { html, type Markup } from '../../shell/markup.ts'
import type { Page } from '../../shell/page.ts'
import { hit } from '../../shell/parts/hit-card.ts'
import { layout } from '../../shell/parts/layout.ts'
import { spokenDate } from '../../../words/dates.ts'
import { paramsOf, withTexts } from '../../../finder/question/asked.ts'
import { searchLink } from './chosen.ts'
import { foundSentence } from './found-sentence.ts'
import type { ReadQuery } from './read-query.ts'
import { personAside } from './understood.ts'
import { misfitsOf } from './unfit.ts'

/** The whole list, up to 1,000 studies, with nothing around it: to print and take to a doctor. */
export function printPage(page: Page, read: ReadQuery, results: Results): Markup {
  const sentence = foundSentence(page, read, results)
  const { today } = read.query
  return layout(page, {
    sheets: ['find'],
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
      ${unread(page, read)}
      ${personAside(page, read, results).map(
        (text) => html`
          <p class="notice">${text}</p>
        `,
      )}
      <p>${page.words.search.printed(spokenDate(page.language, today) ?? today)}</p>
      ${
        results.total > results.hits.length &&
        html`
          <p>${page.words.search.save.upTo}</p>
        `
      }
      <h2 class="unseen">${page.words.search.list}</h2>
      <ol class="hits">
        ${results.hits.map((study) =>
          hit(page, study, {
            today,
            misfits: misfitsOf(page, study, read.person),
            person: read.soughtFor,
          }),
        )}
      </ol>
    `,
  })
}

/** What could not be read belongs on the paper too: the list may be wider than was meant. */
function unread(page: Page, { problems }: ReadQuery): Markup {
  if (problems.length === 0) return html``
  return html`
    <div class="notice">
      <p>${page.words.common.thereIsAProblem}</p>
      <ul>
        ${problems.map(
          ({ text }) => html`
            <li>${text}</li>
          `,
        )}
      </ul>
      <p>${page.words.search.problems.stillSearched}</p>
    </div>
  `
}
