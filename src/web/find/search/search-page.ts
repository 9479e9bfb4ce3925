import type { Results } from '../../../finder/catalogue/model/query.ts'
import { html, type Markup } from '../../shell/markup.ts'
import { link, type Page } from '../../shell/page.ts'
import { errorSummary } from '../../shell/parts/error-summary.ts'
import { layout } from '../../shell/parts/layout.ts'
import { tellMeOfList } from '../../shell/parts/tell-me.ts'
import { paramsOf, withTexts, type Asked } from '../../../finder/question/asked.ts'
import { askedLine } from './asked-line.ts'
import { abbreviationChoices } from './choices.ts'
import { searchLink } from './chosen.ts'
import { helpNow } from './danger.ts'
import { nothingFound } from './empty.ts'
import { excludedStudies } from './excluded.ts'
import { filters } from './filters.ts'
import { hitList, lastPage } from './hit-list.ts'
import { notices, surePlace } from './notices.ts'
import type { ReadQuery } from './read-query.ts'
import { type CountryPoint, resultsMap } from './results-map.ts'
import { restOfThem } from './rest.ts'
import { searchFeedLink } from './search-feed.ts'
import { foundSentence, isOpenOnly } from './found-sentence.ts'
import { statusChips } from './status-chips.ts'
import { understood, veryWords } from './understood.ts'
import { unfitNotice } from './unfit.ts'
import { paths } from '../../shell/paths.ts'

/** What was asked, the answer, and every way to narrow, widen, order and keep it. */
export function searchPage(
  page: Page,
  read: ReadQuery,
  results: Results,
  { unfit, pointOf }: { readonly unfit: number; readonly pointOf: CountryPoint },
): Markup {
  const { applied, problems } = read
  const sentence = foundSentence(page, read, results)
  const map = resultsMap(page, read, results, pointOf)
  return layout(page, {
    sheets: ['find'],
    title: sentence,
    description: page.words.search.description,
    canonicalQuery: paramsOf(applied),
    head: searchHead(page, applied, results),
    islands: ['search-box', 'place-box', 'live-filters', 'keep-tray', 'study-map'],
    ...(results.total > 0 && { skipTo: { href: '#hits', text: page.words.results.skip } }),
    main: html`
      ${errorSummary(page, problems, page.words.search.problems.stillSearched)}
      ${helpNow(page, read.asked)} ${askedLine(page, read, results)}
      <div class="results-head">
        <h1 id="found">${sentence}</h1>
        ${inDoubt(page, read, results)} ${statusChips(page, read, results, map !== '')}
        <div class="results-said">
          ${abbreviationChoices(page, applied, results)} ${understood(page, read, results)}
          ${notices(page, read, results)} ${unfitNotice(page, applied, unfit)}
        </div>
      </div>
      <div class="results">
        <section class="results-main" aria-labelledby="found">
          ${results.total === 0 ? noneShown(page, read, results) : hitList(page, read, results)}
          <div class="rest flow">
            ${surePlace(page, read)} ${veryWords(page, read, results)}
            ${hasSure(read, results) && restOfThem(page, read, results)}
            ${excludedStudies(page, results)} ${results.total > 0 && keepList(page, read)}
          </div>
        </section>
        ${filters(page, applied, results, map)}
      </div>
    `,
  })
}

/** Of open studies, how many say so without having confirmed it lately; where all do, what to do comes at once. */
function inDoubt(page: Page, read: ReadQuery, results: Results): Markup | '' {
  const { counts } = results
  const doubtful = counts.open - counts.sure
  if (!isOpenOnly(read) || counts.all === 0) return ''
  const words = page.words.results
  if (counts.sure > 0)
    return html`
      ${
        doubtful > 0 &&
        html`
          <p class="small soft">${words.doubtToo(doubtful)}</p>
        `
      }
    `
  return html`
    ${
      doubtful > 0 &&
      html`
        <p class="lead">${words.doubtOnly(doubtful)}</p>
      `
    }
    ${restOfThem(page, read, results)}
    <p class="acts no-print">${tellMeOfList(page, alertQuery(read), words.tellMe, 'button')}</p>
  `
}

/** Where nothing is sure, what there is else is said above the list, not below it. */
function hasSure(read: ReadQuery, { counts }: Results): boolean {
  return !isOpenOnly(read) || counts.sure > 0
}

/** Nothing is open, and something is there: what there is comes before other ways to search. */
function noneShown(page: Page, read: ReadQuery, results: Results): Markup {
  const isOnlyClosed = isOpenOnly(read) && results.counts.all > 0
  const { title, steps } = page.words.results.next
  return html`
    ${
      isOnlyClosed &&
      html`
        <section class="card flow" aria-labelledby="next-title">
          <h2 id="next-title">${title}</h2>
          <ul>
            ${steps.map(
              (step) => html`
                <li>${step}</li>
              `,
            )}
          </ul>
        </section>
      `
    }
    ${nothingFound(page, read, results)}
  `
}

function keepList(page: Page, read: ReadQuery): Markup {
  const words = page.words.search.save
  const asked = read.applied
  const query = paramsOf(withTexts(asked, {}))
  const print = paramsOf(withTexts(asked, { view: 'print' }))
  return html`
    <section class="no-print flow" aria-label="${words.title}">
      <p class="acts">${tellMeOfList(page, alertQuery(read), page.words.results.tellMe)}</p>
      <ul class="links small">
        <li><a href="${link(page, paths.search(), print)}">${words.print}</a></li>
        <li><a href="${link(page, paths.searchCsv(), query)}">${words.csv}</a></li>
        <li><a href="${link(page, paths.searchJson(), query)}">${words.json}</a></li>
        <li><a href="${searchFeedLink(page, asked)}">${words.feed}</a></li>
      </ul>
      <p class="small soft">${words.upTo}</p>
    </section>
  `
}

/** The same search for the form of an alert, which reads its words as this page does. */
function alertQuery({ applied }: ReadQuery): URLSearchParams {
  return paramsOf(withTexts(applied, {}))
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
