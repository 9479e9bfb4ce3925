import type { Alert } from '../../../people/alerts/model/alert.ts'
import { describeSearch } from '../../../people/alerts/model/describe.ts'
import type { App } from '../../shell/app.ts'
import { html, type Markup } from '../../shell/markup.ts'
import { link, type Page } from '../../shell/page.ts'
import { errorSummary } from '../../shell/parts/error-summary.ts'
import { layout } from '../../shell/parts/layout.ts'
import { own } from '../../shell/parts/phrases.ts'
import { alertName } from '../parts/alert-text.ts'
import { registryTitle } from '../terms/read-what.ts'
import type { TermsProblem } from '../terms/read-terms.ts'
import type { TypedTerms } from '../terms/typed-terms.ts'
import { termsFields } from '../terms/terms-fields.ts'
import { paths } from '../../shell/paths.ts'

/** One alert to change: everything but what it looks for. */
export function changePage(
  page: Page,
  app: App,
  { alert, sent, typed, problems }: ChangeForm,
): Markup {
  const words = page.words.alerts.change
  return layout(page, {
    sheets: ['alerts'],
    title: words.title,
    isPrivate: true,
    islands: ['place-box'],
    main: html`
      <div class="alerts">
        ${errorSummary(page, problems)}
        <h1>${words.title}</h1>
        <p>
          ${words.what}
          <strong>${what(page, app, alert)}</strong>
        </p>
        <p class="small">${words.whatHint}</p>
        <form method="post" action="${link(page, paths.alert(sent, alert.id))}" novalidate>
          ${termsFields(page, {
            typed,
            problems,
            about: alert.search.study === undefined ? 'search' : 'study',
          })}
          <p class="button-row">
            <button class="button" type="submit">${words.button}</button>
            <a href="${link(page, paths.alertsOf(sent))}">${words.back}</a>
          </p>
        </form>
      </div>
    `,
  })
}

/** The form of one alert as it is to be shown. */
export interface ChangeForm {
  readonly alert: Alert
  /** The link as it was sent. */
  readonly sent: string
  readonly typed: TypedTerms
  readonly problems: readonly TermsProblem[]
}

function what(page: Page, { catalogue }: App, alert: Alert): Markup | string {
  const { search } = alert
  if (search.study === undefined) return describeSearch(alert, page.language, page.vocabulary)
  return own(page, registryTitle(catalogue, search.study))
}

/** Asked once more before an alert is deleted; the question is a page, so it needs no script. */
export function deletionPage(
  page: Page,
  app: App,
  { alert, sent }: Pick<ChangeForm, 'alert' | 'sent'>,
): Markup {
  const words = page.words.alerts.deletion
  return layout(page, {
    sheets: ['alerts'],
    title: words.title,
    isPrivate: true,
    main: html`
      <div class="prose">
        <h1>${words.title}</h1>
        <p><strong>${alertName(page, alert, app.today())}</strong></p>
        <p>${words.text}</p>
        <form method="post" action="${link(page, paths.alertDeletion(sent, alert.id))}">
          <p class="button-row">
            <button class="button" type="submit">${words.button}</button>
            <a href="${link(page, paths.alertsOf(sent))}">${words.back}</a>
          </p>
        </form>
      </div>
    `,
  })
}
