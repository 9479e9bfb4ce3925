import type { QueryState } from '../../../../study/conduct/derived/query-rows.ts'
import type { RunSite } from '../../../../study/conduct/model/run.ts'
import type { StudyQuery } from '../../../../study/conduct/review/study-queries.ts'
import type { Telling } from '../../../../study/in-words/telling.ts'
import { html, type Markup } from '../../../shell/markup.ts'
import { link } from '../../../shell/page.ts'
import { paths } from '../../../shell/paths.ts'
import { queryTitle } from '../../participants/parts/about-query.ts'
import { saidMoment } from '../../parts/said-moment.ts'
import { studyLayout } from '../parts/study-layout.ts'
import type { RunView } from '../parts/study-view.ts'
import { reviewFilter } from './review-filter.ts'

/** What the list of a study's queries shows. */
export interface StudyQueries {
  readonly telling: Telling
  readonly sites: readonly RunSite[]
  readonly site: string
  readonly show: 'waiting' | 'all'
  readonly list: readonly StudyQuery[]
  /** Where the next ones are; undefined where these are the last. */
  readonly next: number | undefined
  readonly counts: readonly {
    readonly site: string
    readonly state: QueryState
    readonly count: number
  }[]
}

/** All queries of the sites that one may see, who waits longest first, and how many stand where. */
export function studyQueriesPage(view: RunView, shown: StudyQueries): Markup {
  const { page, study } = view
  const { review } = page.words
  const words = review.queries
  const path = paths.studyQueries(study)
  const query = { site: shown.site || undefined, show: shown.show }
  return studyLayout(view, {
    tab: 'queries',
    title: words.ofStudy,
    main: html`
      <p class="prose">${words.about}</p>
      ${countTable(view, shown)}
      ${reviewFilter(view, path, {
        sites: shown.sites,
        site: shown.site,
        show: {
          label: words.state,
          value: shown.show,
          choices: (['waiting', 'all'] as const).map((value) => ({
            value,
            label: words.shown[value],
          })),
        },
      })}
      <p class="no-print">
        <a href="${link(page, paths.studyQueriesCsv(study), query)}">${review.csv}</a>
      </p>
      ${
        shown.list.length === 0
          ? html`
              <p>${review.nothing}</p>
            `
          : table(view, shown)
      }
      ${
        shown.next !== undefined &&
        html`
          <p>
            <a href="${link(page, path, { ...query, from: String(shown.next) })}">${review.more}</a>
          </p>
        `
      }
    `,
  })
}

/** Whole days since a query was opened. */
export function daysOpen(openedAt: string, now: Date): number {
  return Math.max(0, Math.floor((now.getTime() - Date.parse(openedAt)) / 86_400_000))
}

/** Which states end a query. */
const ended: readonly QueryState[] = ['closed', 'cancelled', 'resolved']

function countTable({ page }: RunView, { sites, counts }: StudyQueries): Markup {
  const { queries: words, site } = page.words.review
  const count = (of: string, states: readonly QueryState[]): number =>
    counts
      .filter((one) => one.site === of && states.includes(one.state))
      .reduce((sum, one) => sum + one.count, 0)
  return html`
    <h2 id="by-site">${words.bySite}</h2>
    <div class="scroll-x" tabindex="0" role="group" aria-labelledby="by-site">
      <table class="rules">
        <thead>
          <tr>
            <th scope="col">${site}</th>
            <th scope="col">${words.counts.open}</th>
            <th scope="col">${words.counts.answered}</th>
            <th scope="col">${words.counts.closed}</th>
          </tr>
        </thead>
        <tbody>
          ${sites.map(
            (one) => html`
              <tr>
                <th scope="row">${one.number} ${one.name}</th>
                <td data-label="${words.counts.open}">${count(one.site, ['open'])}</td>
                <td data-label="${words.counts.answered}">${count(one.site, ['answered'])}</td>
                <td data-label="${words.counts.closed}">${count(one.site, ended)}</td>
              </tr>
            `,
          )}
        </tbody>
      </table>
    </div>
  `
}

function table(view: RunView, { list, telling }: StudyQueries): Markup {
  const { page, app, run } = view
  const { queries: words, number, roles, system } = page.words.review
  return html`
    <div class="queue-card">
      <table class="queue">
        <caption class="unseen">${words.ofStudy}</caption>
        <thead>
          <tr>
            <th scope="col">${number}</th>
            <th scope="col">${words.subject}</th>
            <th scope="col">${words.state}</th>
            <th scope="col">${words.asked}</th>
            <th scope="col">${words.since}</th>
          </tr>
        </thead>
        <tbody>
          ${list.map((one) => {
            const days = daysOpen(one.openedAt, app.now())
            return html`
              <tr>
                <th scope="row" class="q-who">
                  <a href="${link(page, paths.participantQuery(one.participantId, one.id))}">
                    ${one.number}
                  </a>
                </th>
                <td>${queryTitle(telling, one)}</td>
                <td>${words.states[one.state]}</td>
                <td>${one.rule === null ? (roles[one.openedRole] ?? one.openedRole) : system}</td>
                <td>
                  ${saidMoment(page, one.openedAt, run.timeZone, 'day')}
                  <span class="soft">${days === 0 ? words.today : words.days(days)}</span>
                </td>
              </tr>
            `
          })}
        </tbody>
      </table>
    </div>
  `
}
