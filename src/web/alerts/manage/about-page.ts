import { html, type Markup } from '../../shell/markup.ts'
import { link, type Page } from '../../shell/page.ts'
import { errorSummary } from '../../shell/parts/error-summary.ts'
import { textField } from '../../shell/parts/field.ts'
import { layout } from '../../shell/parts/layout.ts'
import type { TermsProblem } from '../terms/read-terms.ts'
import { errorAt } from '../terms/terms-fields.ts'
import { paths } from '../../shell/paths.ts'

/** `/alerts`: what alerts are, how to ask for one, and the way back to one's own. */
export function alertsPage(
  page: Page,
  lost: { readonly email: string; readonly problems: readonly TermsProblem[] } = noProblems,
): Markup {
  const words = page.words.alerts.about
  return layout(page, {
    sheets: ['alerts'],
    title: words.title,
    description: words.lead,
    canonicalQuery: new URLSearchParams(),
    isPrivate: lost.problems.length > 0,
    main: html`
      <div class="alerts">
        ${errorSummary(page, lost.problems)}
        <h1>${words.title}</h1>
        <p class="lead">${words.lead}</p>
        ${how(page)} ${make(page)} ${lostForm(page, lost)}
      </div>
    `,
  })
}

const noProblems = { email: '', problems: [] }

function how(page: Page): Markup {
  const words = page.words.alerts.about
  return html`
    <section aria-labelledby="how-title">
      <h2 id="how-title">${words.how}</h2>
      <ol>
        ${words.steps.map(
          (step) => html`
            <li>${step}</li>
          `,
        )}
      </ol>
      <p><a href="${link(page, paths.about())}#alerts">${page.words.alerts.form.privacy}</a></p>
    </section>
  `
}

function make(page: Page): Markup {
  const words = page.words.alerts.about
  return html`
    <section aria-labelledby="make-title">
      <h2 id="make-title">${words.make}</h2>
      <p>${words.makeText}</p>
      <p class="button-row">
        <a class="button" href="${link(page, paths.alertsNew())}">${words.makeLink}</a>
        <a class="button button-quiet" href="${link(page, paths.search(), { status: 'open' })}">
          ${words.search}
        </a>
        <a class="button button-quiet" href="${link(page, paths.categories())}">${words.browse}</a>
      </p>
      <p class="small">${words.feeds}</p>
    </section>
  `
}

function lostForm(
  page: Page,
  { email, problems }: { readonly email: string; readonly problems: readonly TermsProblem[] },
): Markup {
  const words = page.words.alerts.about
  return html`
    <section aria-labelledby="lost-title">
      <h2 id="lost-title">${words.lost}</h2>
      <p>${words.lostText}</p>
      <form method="post" action="${link(page, paths.alertsLost())}" novalidate>
        ${textField({
          name: 'email',
          type: 'email',
          label: page.words.alerts.form.email,
          value: email,
          maxLength: 254,
          autocomplete: 'email',
          error: errorAt(problems, 'email'),
        })}
        <button class="button" type="submit">${words.lostButton}</button>
      </form>
    </section>
  `
}
