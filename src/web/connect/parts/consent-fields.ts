import { html, type Markup } from '../../shell/markup.ts'
import type { Page } from '../../shell/page.ts'
import { agreedLines, type Receiver, toldLines } from './consent.ts'

/** The box to agree, as it stands. */
interface ConsentBox {
  readonly receiver: Receiver
  readonly isTicked: boolean
  readonly error: string | undefined
}

/** The box to agree, with all that is agreed to by it, and all that the law wants to be told. */
export function consentFields(page: Page, box: ConsentBox): Markup {
  const [agree = '', ...conditions] = agreedLines(page, box.receiver)
  return html`
    <div class="field">
      ${
        box.error &&
        html`
          <p class="wrong" id="consent-error">${box.error}</p>
        `
      }
      ${consentTick(agree, box)}
      <ul class="small" id="consent-more">
        ${items(conditions)}
      </ul>
    </div>
    <details class="more">
      <summary>${page.words.connect.consent.more}</summary>
      <ul class="small">
        ${items(toldLines(page, box.receiver))}
      </ul>
    </details>
  `
}

function consentTick(agree: string, { isTicked, error }: ConsentBox): Markup {
  return html`
    <label class="choice">
      <input
        type="checkbox"
        id="consent"
        name="consent"
        value="yes"
        aria-describedby="${error ? 'consent-more consent-error' : 'consent-more'}"
        ${
          isTicked &&
          html`
            checked
          `
        }
      />
      <span>${agree}</span>
    </label>
  `
}

function items(lines: readonly string[]): readonly Markup[] {
  return lines.map(
    (text) => html`
      <li>${text}</li>
    `,
  )
}
