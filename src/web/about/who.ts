import { html, type Markup } from '../shell/markup.ts'
import type { Page } from '../shell/page.ts'
import { missingOfOperator, neededOfOperator } from '../shell/site-operator.ts'

const rows = ['name', 'address', 'mail', 'phone', 'registration', 'director', 'host'] as const
type Row = (typeof rows)[number]

/** Who runs this installation. What the law asks for and nobody has set is shown as missing, never left out. */
export function whoSection(page: Page): Markup {
  const words = page.words.about.who
  const isMissing = missingOfOperator(page.operator).length > 0
  return html`
    <h2 id="who">${words.title}</h2>
    <p>${words.lead}</p>
    ${
      isMissing &&
      html`
        <p class="note" data-tone="doubt">${words.missingNote}</p>
      `
    }
    <dl class="facts">
      ${rows.filter((row) => isShown(page, row)).map((row) => oneRow(page, row))}
    </dl>
    <p>${words.law}</p>
  `
}

function isShown({ operator }: Page, row: Row): boolean {
  return operator[row] !== undefined || neededOfOperator.some((needed) => needed === row)
}

function oneRow({ words, operator }: Page, row: Row): Markup {
  const { rows: names, missing } = words.about.who
  const value = operator[row]
  return html`
    <div>
      <dt>${names[row]}</dt>
      <dd>${value === undefined ? said(missing) : row === 'mail' ? mailTo(value) : value}</dd>
    </div>
  `
}

function said(missing: string): Markup {
  return html`
    <span class="wrong">${missing}</span>
  `
}

function mailTo(address: string): Markup {
  return html`
    <a href="mailto:${address}">${address}</a>
  `
}
