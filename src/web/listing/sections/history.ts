import { firstPosted, lastUpdated } from '../../../finder/registry/study-days.ts'
import type { Change, FieldChange } from '../../../finder/catalogue/model/stored.ts'
import { html, line, type Markup } from '../../shell/markup.ts'
import { dateText } from '../../shell/parts/dates.ts'
import { fill, listed, lookup, own } from '../../shell/parts/phrases.ts'
import type { StudyView } from '../parts/view.ts'
import { spoken } from './history-values.ts'

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
    [words.history.posted, firstPosted(stored.study)],
    [words.history.resultsPosted, status?.resultsFirstPostDateStruct?.date],
    [words.head.updated, lastUpdated(stored.study)],
    [words.head.processed, stored.processed],
  ] as const
  return line`${dates.map(([label, date]) =>
    date
      ? html`
          <li>${label}${page.words.common.colon} ${dateText(page, date)}</li>
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
  const { before, after } = words.history
  const values = [said(view, change, change.before), said(view, change, change.after)] as const
  return html`
    <tr>
      <th scope="row">${named(view, change)}</th>
      ${
        isLong(change)
          ? html`
              <td colspan="2">
                <details>
                  <summary>${words.history.see}</summary>
                  <dl>
                    <dt>${before}</dt>
                    <dd>${values[0]}</dd>
                    <dt>${after}</dt>
                    <dd>${values[1]}</dd>
                  </dl>
                </details>
              </td>
            `
          : html`
              <td data-label="${before}">${values[0]}</td>
              <td data-label="${after}">${values[1]}</td>
            `
      }
    </tr>
  `
}

/** What changed, and at which sites when it is theirs. */
function named(view: StudyView, { field, path, of }: FieldChange): Markup {
  const { page, words } = view
  const [kind, detail] = [words.history.field[field], pathWords(view, path)]
  const sites = of?.map((name) => own(page, name)) ?? []
  const what = line`${kind}${detail && detail !== kind ? line`${page.words.common.colon} ${detail}` : ''}`
  return sites.length === 0 ? what : line`${what} (${listed(page, sites, 3)})`
}

/** The last part of a path that we have words for: `…statusModule.startDateStruct.date` is "start". */
function pathWords({ words }: StudyView, path: string): string | undefined {
  const steps = path.split(/[.[\]]+/).reverse()
  return steps.map((step) => lookup(words.history.path, step)).find(Boolean)
}

/** More than a reader takes in at a glance stays closed until asked for. */
function isLong({ before = '', after = '' }: FieldChange): boolean {
  const longest = Math.max(before.length, after.length)
  return longest > 160 || before.includes('\n') || after.includes('\n')
}

function said(view: StudyView, change: FieldChange, value: string | undefined): Markup | string {
  if (isHidden(change)) return view.page.words.listing.more.contactsHidden
  if (value === undefined || value === '') return view.words.history.nothing
  return spoken(view, change.path, value)
}

/** Contacts of versions are told of, not shown: the registry may have taken them back. */
function isHidden({ field, before, after }: FieldChange): boolean {
  return field === 'contacts' && before === undefined && after === undefined
}
