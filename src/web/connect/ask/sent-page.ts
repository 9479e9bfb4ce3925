import { html, type Markup } from '../../shell/markup.ts'
import { link, type Page } from '../../shell/page.ts'
import { layout } from '../../shell/parts/layout.ts'
import { paths } from '../../shell/paths.ts'

/** What happens next, the same for every address. */
export function enquirySentPage(page: Page): Markup {
  const words = page.words.enquiry.sent
  return layout(page, {
    sheets: ['connect'],
    title: words.title,
    isPrivate: true,
    main: html`
      <div class="narrow flow">
        <h1>${words.title}</h1>
        <p class="lead">${words.lead}</p>
        <ol>
          ${words.steps.map(
            (text) => html`
              <li>${text}</li>
            `,
          )}
        </ol>
        <p>${words.safe}</p>
        <p>
          <a href="${link(page, paths.search(), { status: 'open' })}">${words.search}</a>
        </p>
      </div>
    `,
  })
}
