import { html, type Markup } from '../markup.ts'
import { link, type Page } from '../page.ts'
import { paths } from '../paths.ts'

/** A box for a town or postcode; where JavaScript runs it suggests places and can fill in the reader's own. */
export function placeBox(
  page: Page,
  label: string,
  value: string,
  hint: string,
  error?: string,
): Markup {
  const words = page.words.search.suggestions
  return html`
    <place-box
      suggest="${link(page, paths.suggest(), { for: 'place' })}"
      my-place="${words.myPlace}"
      used="${words.myPlaceUsed}"
      refused="${words.myPlaceRefused}"
    >
      <div class="field">
        <label for="near">${label}</label>
        <p class="field-hint" id="near-hint">${hint}</p>
        ${
          error &&
          html`
            <p class="field-error" id="near-error">${error}</p>
          `
        }
        <input
          type="text"
          id="near"
          name="near"
          value="${value}"
          maxlength="100"
          autocomplete="off"
          aria-describedby="${error ? 'near-hint near-error' : 'near-hint'}"
          ${
            error &&
            html`
              aria-invalid="true"
            `
          }
        />
      </div>
    </place-box>
  `
}
