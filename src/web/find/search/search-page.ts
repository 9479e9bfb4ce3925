import { html } from 'hono/html'
import type { Results } from '../../../finder/catalogue/model/query.ts'
import type { Markup } from '../../shell/markup.ts'
import { link, type Page } from '../../shell/page.ts'
import { errorSummary } from '../../shell/parts/error-summary.ts'
import { selectField } from '../../shell/parts/field.ts'
import { hit } from '../../shell/parts/hit.ts'
import { layout } from '../../shell/parts/layout.ts'
import { pagination } from '../../shell/parts/pagination.ts'
import { tellMeOfList } from '../../shell/parts/tell-me.ts'
import { paramsOf, withTexts, type Asked } from '../../../finder/question/asked.ts'
import type { Saying } from '../../../finder/question/read-saying.ts'
import { abbreviationChoices } from './choices.ts'
import { chosenFilters, searchLink } from './chosen.ts'
import { helpNow } from './danger.ts'
import { nothingFound } from './empty.ts'
import { excludedStudies } from './excluded.ts'
import { filters } from './filters.ts'
import { notices } from './notices.ts'
import type { ReadQuery } from './read-query.ts'
import { searchFeedLink } from './search-feed.ts'
import { searchForm, searchFormId } from './search-form.ts'
import { foundSentence } from './found-sentence.ts'
import { understood, withSaid } from './understood.ts'
import { misfitsOf, unfitNotice } from './unfit.ts'
import { paths } from '../../shell/paths.ts'

/** The search, what was found, and every way to narrow, widen, order and keep it. */
export function searchPage(page: Page, read: ReadQuery, results: Results, unfit = 0): Markup {
  const { applied, problems } = read
  const sentence = foundSentence(page, read, results)
  return layout(page, {
    title: sentence,
    description: page.words.search.description,
    canonicalQuery: paramsOf(applied),
    head: searchHead(page, applied, results),
    islands: ['search-box', 'place-box'],
    main: html`
      ${errorSummary(page, problems, page.words.search.problems.stillSearched)}
      ${helpNow(page, read.asked)} ${changeSearch(page, read)}
      <div class="results">
        ${filters(page, applied, results)}
        <section class="results-main" aria-labelledby="found">
          <h1 id="found">${sentence}</h1>
          ${abbreviationChoices(page, applied, results)} ${understood(page, read, results)}
          ${notices(page, read, results)} ${chosenFilters(page, applied)}
          ${unfitNotice(page, applied, unfit)}
          ${results.total === 0 ? nothingFound(page, read, results) : list(page, read, results)}
          ${excludedStudies(page, results)}
        </section>
      </div>
    `,
  })
}

/** Under its own summary on a phone, so that the list is what is seen first; in the open where there is room. */
function changeSearch(page: Page, { asked, problems, saying }: ReadQuery): Markup {
  const isOpen =
    (problems.length > 0 || saying?.isNearMe) &&
    html`
      open
    `
  return html`
    <details class="search-again" ${isOpen}>
      <summary>${page.words.search.change}</summary>
      ${searchForm(page, asked, problems)}
    </details>
  `
}

function list(page: Page, read: ReadQuery, results: Results): Markup {
  const { applied: asked, query, person } = read
  const first = (results.page - 1) * results.pageSize + 1
  return html`
    ${sortForm(page, read)}
    <h2 class="unseen">${page.words.search.list}</h2>
    <ol class="hits" start="${first}">
      ${results.hits.map((study) => hit(page, study, query.today, misfitsOf(page, study, person)))}
    </ol>
    ${pagination(page, {
      at: results.page,
      of: lastPage(results),
      addressOf: (at) => searchLink(page, withTexts(asked, { page: String(at) })),
    })}
    ${keepList(page, asked, read.saying)}
  `
}

/** The number of the last page that can be asked for. */
export function lastPage({ total, pageSize }: Results): number {
  return Math.min(500, Math.ceil(total / pageSize))
}

function sortForm(page: Page, read: ReadQuery): Markup {
  const words = page.words.search
  const orders = (['best', 'nearest', 'newest', 'updated'] as const).filter(
    (order) => order !== 'nearest' || read.place?.kind === 'found',
  )
  return html`
    <div class="sort no-print">
      ${selectField({
        name: 'sort',
        label: words.fields.sort.label,
        value: read.query.sort ?? 'best',
        form: searchFormId,
        choices: orders.map((order) => ({ value: order, label: words.sorts[order] })),
      })}
      <button class="button button-quiet" type="submit" form="${searchFormId}">
        ${words.sortButton}
      </button>
    </div>
  `
}

function keepList(page: Page, asked: Asked, saying: Saying | undefined): Markup {
  const words = page.words.search.save
  const query = paramsOf(withTexts(asked, {}))
  const print = paramsOf(withTexts(asked, { view: 'print' }))
  return html`
    <section class="keep no-print" aria-labelledby="keep-title">
      <h2 id="keep-title">${words.title}</h2>
      <p>
        ${tellMeOfList(page, paramsOf(withTexts(withSaid(page, asked, saying), {})), page.words.alerts.tell.list)}
      </p>
      <ul>
        <li><a href="${link(page, paths.search(), print)}">${words.print}</a></li>
        <li><a href="${link(page, paths.searchCsv(), query)}">${words.csv}</a></li>
        <li><a href="${link(page, paths.searchJson(), query)}">${words.json}</a></li>
        <li><a href="${searchFeedLink(page, asked)}">${words.feed}</a></li>
      </ul>
      <p class="small">${words.upTo}</p>
    </section>
  `
}

/** Searches are for people: search engines follow their links but do not list them. */
function searchHead(page: Page, asked: Asked, results: Results): Markup {
  const json = link(page, paths.searchJson(), paramsOf(asked))
  const address = (at: number) => searchLink(page, withTexts(asked, { page: String(at) }))
  const last = lastPage(results)
  return html`
    <meta name="robots" content="noindex, follow" />
    <link rel="alternate" type="application/json" href="${json}" />
    <link
      rel="alternate"
      type="application/atom+xml"
      title="${page.words.search.save.feed}"
      href="${searchFeedLink(page, asked)}"
    />
    ${
      results.page > 1 &&
      html`
        <link rel="prev" href="${address(results.page - 1)}" />
      `
    }
    ${
      results.page < last &&
      html`
        <link rel="next" href="${address(results.page + 1)}" />
      `
    }
  `
}
