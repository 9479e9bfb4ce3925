import { html, type Markup } from '../../shell/markup.ts'
import type { Slot } from '../../shell/parts/phrases.ts'

/** The names of the columns of a table of results. */
export function tableHead(names: readonly Slot[]): Markup {
  return html`
    <thead>
      <tr>
        ${names.map(
          (name) => html`
            <th scope="col">${name}</th>
          `,
        )}
      </tr>
    </thead>
  `
}

/** A row of a table of results, by its name. */
export function tableRow(name: Slot, cells: readonly Slot[]): Markup {
  return html`
    <tr>
      <th scope="row">${name}</th>
      ${cells.map(
        (cell) => html`
          <td>${cell}</td>
        `,
      )}
    </tr>
  `
}
