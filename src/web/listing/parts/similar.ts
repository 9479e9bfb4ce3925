import { html } from 'hono/html'
import type { Hit } from '../../../finder/catalogue/model/query.ts'
import type { Markup } from '../../shell/markup.ts'
import { link } from '../../shell/page.ts'
import { studyTitle, titleMarkup } from '../../shell/parts/study-title.ts'
import { lookup } from '../../shell/parts/phrases.ts'
import type { StudyView } from './view.ts'
import { paths } from '../../shell/paths.ts'

/** A few studies of the same conditions, the open ones first. */
export function similarStudies(view: StudyView): Markup {
  const { words, similar } = view
  return html`
    <section class="study-similar" aria-labelledby="similar">
      <h2 id="similar">${words.sections.similar}</h2>
      ${
        similar?.length === 0
          ? html`
              <p>${words.similar.none}</p>
            `
          : similar &&
            html`
              <ul>
                ${similar.map((hit) => similarStudy(view, hit))}
              </ul>
            `
      }
      <p>
        <a href="${link(view.page, paths.compare(), { ids: view.nctId })}">
          ${words.compare.title}
        </a>
      </p>
    </section>
  `
}

function similarStudy({ page, words, nctId }: StudyView, hit: Hit): Markup {
  const status = lookup(page.words.common.statuses, hit.overallStatus)?.label ?? hit.overallStatus
  const compare = link(page, paths.compare(), { ids: `${nctId},${hit.nctId}` })
  return html`
    <li>
      <a href="${link(page, paths.study(hit.nctId))}">${titleMarkup(studyTitle(page, hit))}</a>
      <p class="small">
        ${hit.nctId} – ${status} –
        <a href="${compare}" aria-label="${words.similar.compare}: ${hit.nctId}">
          ${words.similar.compare}
        </a>
      </p>
    </li>
  `
}
