import type { App } from '../../shell/app.ts'
import { html, type Markup } from '../../shell/markup.ts'
import type { Page } from '../../shell/page.ts'
import { alertAddress, alertName } from '../parts/alert-text.ts'
import type { Managed } from './managed.ts'

/** What was done just before; after a yes also that what is open today is not mailed, and where to see it. */
export function notice(page: Page, app: App, managed: Managed): Markup {
  const { did } = managed
  const said = page.words.alerts.manage.did
  if (!Object.hasOwn(said, did)) return html``
  return html`
    <div class="notice" role="status">
      <p>${said[did as keyof typeof said]}</p>
      ${did === 'confirmed' && openToday(page, app, managed)}
    </div>
  `
}

const hourMs = 3_600_000

function openToday(page: Page, app: App, { alerts }: Managed): Markup {
  // Several presses may have come to here; what was confirmed long before was looked at then.
  const since = new Date(app.now().getTime() - hourMs).toISOString()
  const fresh = alerts.filter(({ confirmedAt }) => confirmedAt !== null && confirmedAt >= since)
  if (fresh.length === 0) return html``
  const today = app.today()
  return html`
    <p>${page.words.alerts.manage.openToday}</p>
    <ul>
      ${fresh.map(
        (alert) => html`
          <li>
            <a href="${alertAddress(page, alert, today)}">
              <bdi>${alertName(page, alert, today)}</bdi>
            </a>
          </li>
        `,
      )}
    </ul>
  `
}
