import { html, type Markup } from '../../shell/markup.ts'
import type { Page } from '../../shell/page.ts'

/** Counts by name, the way they are to be shown. */
export interface BarChart {
  readonly id: string
  readonly title: string
  readonly rows: readonly { readonly name: string; readonly count: number }[]
}

/** Bars, each as long as its share of the greatest, and the table that says the same to who sees none. */
export function barChart({ words }: Page, { id, title, rows }: BarChart): Markup {
  const most = Math.max(1, ...rows.map(({ count }) => count))
  return html`
    <section class="flow" aria-labelledby="${id}-title">
      <h2 id="${id}-title">${title}</h2>
      <table class="bar-table">
        <caption class="unseen">${title}</caption>
        <thead class="unseen">
          <tr>
            <th scope="col">${words.desk.figures.what}</th>
            <th scope="col">${words.desk.figures.count}</th>
            <td></td>
          </tr>
        </thead>
        <tbody>
          ${rows.map(
            ({ name, count }) => html`
              <tr>
                <th scope="row">${name}</th>
                <td class="num">${count}</td>
                <td aria-hidden="true">
                  <svg viewBox="0 0 100 6" preserveAspectRatio="none">
                    <rect width="${((100 * count) / most).toFixed(1)}" height="6" />
                  </svg>
                </td>
              </tr>
            `,
          )}
        </tbody>
      </table>
    </section>
  `
}
