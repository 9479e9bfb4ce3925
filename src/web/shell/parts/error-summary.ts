import { html, type Markup } from '../markup.ts'
import type { Page } from '../page.ts'

/** Everything that is wrong, above the page, each line leading to its field. It takes the focus. */
export function errorSummary(
  page: Page,
  problems: readonly { readonly field: string; readonly text: string }[],
  note?: string,
): Markup {
  if (problems.length === 0) return html``
  return html`
    <div
      class="error-summary"
      role="alert"
      aria-labelledby="error-summary-title"
      tabindex="-1"
      autofocus
    >
      <h2 id="error-summary-title">${page.words.common.thereIsAProblem}</h2>
      <ul>
        ${problems.map(
          ({ field, text }) => html`
            <li><a href="#${field}">${text}</a></li>
          `,
        )}
      </ul>
      ${
        note &&
        html`
          <p>${note}</p>
        `
      }
    </div>
  `
}
