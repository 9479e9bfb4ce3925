import { actions } from '../../../people/audit/actions.ts'
import type { TrailFilter } from '../../../people/audit/trail.ts'
import type { AuditVerdict } from '../../../people/audit/verify.ts'
import { html, type Markup } from '../../shell/markup.ts'
import { link, type Page } from '../../shell/page.ts'
import { selectField, textField } from '../../shell/parts/field.ts'
import { layout } from '../../shell/parts/layout.ts'
import { pagination } from '../../shell/parts/pagination.ts'
import { paths } from '../../shell/paths.ts'
import type { TrailRow } from '../../trail/trail-rows.ts'

/** What an auditor reads at once. */
export interface TrailView {
  readonly filter: TrailFilter
  readonly isCut: boolean
  readonly rows: readonly TrailRow[]
  readonly count: number
  readonly at: number
  readonly of: number
  /** Undefined where the trail is long and nobody asked to check it. */
  readonly verdict: AuditVerdict | undefined
  readonly mostInCsv: number
}

/** The trail, the newest lines first, and whether it is as it was written. */
export function trailPageOf(page: Page, view: TrailView): Markup {
  const words = page.words.trail
  return layout(page, {
    sheets: ['desk', 'find'],
    title: words.title,
    isPrivate: true,
    printable: true,
    islands: ['print-button'],
    main: html`
      <h1>${words.title}</h1>
      <p class="lead">${words.lead}</p>
      ${state(page, view)} ${filters(page, view)} ${lines(page, view)}
    `,
  })
}

function state(page: Page, { verdict, filter }: TrailView): Markup {
  const words = page.words.trail
  const number = (value: number): string => value.toLocaleString(page.language)
  if (!verdict)
    return html`
      <p>
        ${words.unchecked}
        <a href="${link(page, paths.trail(), { ...filter, check: 'yes' })}">${words.check}</a>
      </p>
    `
  if (verdict.isWhole)
    return html`
      <p class="notice">${words.whole(number(verdict.events), number(verdict.anchored))}</p>
      <p class="small">${words.verify}</p>
    `
  return html`
    <div class="notice" role="alert">
      <p><b>${words.broken(number(verdict.seq), number(verdict.from))}</b></p>
      <p>
        ${words.brokenWhat}
        <span lang="en">${verdict.problem}</span>
      </p>
    </div>
  `
}

function filters(page: Page, { filter, isCut }: TrailView): Markup {
  const words = page.words.trail
  const names = Object.keys(actions).toSorted()
  return html`
    <form class="trail-filter" action="${link(page, paths.trail())}">
      ${
        isCut &&
        html`
          <p class="notice" role="status">${words.badFilter}</p>
        `
      }
      ${selectField({
        name: 'action',
        label: words.action,
        value: filter.action ?? '',
        choices: [
          { value: '', label: words.anyAction },
          ...names.map((value) => ({ value, label: value })),
        ],
      })}
      ${textField({ name: 'account', label: words.account, hint: words.accountHint, value: filter.account ?? '' })}
      ${textField({ name: 'subject', label: words.subject, hint: words.subjectHint, value: filter.subject ?? '' })}
      ${textField({ name: 'day', label: words.day, hint: words.dayHint, value: filter.day ?? '' })}
      <p class="button-row">
        <button class="button" type="submit">${words.button}</button>
        <a href="${link(page, paths.trail())}">${words.all}</a>
      </p>
    </form>
  `
}

function lines(page: Page, view: TrailView): Markup {
  const words = page.words.trail
  if (view.rows.length === 0)
    return html`
      <p>${words.none}</p>
    `
  const { csvMost } = words
  const most = view.mostInCsv.toLocaleString(page.language)
  return html`
    <p>
      ${words.count(view.count.toLocaleString(page.language))} ·
      <a href="${link(page, paths.trailCsv(), { ...view.filter })}">${words.csv}</a>
      ${view.count > view.mostInCsv && csvMost(most)}
    </p>
    <section class="wide" tabindex="0" aria-labelledby="trail-caption">
      <table class="trail-table">
        <caption id="trail-caption">${words.caption}</caption>
        <thead>
          <tr>
            ${shownColumns.map(
              (name) => html`
                <th scope="col">${words.columns[name]}</th>
              `,
            )}
          </tr>
        </thead>
        <tbody>${view.rows.map((row) => tableRow(page, row))}</tbody>
      </table>
    </section>
    ${pagination(page, {
      at: view.at,
      of: view.of,
      addressOf: (number) => link(page, paths.trail(), { ...view.filter, page: number }),
    })}
  `
}

/** The hash is in the spreadsheet. */
const shownColumns = [
  'seq',
  'at',
  'who',
  'role',
  'action',
  'subject',
  'before',
  'after',
  'why',
  'more',
  'text',
] as const

function tableRow(page: Page, row: TrailRow): Markup {
  const [, ...rest] = shownColumns
  return html`
    <tr>
      <th scope="row">${row.seq}</th>
      ${rest.map(
        (name) => html`
          <td data-column="${name}">${name === 'subject' ? subject(page, row) : row[name]}</td>
        `,
      )}
    </tr>
  `
}

/** Leads to all that was done to it. */
function subject(page: Page, row: TrailRow): Markup {
  return html`
    <a href="${link(page, paths.trail(), { subject: row.subject })}">${row.subject}</a>
  `
}
