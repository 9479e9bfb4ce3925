import type { RequestByLink } from '../../../people/alerts/confirm.ts'
import type { App } from '../../shell/app.ts'
import { html, type Markup } from '../../shell/markup.ts'
import { link, type Page } from '../../shell/page.ts'
import { oneChoice } from '../../shell/parts/choice-group.ts'
import { errorSummary } from '../../shell/parts/error-summary.ts'
import { layout } from '../../shell/parts/layout.ts'
import { helpNowOf } from '../../find/search/danger.ts'
import { alertReading } from '../parts/alert-reading.ts'
import { alertFacts, alertName, masked } from '../parts/alert-text.ts'
import { subjectChoice } from '../parts/letter-choices.ts'
import { messagePage } from '../../shell/parts/message-page.ts'
import type { TermsProblem } from '../terms/read-terms.ts'
import { paths } from '../../shell/paths.ts'

type Open = Extract<RequestByLink, { kind: 'open' }>

/** What was filled in before, when something was wrong with it. */
interface Filled {
  readonly problems: readonly TermsProblem[]
  readonly namesTopic: boolean
}

/** What was asked for, each to be ticked, and the one button that starts it. */
export async function confirmPage(
  page: Page,
  app: App,
  request: Open,
  { problems, namesTopic }: Filled = { problems: [], namesTopic: false },
): Promise<Markup> {
  const words = page.words.alerts.confirm
  const { person, alerts } = request
  const readings = await Promise.all(alerts.map(({ search }) => alertReading(page, app, search)))
  return layout(page, {
    sheets: ['alerts'],
    title: words.title,
    isPrivate: true,
    main: html`
      <div class="alerts">
        ${errorSummary(page, problems)} ${more(page)}
        ${helpNowOf(page, alerts.map(({ search }) => search.q ?? '').join('. '))}
        <h1>${words.title}</h1>
        <p class="lead">${words.lead(masked(person.address()))}</p>
        <form method="post" action="${link(page, page.path)}">
          <input type="hidden" name="shown" value="${alerts.map(({ id }) => id).join(' ')}" />
          ${choices(page, app, request, { readings, isTicked: problems.length === 0 })}
          ${!person.namesTopic && subjectChoice(page, namesTopic)}
          <p class="button-row"><button class="button" type="submit">${words.button}</button></p>
        </form>
        <p>${words.notYou}</p>
        <p class="small">${words.changeLater}</p>
      </div>
    `,
  })
}

/** The page again after a press, for what was asked for while it lay open. */
function more(page: Page): Markup {
  if (new URLSearchParams(page.query).get('did') !== 'confirmed') return html``
  return html`
    <p class="notice" role="status">${page.words.alerts.confirm.more}</p>
  `
}

function choices(
  page: Page,
  app: App,
  { alerts }: Open,
  { readings, isTicked }: { readonly readings: readonly Markup[]; readonly isTicked: boolean },
): Markup {
  const words = page.words.alerts.confirm
  return html`
    <fieldset class="choice-group" aria-describedby="alert-hint">
      <legend>${words.choose}</legend>
      <p class="field-hint" id="alert-hint">${words.chooseHint}</p>
      <ul class="alert-list">
        ${alerts.map((alert, at) => {
          const id = at === 0 ? 'alert' : `alert-${at}`
          const label = alertName(page, alert, app.today())
          return html`
            <li class="alert-item">
              ${oneChoice('alert', 'checkbox', { value: alert.id, label, chosen: isTicked }, id)}
              ${readings[at]} ${alertFacts(page, alert, app)}
            </li>
          `
        })}
      </ul>
    </fieldset>
  `
}

/** The link was used, ran out, or what it asked about is gone. */
export function closedRequestPage(page: Page, kind: 'done' | 'expired' | 'empty'): Markup {
  const words = page.words.alerts.confirm
  const again = { path: paths.alertsNew(), text: words.again }
  const toAlerts = { path: paths.alerts(), text: words.toAlerts }
  if (kind === 'done')
    return messagePage(page, { title: words.done, text: words.doneText, ways: [toAlerts] })
  const text = kind === 'expired' ? words.expiredText : words.empty
  return messagePage(page, { title: words.expired, text, ways: [again, toAlerts] })
}
