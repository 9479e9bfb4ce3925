import type { AskedStudy } from '../../../finder/registry/study-id.ts'
import { html, line, type Markup } from '../../shell/markup.ts'
import { layout } from '../../shell/parts/layout.ts'
import { link, type Page } from '../../shell/page.ts'
import { dateText } from '../../shell/parts/dates.ts'
import { fill } from '../../shell/parts/phrases.ts'
import { paths } from '../../shell/paths.ts'

/** The address holds no study number: what one looks like, and the way to the search. */
export function malformedPage(page: Page, written: string): Markup {
  const words = page.words.study.missing
  return missing(
    page,
    words.badTitle,
    html`
      <p>${fill(words.badText, { id: written.slice(0, 60) })}</p>
    `,
    [
      line`<a href="${link(page, paths.search(), { q: written.slice(0, 100), status: 'all' })}">${words.search}</a>`,
    ],
  )
}

/** A proper number that is not in the catalogue: why that may be, and where else to look. */
export function unknownPage(page: Page, asked: AskedStudy, written: string): Markup {
  const words = page.words.study.missing
  const id = 'nctId' in asked ? asked.nctId : written.trim().slice(0, 60)
  const title = words.unknownTitle.replace('{id}', () => id)
  const registry =
    'nctId' in asked ? `study/${id}` : `search?${new URLSearchParams({ term: id }).toString()}`
  const { processedTo, imported } = page.summary
  const reasons = html`
    <p>${words.unknownText}</p>
    <ul>
      <li>${fill(words.notYet, { date: dateText(page, processedTo ?? imported) })}</li>
      <li>${words.withdrawn}</li>
      <li>${words.typo}</li>
    </ul>
  `
  return missing(page, title, reasons, [
    line`<a href="${link(page, paths.search(), { status: 'open' })}">${words.search}</a>`,
    line`<a href="https://clinicaltrials.gov/${registry}" rel="noopener noreferrer nofollow"> ${words.registry} </a>`,
  ])
}

function missing(page: Page, title: string, text: Markup, ways: readonly Markup[]): Markup {
  return layout(page, {
    sheets: ['study'],
    title,
    head: html`
      <meta name="robots" content="noindex" />
    `,
    main: html`
      <h1>${title}</h1>
      ${text}
      <ul>
        ${ways.map(
          (way) => html`
            <li>${way}</li>
          `,
        )}
      </ul>
    `,
  })
}
