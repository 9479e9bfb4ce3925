import type { Results } from '../../../finder/catalogue/model/query.ts'
import { readDistanceKm } from '../../../finder/question/read-values.ts'
import { isNoKind } from '../../../finder/vocabulary/not-kinds.ts'
import { html, type Markup } from '../../shell/markup.ts'
import { link, type Page } from '../../shell/page.ts'
import { paramsOf, withoutFilters, withTexts, type Asked } from '../../../finder/question/asked.ts'
import { tokens } from '../../../finder/vocabulary/fold.ts'
import { diseaseName } from '../../shell/parts/disease-name.ts'
import { chosenOf, searchLink } from './chosen.ts'
import type { ReadQuery } from './read-query.ts'
import { searchFeedLink } from './search-feed.ts'
import { shownDistance } from '../../shell/parts/distance.ts'
import { paths } from '../../shell/paths.ts'

/** Nothing was found: every way on, each as a link that takes one thing away. */
export function nothingFound(page: Page, read: ReadQuery, results: Results): Markup {
  const { applied: asked } = read
  const words = page.words.search.empty
  const chosen = chosenOf(page, asked).filter(
    ({ without }) => without.texts.within !== '' || asked.texts.within === '',
  )
  return html`
    <div class="nothing-found">
      <h2>${words.title}</h2>
      <ul>
        ${widerLinks(page, read)} ${widerIllnesses(page, asked, results)}
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

/** What an illness is a kind of by its own name ("Osteoarthritis, Knee"), where the reader's language names it: the two nearest. */
function widerIllnesses(page: Page, asked: Asked, { concepts }: Results): Markup {
  const [known] = concepts
  const concept = known && page.vocabulary.byName(known.term)
  if (!concept || asked.texts.q === '') return html``
  const wider = page.vocabulary
    .ancestors(concept)
    .filter(({ term, trees }) => trees.some(isNarrow) && isOfItsName(term, concept.term))
    .filter((one) => !isNoKind(concept, one, page.vocabulary))
    .filter(({ term }) => page.language === 'en' || diseaseName(page, term) !== term)
  return html`
    ${wider.slice(0, 2).map(({ term }) => {
      const name = diseaseName(page, term)
      return html`
        <li>
          <a href="${searchLink(page, withTexts(asked, { q: term }))}">
            ${page.words.search.empty.widerIllness(name)}
          </a>
        </li>
      `
    })}
  `
}

/** Whether two names have a telling word in common: sarcoidosis is by no name of its own one of the lymphoproliferative disorders. */
function isOfItsName(wider: string, own: string): boolean {
  const said = new Set(tokens(own))
  return tokens(wider).some((word) => said.has(word) && word.length > 3 && !ofMany.test(word))
}

const ofMany = /^(?:diseas|disorder|syndrom|infection|abnormal|chronic|acut|hereditar|congenital)/

/** Below the top of the tree: "Heart Diseases", not "Cardiovascular Diseases". */
function isNarrow(tree: string): boolean {
  return tree.includes('.')
}

/** Farther around the place that was typed, or said in the box for anything. */
function widerLinks(page: Page, { applied: asked, query }: ReadQuery): Markup {
  if (query.near === undefined || asked.texts.within === '') return html``
  const words = page.words.search.empty
  const km = readDistanceKm(asked.texts.within) ?? 0
  const wider = [50, 100, 200, 500].filter((each) => each > km).slice(0, 2)
  return html`
    ${wider.map((each) => {
      const within = `${each}km`
      return html`
        <li>
          <a href="${searchLink(page, withTexts(asked, { within }))}">
            ${words.wider(shownDistance(page, within))}
          </a>
        </li>
      `
    })}
    <li><a href="${searchLink(page, withTexts(asked, { within: '' }))}">${words.anywhere}</a></li>
  `
}
