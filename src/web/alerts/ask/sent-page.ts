import { html, type Markup } from '../../shell/markup.ts'
import { link, type Page } from '../../shell/page.ts'
import { layout } from '../../shell/parts/layout.ts'
import { paths } from '../../shell/paths.ts'

/** What happens next, the same for every address. */
export function sentPage(page: Page, of: 'sent' | 'sentLink'): Markup {
  const words = page.words.alerts[of]
  return layout(page, {
    sheets: ['alerts'],
    title: words.title,
    isPrivate: true,
    main: html`
      <div class="prose">
        <h1>${words.title}</h1>
        <p class="lead">${words.lead}</p>
        <ul>
          ${words.steps.map(
            (line) => html`
              <li>${line}</li>
            `,
          )}
        </ul>
        <p>
          <a href="${link(page, of === 'sent' ? paths.alertsNew() : paths.alerts())}">
            ${words.again}
          </a>
        </p>
        <p>
          <a href="${link(page, paths.search(), { status: 'open' })}">
            ${page.words.alerts.sent.search}
          </a>
        </p>
      </div>
    `,
  })
}
