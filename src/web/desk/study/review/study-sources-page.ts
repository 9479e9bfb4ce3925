import type { RunSite } from '../../../../study/conduct/model/run.ts'
import type { SourceFigure } from '../../../../study/conduct/review/source-checks.ts'
import { html, type Markup } from '../../../shell/markup.ts'
import { link } from '../../../shell/page.ts'
import { paths } from '../../../shell/paths.ts'
import { studyLayout } from '../parts/study-layout.ts'
import type { RunView } from '../parts/study-view.ts'

/** How much of what was recorded was compared with its source, by site and by participant. */
export function studySourcesPage(
  view: RunView,
  sites: readonly RunSite[],
  figures: readonly SourceFigure[],
): Markup {
  const { page } = view
  const words = page.words.review.sources
  const bySite = sites.map((one) => ({
    name: html`
      ${one.number} ${one.name}
    `,
    figures: figures.filter(({ site }) => site === one.site),
  }))
  const byPerson = figures.map((one) => ({
    name: html`
      <a href="${link(page, paths.participantSource(one.participantId))}">${one.number}</a>
    `,
    figures: [one],
  }))
  return studyLayout(view, {
    tab: 'sources',
    title: words.ofStudy,
    main: html`
      <p class="prose">${words.about}</p>
      ${shareTable(view, { id: 'by-site', caption: words.bySite }, bySite)}
      ${shareTable(view, { id: 'by-person', caption: words.participants }, byPerson)}
    `,
  })
}

function shareTable(
  { page }: RunView,
  { id, caption }: { readonly id: string; readonly caption: string },
  rows: readonly { readonly name: Markup; readonly figures: readonly SourceFigure[] }[],
): Markup {
  const words = page.words.review.sources
  const sum = (list: readonly SourceFigure[], of: 'values' | 'checked'): number =>
    list.reduce((total, one) => total + one[of], 0)
  return html`
    <h2 id="${id}">${caption}</h2>
    <div class="scroll-x" tabindex="0" role="group" aria-labelledby="${id}">
      <table class="rules">
        <thead>
          <tr>
            <th scope="col">${page.words.review.number}</th>
            <th scope="col">${words.counts.values}</th>
            <th scope="col">${words.counts.checked}</th>
            <th scope="col">${words.counts.percent}</th>
          </tr>
        </thead>
        <tbody>
          ${rows.map(({ name, figures }) => {
            const [values, checked] = [sum(figures, 'values'), sum(figures, 'checked')]
            return html`
              <tr>
                <th scope="row">${name}</th>
                <td data-label="${words.counts.values}">${values}</td>
                <td data-label="${words.counts.checked}">${checked}</td>
                <td data-label="${words.counts.percent}">
                  ${words.percent(values === 0 ? 0 : Math.floor((checked * 100) / values))}
                </td>
              </tr>
            `
          })}
        </tbody>
      </table>
    </div>
  `
}
