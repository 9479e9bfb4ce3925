import type { Results } from '../../../finder/catalogue/model/query.ts'
import { html, type Markup } from '../../shell/markup.ts'
import { link, type Page } from '../../shell/page.ts'
import { paths } from '../../shell/paths.ts'

/** Studies that name an illness asked for only to leave it out: apart from what was found, with what their records say. */
export function excludedStudies(page: Page, { excluded }: Results): Markup {
  if (!excluded) return html``
  const words = page.words.search.excluded
  const { total, studies } = excluded
  return html`
    <section class="excluded" aria-labelledby="excluded-title">
      <h2 id="excluded-title">${words.title(total)}</h2>
      <p>${words.lead} ${total > studies.length && words.first(studies.length)}</p>
      <ul>
        ${studies.map(
          ({ nctId, briefTitle, said }) => html`
            <li>
              <a href="${link(page, paths.study(nctId))}"><bdi>${briefTitle}</bdi></a>
              ${
                said !== undefined &&
                html`
                  ${words.said}
                  <q><bdi>${said}</bdi></q>
                `
              }
            </li>
          `,
        )}
      </ul>
    </section>
  `
}
