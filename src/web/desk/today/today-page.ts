import type { Today, TodayAsk } from '../../../study/conduct/today/today.ts'
import { todayGroups } from '../../../study/conduct/today/today-group.ts'
import type { StudyQueriesWaiting } from '../../../study/conduct/today/waiting-queries.ts'
import { html, type Markup } from '../../shell/markup.ts'
import { link } from '../../shell/page.ts'
import { pagination } from '../../shell/parts/pagination.ts'
import { saidNumber } from '../../../words/said-number.ts'
import { paths } from '../../shell/paths.ts'
import { type DeskView, deskLayout } from '../parts/desk-layout.ts'
import { saidMoment } from '../parts/said-moment.ts'
import { clocksTable } from './clocks-table.ts'
import { namesOfRuns } from './parts/run-names.ts'
import { studyTabsNav } from './parts/study-tabs.ts'
import { keptOfToday } from './read-today.ts'
import { siteCounts } from './site-counts.ts'
import { thingsTable } from './things-table.ts'
import { todayFinder } from './today-finder.ts'

/** The most that one page shows. */
const pageSize = 100

/** What is shown, of all that is to do. */
export interface ShownToday {
  readonly asked: TodayAsk & { readonly page: number }
  readonly today: Today
  readonly isMadeUp: boolean
  /** What waits for who reads it among the queries of their studies. */
  readonly queries: readonly StudyQueriesWaiting[]
}

/** The things that a page shows. */
export function thingsOn(today: Today, page: number): Today['things'] {
  const at = Math.min(page, pagesOf(today))
  return today.things.slice((at - 1) * pageSize, at * pageSize)
}

function pagesOf({ things }: Today): number {
  return Math.max(1, Math.ceil(things.length / pageSize))
}

/** `/desk/today`: what is due, missed, held and running at one's sites, each with its next act. */
export function todayPage(view: DeskView, shown: ShownToday): Markup {
  const { page } = view
  const { asked, today, isMadeUp } = shown
  const words = page.words.today
  const pages = pagesOf(today)
  return deskLayout(view, {
    title: `${words.title}: ${words.heading(today.things.length)}`,
    islands: ['print-button'],
    isMadeUp,
    main: html`
      <div class="desk today flow">
        <h1>${words.heading(today.things.length)}</h1>
        ${studyTabsNav(view, 'today')} ${asOf(view, today)} ${queryLines(view, shown)}
        ${today.participants > 0 && todayFinder(view, asked, today)}
        ${today.participants > 0 && chips(view, asked, today)}
        ${today.things.length > 0 ? tables(view, shown) : empty(view, shown)}
        ${pagination(page, {
          at: Math.min(asked.page, pages),
          of: pages,
          addressOf: (at) => link(page, paths.deskToday(), { ...keptOfToday(asked), page: at }),
        })}
        ${today.participants > 0 && siteCounts(view, today, asked)}
        ${
          today.participants > 0 &&
          html`
            <p class="small soft">${words.note}</p>
          `
        }
      </div>
    `,
  })
}

function asOf({ page, app }: DeskView, { runs, stale }: Today): Markup {
  const words = page.words.today
  const [run] = runs
  const zone = run?.sites[0]?.timeZone ?? run?.timeZone ?? 'UTC'
  const said = (at: Date | string): string =>
    words.asOf(saidMoment(page, at, zone, 'date'), saidMoment(page, at, zone, 'time'))
  return html`
    <p class="bar">
      <span class="soft">${said(app.now())}</span>
      <print-button label="${words.print}"></print-button>
    </p>
    ${
      stale &&
      html`
        <p class="note" role="status">
          ${stale.since === null ? words.staleNever(stale.count) : words.stale(stale.count, said(stale.since))}
        </p>
      `
    }
  `
}

/** Queries that wait, by study, with the way to them; nothing where none do. */
function queryLines({ page }: DeskView, { queries }: ShownToday): Markup {
  const { toAnswer, toClose } = page.words.today.queries
  return html`
    ${queries.map(
      ({ study, ...waiting }) => html`
        <p class="note" data-tone="doubt">
          <a href="${link(page, paths.studyQueries(study))}">
            ${[
              waiting.toAnswer > 0 ? toAnswer(waiting.toAnswer) : '',
              waiting.toClose > 0 ? toClose(waiting.toClose) : '',
            ]
              .filter(Boolean)
              .join(' ')}
          </a>
          <span class="small soft">${study}</span>
        </p>
      `,
    )}
  `
}

/** How many of each kind there are, each a way to see these alone. */
function chips({ page }: DeskView, asked: TodayAsk, { counts }: Today): Markup {
  const words = page.words.today
  const chip = (group: TodayAsk['group'], name: string, count?: number): Markup => {
    const href = link(page, paths.deskToday(), { ...keptOfToday(asked), only: group })
    const number =
      count !== undefined &&
      html`
        <b class="num">${saidNumber(page.language, count)}</b>
      `
    return asked.group === group
      ? html`
          <li><a class="chip" href="${href}" aria-current="true">${name} ${number}</a></li>
        `
      : html`
          <li><a class="chip" href="${href}">${name} ${number}</a></li>
        `
  }
  return html`
    <ul class="chips" aria-label="${words.find.region}">
      ${chip(undefined, words.all)}
      ${todayGroups
        .filter((group) => (counts[group] ?? 0) > 0 || group === asked.group)
        .map((group) => chip(group, words.groups[group], counts[group] ?? 0))}
    </ul>
  `
}

function tables(view: DeskView, { asked, today }: ShownToday): Markup {
  const names = namesOfRuns(view.page, today.runs)
  const things = thingsOn(today, asked.page)
  const clocks = things.filter(({ group }) => group === 'clock')
  const others = things.filter(({ group }) => group !== 'clock')
  return html`
    ${clocks.length > 0 && clocksTable(view, names, clocks)}
    ${others.length > 0 && thingsTable(view, names, others)}
  `
}

function empty({ page }: DeskView, { asked, today }: ShownToday): Markup {
  const words = page.words.today.empty
  const isNarrow = asked.group !== undefined || (asked.study ?? asked.site) !== undefined
  const isNobody = today.participants === 0 && !isNarrow
  return html`
    <div class="card flow">
      <p>${isNobody ? words.none : isNarrow ? words.group : words.nothing}</p>
      ${
        isNarrow &&
        html`
          <p><a href="${link(page, paths.deskToday())}">${words.all}</a></p>
        `
      }
    </div>
  `
}
