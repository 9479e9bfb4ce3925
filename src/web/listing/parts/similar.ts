import type { Hit } from '../../../finder/catalogue/model/query.ts'
import { html, type Markup } from '../../shell/markup.ts'
import { link } from '../../shell/page.ts'
import { statusTag } from '../../shell/parts/status-tag.ts'
import { studyTitle, titleMarkup } from '../../shell/parts/study-title.ts'
import type { StudyView } from './view.ts'
import { paths } from '../../shell/paths.ts'

/** A few studies of the same conditions under their heading, the open ones first. */
export function similarStudies(view: StudyView): Markup {
  return html`
    <section class="study-similar flow" aria-labelledby="similar">
      <h2 id="similar">${view.words.sections.similar}</h2>
      ${similarList(view, view.similar)}
    </section>
  `
}

/** The list alone; what is undefined could not be asked for. */
export function similarList(view: StudyView, similar: readonly Hit[] | undefined): Markup {
  const { words } = view
  return html`
    <div data-late>
      ${
        similar === undefined
          ? html`
              <p>${view.page.words.common.faults.busy}</p>
            `
          : similar.length === 0
            ? html`
                <p>${words.similar.none}</p>
              `
            : html`
                <ul class="sites">
                  ${similar.map((hit) => similarStudy(view, hit))}
                </ul>
              `
      }
    </div>
    <p>
      <a href="${link(view.page, paths.list(), { ids: view.nctId })}">${words.compare.title}</a>
    </p>
  `
}

function similarStudy({ page, words, nctId, today }: StudyView, hit: Hit): Markup {
  const compare = link(page, paths.list(), { ids: `${nctId},${hit.nctId}` })
  return html`
    <li>
      <p>
        <b>
          <a href="${link(page, paths.study(hit.nctId))}">${titleMarkup(studyTitle(page, hit))}</a>
        </b>
      </p>
      <p class="small">
        ${statusTag(page, hit, today)} ${hit.nctId} –
        <a
          href="${compare}"
          aria-label="${words.similar.compare}${page.words.common.colon} ${hit.nctId}"
        >
          ${words.similar.compare}
        </a>
      </p>
    </li>
  `
}
