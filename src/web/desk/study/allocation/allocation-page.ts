import { anySite } from '../../../../study/conduct/model/allocation.ts'
import type {
  AllocationCount,
  AllocationImported,
} from '../../../../study/conduct/set-up/allocation.ts'
import { html, type Markup } from '../../../shell/markup.ts'
import { link } from '../../../shell/page.ts'
import { choiceGroup } from '../../../shell/parts/choice-group.ts'
import { textArea, textField } from '../../../shell/parts/field.ts'
import { paths } from '../../../shell/paths.ts'
import { problemAt, studyLayout, type StudyFormProblem } from '../parts/study-layout.ts'
import type { RunView } from '../parts/study-view.ts'

/** What was typed of a list. */
export interface TypedList {
  readonly list: string
  readonly isBlind: boolean
  readonly text: string
}

/** What the page of allocation shows. */
export interface AllocationShown {
  readonly counts: readonly AllocationCount[]
  readonly typed: TypedList
  /** Why nothing was imported. */
  readonly outcome?: AllocationImported
  readonly did?: string
}

/** The lists of allocation, place by place counted and never opened, and the form that imports one. */
export function allocationPage(view: RunView, shown: AllocationShown): Markup {
  const words = view.page.words.allocation
  const problems = importProblems(view, shown.outcome)
  return studyLayout(view, {
    tab: 'allocation',
    title: words.title,
    problems,
    did: shown.did,
    main: html`
      <p>${words.lead}</p>
      ${listsTable(view, shown)} ${view.lock === 'open' && importForm(view, shown, problems)}
    `,
  })
}

function listsTable({ page, run }: RunView, { counts }: AllocationShown): Markup {
  const words = page.words.allocation
  if (counts.length === 0)
    return html`
      <p>${words.noLists}</p>
    `
  const siteText = (site: string): string => {
    const known = run.sites.find((one) => one.site === site)
    if (site === anySite) return words.anySite
    return known ? `${known.number} · ${known.name}` : site
  }
  return html`
    <section class="queue-card">
      <table class="queue">
        <caption class="unseen">${words.lists}</caption>
        <thead>
          <tr>
            ${Object.values(words.columns).map(
              (column) => html`
                <th scope="col">${column}</th>
              `,
            )}
          </tr>
        </thead>
        <tbody>
          ${counts.map(
            (one) => html`
              <tr>
                <th scope="row">${one.list} (${one.isBlind ? words.blind : words.open})</th>
                <td>${siteText(one.site)}</td>
                <td>${one.stratum}</td>
                <td>${words.of(one.taken, one.places)}</td>
              </tr>
            `,
          )}
        </tbody>
      </table>
    </section>
  `
}

function importForm(
  { page, study }: RunView,
  { typed }: AllocationShown,
  problems: readonly StudyFormProblem[],
): Markup {
  const words = page.words.allocation.form
  const errorAt = problemAt(problems)
  return html`
    <section class="card flow narrow-left" aria-labelledby="import-title">
      <h2 id="import-title">${words.title}</h2>
      <form
        class="flow"
        method="post"
        enctype="multipart/form-data"
        action="${link(page, paths.studyAllocation(study))}"
        novalidate
      >
        ${textField({ name: 'list', label: words.list, hint: words.listHint, value: typed.list, maxLength: 40, error: errorAt('list') })}
        ${choiceGroup({
          name: 'blind',
          kind: 'radio',
          label: words.who,
          error: errorAt('blind'),
          choices: [
            { value: 'yes', label: words.isBlind, chosen: typed.isBlind },
            { value: 'no', label: words.isOpen, chosen: !typed.isBlind },
          ],
        })}
        <div class="field">
          <label for="file">${words.file}</label>
          <input type="file" id="file" name="file" accept=".csv,text/csv,text/plain" />
        </div>
        ${textArea({ name: 'text', label: words.text, hint: words.textHint, value: typed.text, rows: 6, error: errorAt('text') })}
        <p class="note" data-tone="doubt">${words.seen}</p>
        <p class="acts"><button class="button" type="submit">${words.button}</button></p>
      </form>
    </section>
  `
}

/** So many bad lines are named one by one. */
const mostNamed = 50

function importProblems(
  { page }: RunView,
  outcome: AllocationImported | undefined,
): readonly StudyFormProblem[] {
  const words = page.words.allocation.problems
  if (!outcome || outcome.kind === 'done' || outcome.kind === 'notYours') return []
  if (outcome.kind === 'faults') {
    const { faults } = outcome
    const left = faults.length - mostNamed
    const lines = faults
      .slice(0, mostNamed)
      .map(({ line, code }) => words.line(line, words.codes[code]))
    const all = [words.faults(faults.length), ...lines, ...(left > 0 ? [words.more(left)] : [])]
    return all.map((text) => ({ field: 'text', text }))
  }
  const field = fieldOfImport[outcome.kind]
  return [{ field, text: words[outcome.kind] }]
}

const fieldOfImport = {
  listName: 'list',
  listKnown: 'list',
  header: 'text',
  empty: 'text',
  tooMany: 'text',
  unknown: 'list',
  locked: 'list',
  dosesByArm: 'blind',
  noItem: 'blind',
} as const
