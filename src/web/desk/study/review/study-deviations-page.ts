import type { RunSite } from '../../../../study/conduct/model/run.ts'
import {
  type DeviationClass,
  deviationClasses,
  type KeptDeviation,
} from '../../../../study/conduct/review/deviation-class.ts'
import { deviationLines } from '../../../../study/in-words/outcomes.ts'
import type { Telling } from '../../../../study/in-words/telling.ts'
import { html, type Markup } from '../../../shell/markup.ts'
import { link } from '../../../shell/page.ts'
import { paths } from '../../../shell/paths.ts'
import { saidMoment } from '../../parts/said-moment.ts'
import { studyLayout } from '../parts/study-layout.ts'
import type { RunView } from '../parts/study-view.ts'
import { reviewFilter } from './review-filter.ts'

/** What the list of a study's deviations shows. */
export interface StudyDeviations {
  readonly telling: Telling
  readonly sites: readonly RunSite[]
  readonly site: string
  readonly show: DeviationClass | 'none' | ''
  readonly list: readonly KeptDeviation[]
}

/** What was not done as the protocol says, at the sites that one may see, and the class of each. */
export function studyDeviationsPage(view: RunView, shown: StudyDeviations): Markup {
  const { page, study } = view
  const { review } = page.words
  const words = review.deviations
  const query = { site: shown.site || undefined, show: shown.show || undefined }
  return studyLayout(view, {
    tab: 'deviations',
    title: words.ofStudy,
    main: html`
      <p class="prose">${words.about}</p>
      ${reviewFilter(view, paths.studyDeviations(study), {
        sites: shown.sites,
        site: shown.site,
        show: {
          label: words.class,
          value: shown.show,
          choices: [
            { value: '', label: words.any },
            { value: 'none', label: words.notYet },
            ...deviationClasses.map((one) => ({ value: one, label: words.classes[one] })),
          ],
        },
      })}
      <p class="no-print">
        <a href="${link(page, paths.studyDeviationsCsv(study), query)}">${review.csv}</a>
      </p>
      ${
        shown.list.length === 0
          ? html`
              <p>${review.nothing}</p>
            `
          : table(view, shown)
      }
    `,
  })
}

function table({ page, run }: RunView, { list, telling }: StudyDeviations): Markup {
  const { deviations: words, number } = page.words.review
  return html`
    <div class="queue-card">
      <table class="queue">
        <caption class="unseen">${words.ofStudy}</caption>
        <thead>
          <tr>
            <th scope="col">${number}</th>
            <th scope="col">${words.what}</th>
            <th scope="col">${words.raised}</th>
            <th scope="col">${words.class}</th>
          </tr>
        </thead>
        <tbody>
          ${list.map((one) => {
            const [first = '', ...rest] = deviationLines(telling, one.deviation)
            return html`
              <tr>
                <th scope="row" class="q-who">
                  <a href="${link(page, paths.participantDeviations(one.participantId))}">
                    ${one.number}
                  </a>
                </th>
                <td>
                  ${first}
                  <span class="soft">${rest.join(' ')}</span>
                </td>
                <td>${saidMoment(page, one.raisedAt, run.timeZone, 'day')}</td>
                <td>${one.class === null ? words.notYet : words.classes[one.class]}</td>
              </tr>
            `
          })}
        </tbody>
      </table>
    </div>
  `
}
