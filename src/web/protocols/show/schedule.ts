import { visitTarget } from '../../../study/in-words/readings.ts'
import { titlesOf } from '../../../study/in-words/telling.ts'
import { durationText } from '../../../study/in-words/values.ts'
import type { PlannedVisit } from '../../../study/protocol/document/schedule.ts'
import { html, line, type Markup } from '../../shell/markup.ts'
import { nodeCard, nodeId, statusMark, wording } from '../parts/node-card.ts'
import type { VersionView } from '../parts/version-view.ts'
import { timelines } from './timeline.ts'

/** The visits: a picture, a table that says the same, and each with the source's own words. */
export function scheduleSection(view: VersionView): Markup {
  const words = view.page.words.protocol
  const { visits } = view.protocol
  return html`
    <section id="schedule" aria-labelledby="schedule-title">
      <h2 id="schedule-title">${words.sections.schedule}</h2>
      ${
        visits.length === 0 &&
        html`
          <p>${words.schedule.none}</p>
        `
      }
      ${timelines(view)} ${visits.length > 0 && table(view)}
      ${visits.map((visit) => nodeCard(view, { kind: 'visit', node: visit }, { level: 3 }))}
    </section>
  `
}

function table(view: VersionView): Markup {
  const { columns, table: caption } = view.page.words.protocol.schedule
  return html`
    <table class="stacked">
      <caption>${caption}</caption>
      <thead>
        <tr>
          ${Object.values(columns).map(
            (column) => html`
              <th scope="col">${column}</th>
            `,
          )}
        </tr>
      </thead>
      <tbody>${view.protocol.visits.map((visit) => row(view, visit))}</tbody>
    </table>
  `
}

function row(view: VersionView, visit: PlannedVisit): Markup {
  const { columns } = view.page.words.protocol.schedule
  const { telling } = view
  return html`
    <tr>
      <th scope="row">
        ${line`<a href="#${nodeId(visit)}">${wording(view, visit.title)}</a>`}
        ${statusMark(view, visit.status)}
      </th>
      <td data-label="${columns.when}">${visitTarget(telling, visit)}</td>
      <td data-label="${columns.window}">${windowText(view, visit)}</td>
      <td data-label="${columns.record}">${titlesOf(telling, visit.items) || '–'}</td>
    </tr>
  `
}

function windowText({ page, telling }: VersionView, { window }: PlannedVisit): string {
  const words = page.words.protocol.schedule
  if (!window) return words.noWindow
  return words.window(durationText(telling, window.early), durationText(telling, window.late))
}
