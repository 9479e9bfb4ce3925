import { html } from 'hono/html'
import { readDistanceKm } from '../../../finder/question/read-values.ts'
import type { Markup } from '../../shell/markup.ts'
import { link, type Page } from '../../shell/page.ts'
import { paramsOf, withoutFilters, withTexts, type Asked } from '../../../finder/question/asked.ts'
import { chosenOf, searchLink } from './chosen.ts'
import { searchFeedLink } from './search-feed.ts'
import { typedDistance } from '../../shell/parts/distance.ts'
import { paths } from '../../shell/paths.ts'

/** Nothing was found: every way on, each as a link that takes one thing away. */
export function nothingFound(page: Page, asked: Asked): Markup {
  const words = page.words.search.empty
  const chosen = chosenOf(page, asked).filter(
    ({ without }) => without.texts.within !== '' || asked.texts.within === '',
  )
  return html`
    <div class="nothing-found">
      <h2>${words.title}</h2>
      <ul>
        ${widerLinks(page, asked)}
        ${chosen.map(
          ({ label, without }) => html`
            <li><a href="${searchLink(page, without)}">${words.without(label)}</a></li>
          `,
        )}
        ${
          chosen.length > 1 &&
          html`
            <li><a href="${searchLink(page, withoutFilters(asked))}">${words.noFilters}</a></li>
          `
        }
        <li>${words.fewerWords}</li>
        <li>
          <a href="${link(page, paths.alertsNew(), paramsOf(asked))}">
            ${page.words.alerts.tell.list}
          </a>
        </li>
        <li><a href="${searchFeedLink(page, asked)}">${page.words.search.save.feed}</a></li>
        <li><a href="${link(page, paths.categories())}">${words.browse}</a></li>
        <li><a href="${link(page, paths.help())}">${words.help}</a></li>
      </ul>
    </div>
  `
}

function widerLinks(page: Page, asked: Asked): Markup {
  if (asked.texts.near === '' || asked.texts.within === '') return html``
  const words = page.words.search.empty
  const km = readDistanceKm(asked.texts.within) ?? 0
  const wider = [50, 100, 200, 500].filter((each) => each > km).slice(0, 2)
  return html`
    ${wider.map((each) => {
      const within = `${each}km`
      return html`
        <li>
          <a href="${searchLink(page, withTexts(asked, { within }))}">
            ${words.wider(typedDistance(page, within))}
          </a>
        </li>
      `
    })}
    <li><a href="${searchLink(page, withTexts(asked, { within: '' }))}">${words.anywhere}</a></li>
  `
}
