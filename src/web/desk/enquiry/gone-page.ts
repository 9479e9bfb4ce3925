import { html, type Markup } from '../../shell/markup.ts'
import { link } from '../../shell/page.ts'
import { paths } from '../../shell/paths.ts'
import { type DeskView, deskLayout } from '../parts/desk-layout.ts'

/** There is no such enquiry for this person: never was, was erased, or is another site's. What was typed is given back. */
export function gonePage(view: DeskView, typed = ''): Markup {
  const { page } = view
  const words = page.words.desk.gone
  return deskLayout(view, {
    title: words.title,
    main: html`
      <div class="narrow flow">
        <h1>${words.title}</h1>
        <p>${words.text}</p>
        ${
          typed.trim() !== '' &&
          html`
            <h2>${words.typed}</h2>
            <blockquote class="said own" dir="auto">${typed}</blockquote>
          `
        }
        <p><a href="${link(page, paths.desk())}">${words.back}</a></p>
      </div>
    `,
  })
}
