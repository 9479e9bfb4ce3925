import { html, html as line } from 'hono/html'
import type { Change, FieldChange } from '../../../finder/catalogue/stored.ts'
import type { Markup } from '../../markup.ts'
import { ageLimit } from '../ages.ts'
import { dateText, spokenDate } from '../dates.ts'
import { plainText } from '../registry-text.ts'
import { fill, lookup, own, type StudyView } from '../view.ts'

/** A long text is shown as far as this; the whole stands in the JSON twin. */
const longestShown = 600

/** What changed between the versions of the record that were imported here, before and after. */
export function history(view: StudyView): Markup {
  const { words, stored } = view
  return html`
    <section class="study-history" aria-labelledby="history">
      <h2 id="history">${words.sections.history}</h2>
      <ul class="milestones">
        ${milestones(view)}
      </ul>
      ${
        stored.history.length === 0
          ? html`
              <p>${words.history.none}</p>
            `
          : html`
              <p>${words.history.intro}</p>
              ${stored.history.map((change) => changeTable(view, change))}
            `
      }
    </section>
  `
}

function milestones({ page, words, protocol, stored }: StudyView): Markup {
  const status = protocol.statusModule
  const dates = [
    [words.history.posted, status?.studyFirstPostDateStruct?.date ?? status?.studyFirstSubmitDate],
    [words.history.resultsPosted, status?.resultsFirstPostDateStruct?.date],
    [words.head.updated, status?.lastUpdatePostDateStruct?.date ?? status?.lastUpdateSubmitDate],
    [words.head.processed, stored.processed],
  ] as const
  return line`${dates.map(([label, date]) =>
    date
      ? html`
          <li>${label}: ${dateText(page, date)}</li>
        `
      : '',
  )}`
}

function changeTable(view: StudyView, change: Change): Markup {
  const { words } = view
  return html`
    <table class="changes">
      <caption>${period(view, change)}</caption>
      <thead>
        <tr>
          <th scope="col">${words.history.what}</th>
          <th scope="col">${words.history.before}</th>
          <th scope="col">${words.history.after}</th>
        </tr>
      </thead>
      <tbody>${change.fields.map((field) => changeRow(view, field))}</tbody>
    </table>
  `
}

function period({ page, words }: StudyView, { from, to, imported }: Change): Markup {
  return from && to
    ? fill(words.history.between, { from: dateText(page, from), to: dateText(page, to) })
    : fill(words.history.seen, { date: dateText(page, imported) })
}

function changeRow(view: StudyView, change: FieldChange): Markup {
  const { words } = view
  const detail = pathWords(view, change.path)
  const field = words.history.field[change.field]
  return html`
    <tr>
      <th scope="row">${field}${detail && detail !== field ? line`: ${detail}` : ''}</th>
      <td data-label="${words.history.before}">${said(view, change, change.before)}</td>
      <td data-label="${words.history.after}">${said(view, change, change.after)}</td>
    </tr>
  `
}

/** The last part of a path that we have words for: `…statusModule.startDateStruct.date` is "start". */
function pathWords({ words }: StudyView, path: string): string | undefined {
  const steps = path.split(/[.[\]]+/).reverse()
  return steps.map((step) => lookup(words.history.path, step)).find(Boolean)
}

function said(view: StudyView, change: FieldChange, value: string | undefined): Markup | string {
  const { page, words } = view
  if (value === undefined || value === '') return words.history.nothing
  const status = /status$/i.test(change.path)
    ? lookup(page.words.common.statuses, value)
    : undefined
  if (status) return status.label
  if (spokenDate(page.language, value) !== undefined) return dateText(page, value)
  if (change.path.endsWith('Age')) return ageLimit(page, value)
  const text = plainText(value)
  return own(page, text.length > longestShown ? `${text.slice(0, longestShown)}…` : text)
}
