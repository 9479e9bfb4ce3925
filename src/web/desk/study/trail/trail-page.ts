import { html, type Markup } from '../../../shell/markup.ts'
import { link, type Page } from '../../../shell/page.ts'
import { hiddenField, selectField } from '../../../shell/parts/field.ts'
import { lookup } from '../../../shell/parts/phrases.ts'
import { pagination } from '../../../shell/parts/pagination.ts'
import { paths } from '../../../shell/paths.ts'
import type { TrailRow } from '../../../trail/trail-rows.ts'
import { studyLayout } from '../parts/study-layout.ts'
import type { RunView } from '../parts/study-view.ts'

/** Lines of the trail about a study. */
export interface StudyTrailShown {
  readonly rows: readonly TrailRow[]
  readonly count: number
  readonly at: number
  readonly of: number
  /** The id of the participant whose lines are shown; empty for all. */
  readonly participant: string
  /** Whose lines may be read, by their numbers. */
  readonly participants: readonly { readonly id: string; readonly number: string }[]
}

/** Who did what in a study, the newest first: of the study itself and of each participant. */
export function studyTrailPageOf(view: RunView, shown: StudyTrailShown): Markup {
  const { page, study } = view
  const words = page.words.runStudy.trail
  const { count, none } = page.words.trail
  return studyLayout(view, {
    tab: 'trail',
    main: html`
      <p>${words.lead}</p>
      ${filterForm(view, shown)}
      ${
        shown.rows.length === 0
          ? html`
              <p>${none}</p>
            `
          : html`
              <p>${count(shown.count.toLocaleString(page.language))}</p>
              <form method="post" action="${link(page, paths.studyTrail(study))}">
                ${hiddenField('of', shown.participant)}
                <button class="button button-quiet" type="submit">${words.take}</button>
              </form>
              ${table(view, shown)}
              ${pagination(page, {
                at: shown.at,
                of: shown.of,
                addressOf: (number) =>
                  link(page, paths.studyTrail(study), { of: shown.participant, page: number }),
              })}
            `
      }
    `,
  })
}

function filterForm(
  { page, study }: RunView,
  { participant, participants }: StudyTrailShown,
): Markup {
  const words = page.words.runStudy.trail
  return html`
    <form class="acts" method="get" action="${link(page, paths.studyTrail(study))}">
      ${selectField({
        name: 'of',
        label: words.of,
        value: participant,
        choices: [
          { value: '', label: words.all },
          ...participants.map(({ id, number }) => ({ value: id, label: number })),
        ],
      })}
      <button class="button button-quiet" type="submit">${words.show}</button>
    </form>
  `
}

const shownColumns = [
  'seq',
  'at',
  'who',
  'role',
  'action',
  'subject',
  'before',
  'after',
  'more',
  'text',
] as const

function table({ page }: RunView, { rows, participants }: StudyTrailShown): Markup {
  const words = page.words.trail
  const numbers = new Map(participants.map(({ id, number }) => [`participant/${id}`, number]))
  return html`
    <section class="scroll-x study-table" tabindex="0" aria-label="${words.caption}">
      <table>
        <caption class="unseen">${words.caption}</caption>
        <thead>
          <tr>
            ${shownColumns.map(
              (name) => html`
                <th scope="col">${words.columns[name]}</th>
              `,
            )}
          </tr>
        </thead>
        <tbody>
          ${rows.map((row) => {
            const [, ...rest] = shownColumns
            return html`
              <tr>
                <th scope="row">${row.seq}</th>
                ${rest.map(
                  (name) => html`
                    <td>${cell(page, row, name, numbers)}</td>
                  `,
                )}
              </tr>
            `
          })}
        </tbody>
      </table>
    </section>
  `
}

/** A code in words of the reader where it has some, and the code beside it: files and other tools have that alone. */
function cell(
  { words }: Page,
  row: TrailRow,
  name: (typeof shownColumns)[number],
  numbers: ReadonlyMap<string, string>,
): string | Markup {
  if (name === 'subject') return numbers.get(row.subject) ?? row.subject
  if (name === 'role') return lookup(words.account.roles, row.role) ?? row.role
  if (name !== 'action') return row[name]
  const { acts } = words.runStudy.trail
  const said = lookup({ ...words.record.history.acts, ...acts }, row.action)
  return html`
    ${said}
    <span class="small soft" lang="en">${row.action}</span>
  `
}
