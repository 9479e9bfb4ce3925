import { html, html as line } from 'hono/html'
import type { Markup } from '../../shell/markup.ts'
import { link, type Page } from '../../shell/page.ts'
import { layout } from '../../shell/parts/layout.ts'
import { placeBox } from '../../shell/parts/place-field.ts'
import { type Slot, fill, own } from '../../shell/parts/phrases.ts'
import { widePlaceText } from '../../shell/parts/said-question.ts'
import { mostCompared, type Compared, type ComparedPlace } from './compared.ts'
import { rows, type Column, type Row } from './rows.ts'
import { paths } from '../../shell/paths.ts'

/** Up to four studies side by side, one line for each thing a family asks. */
export function comparePage(page: Page, compared: Compared, today: string): Markup {
  const words = page.words.study.compare
  const columns = compared.studies.map((stored) => ({
    page,
    stored,
    today,
    place: compared.near?.place,
  }))
  return layout(page, {
    title: words.title,
    description: words.intro,
    head: html`
      <meta name="robots" content="noindex" />
    `,
    islands: ['place-box', 'print-button'],
    canonicalQuery: new URLSearchParams({ ids: compared.ids.join(',') }),
    printable: true,
    main: html`
      <article class="compare">
        <h1>${words.title}</h1>
        <p class="lead">${words.intro}</p>
        ${messages(page, compared)} ${columns.length > 0 ? table(page, compared, columns) : ''}
        ${addForm(page, compared)} ${columns.length > 0 ? nearForm(page, compared) : ''}
        ${columns.length > 0 ? twinLink(page, compared) : ''}
      </article>
    `,
  })
}

function unplaced(page: Page, { read, typed }: ComparedPlace): Slot {
  if (read.kind === 'wide') return widePlaceText(page, read.place)
  return fill(page.words.study.compare.nearUnknown, { place: typed })
}

/** Says of everything asked for and not shown why it is not. */
function messages(page: Page, compared: Compared): Markup {
  const words = page.words.study.compare
  const { near } = compared
  const said = [
    compared.leftOut.length > 0 && fill(words.tooMany, { ids: compared.leftOut.join(', ') }),
    compared.unknown.length > 0 && fill(words.unknown, { ids: compared.unknown.join(', ') }),
    compared.malformed.length > 0 && fill(words.malformed, { ids: compared.malformed.join(', ') }),
    compared.twice.length > 0 && fill(words.twice, { ids: compared.twice.join(', ') }),
    near && !near.place && unplaced(page, near),
  ].filter((one) => one !== false && one !== undefined)
  const hint = [words.empty, words.one][compared.studies.length]
  return line`${said.map(
    (one) => html`
      <p class="notice notice-warning" role="status">${one}</p>
    `,
  )} ${
    hint
      ? html`
          <p>${hint}</p>
        `
      : ''
  }`
}

function table(page: Page, compared: Compared, columns: readonly Column[]): Markup {
  const words = page.words.study.compare
  const shown = compared.near?.place ? rows : rows.filter(({ name }) => name !== 'nearest')
  return html`
    <table class="compare-table">
      <caption class="unseen">${words.table}</caption>
      <thead>
        <tr>
          <th scope="col">${words.what}</th>
          ${columns.map((column) => heading(compared, column))}
        </tr>
      </thead>
      <tbody>${shown.map((row) => bodyRow(page, row, columns))}</tbody>
    </table>
  `
}

function heading(compared: Compared, { page, stored }: Column): Markup {
  const { nctId, briefTitle } = stored.study.protocolSection.identificationModule
  const rest = compared.ids.filter((id) => id !== nctId)
  const without = link(page, paths.compare(), { ids: rest.join(','), near: compared.near?.typed })
  return html`
    <th scope="col">
      <a href="${link(page, paths.study(nctId))}">${own(page, briefTitle ?? nctId)}</a>
      <span class="small">${nctId}</span>
      <a class="compare-remove" href="${without}">
        ${fill(page.words.study.compare.remove, { id: nctId })}
      </a>
    </th>
  `
}

function bodyRow(page: Page, row: Row, columns: readonly Column[]): Markup {
  return html`
    <tr>
      <th scope="row">${page.words.study.compare.rows[row.name]}</th>
      ${columns.map((column) => {
        const { nctId } = column.stored.study.protocolSection.identificationModule
        return html`
          <td data-study="${nctId}">${row.cell(column)}</td>
        `
      })}
    </tr>
  `
}

function addForm(page: Page, compared: Compared): Markup {
  const words = page.words.study.compare
  if (compared.studies.length >= mostCompared)
    return html`
      <p>${words.full}</p>
    `
  return html`
    <form class="near-form" method="get" action="${link(page, paths.compare())}">
      ${hidden('ids', compared.ids.join(','))} ${hidden('near', compared.near?.typed)}
      <div class="field">
        <label for="add">${words.add}</label>
        <p class="field-hint" id="add-hint">${words.addHint}</p>
        <input
          type="text"
          id="add"
          name="add"
          maxlength="100"
          autocomplete="off"
          aria-describedby="add-hint"
        />
      </div>
      <button class="button" type="submit">${words.addButton}</button>
    </form>
  `
}

function nearForm(page: Page, compared: Compared): Markup {
  const words = page.words.study.compare
  return html`
    <form class="near-form" method="get" action="${link(page, paths.compare())}">
      ${hidden('ids', compared.ids.join(','))}
      ${placeBox(page, words.near, compared.near?.label ?? '', page.words.study.sites.placeHint)}
      <button class="button" type="submit">${words.nearButton}</button>
    </form>
  `
}

function hidden(name: string, value: string | undefined): Markup | string {
  return value
    ? html`
        <input type="hidden" name="${name}" value="${value}" />
      `
    : ''
}

function twinLink(page: Page, compared: Compared): Markup {
  const address = link(page, paths.compareJson(), {
    ids: compared.ids.join(','),
    near: compared.near?.typed,
  })
  return html`
    <p><a href="${address}" type="application/json">${page.words.study.compare.json}</a></p>
  `
}
