import { html, type Markup } from '../../shell/markup.ts'
import { link, type Page } from '../../shell/page.ts'
import { errorSummary } from '../../shell/parts/error-summary.ts'
import { textField } from '../../shell/parts/field.ts'
import { layout } from '../../shell/parts/layout.ts'
import { paths } from '../../shell/paths.ts'

/** The form by which who sent puts a mistyped address right. */
export interface AddressForm {
  /** Names the form that was sent; only the browser that sent it knows. */
  readonly form: string
  readonly email: string
  /** What is wrong with the address. */
  readonly problem?: string
  /** It was put right a moment ago, as far as it could be: it is said alike whatever became of it. */
  readonly isNoted: boolean
}

/** What happens next, the same for every address; where the form is known that was sent, its address can be put right. */
export function enquirySentPage(page: Page, right?: AddressForm): Markup {
  const words = page.words.enquiry.sent
  const problem = right?.problem
  return layout(page, {
    sheets: ['connect'],
    title: words.title,
    isPrivate: true,
    main: html`
      <div class="narrow flow">
        ${problem !== undefined && errorSummary(page, [{ field: 'email', text: problem }])}
        <h1>${words.title}</h1>
        ${
          right?.isNoted === true &&
          html`
            <p class="note" data-tone="open" role="status">${words.right.noted}</p>
          `
        }
        <p class="lead">${words.lead}</p>
        <ol>
          ${words.steps.map(
            (text) => html`
              <li>${text}</li>
            `,
          )}
        </ol>
        ${right ? putRight(page, right) : wrongAddress(page)}
        <p>${words.safe}</p>
        <p>
          <a href="${link(page, paths.search(), { status: 'open' })}">${words.search}</a>
        </p>
      </div>
    `,
  })
}

function putRight(page: Page, { form, email, problem }: AddressForm): Markup {
  const words = page.words.enquiry.sent.right
  return html`
    <section class="card flow" aria-labelledby="right">
      <h2 id="right">${words.title}</h2>
      <p>${words.text}</p>
      <form
        method="post"
        action="${link(page, paths.enquirySentForm(form))}"
        class="flow"
        novalidate
      >
        ${textField({
          name: 'email',
          type: 'email',
          label: words.label,
          value: email,
          maxLength: 254,
          autocomplete: 'email',
          error: problem,
        })}
        <p class="acts">
          <button class="button button-quiet" type="submit">${words.button}</button>
        </p>
      </form>
    </section>
  `
}

function wrongAddress(page: Page): Markup {
  return html`
    <p>${page.words.enquiry.sent.right.without}</p>
  `
}
