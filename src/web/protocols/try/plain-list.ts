import { html, type Markup } from '../../shell/markup.ts'

/** Lines as a list; nothing where there are none. */
export function plainList(lines: readonly string[]): Markup | false {
  return (
    lines.length > 0 &&
    html`
      <ul class="try-lines">
        ${lines.map(
          (text) => html`
            <li>${text}</li>
          `,
        )}
      </ul>
    `
  )
}
