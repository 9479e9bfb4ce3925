import { CatalogueBusy, SearchTooSlow } from '../../../finder/catalogue/model/catalogue.ts'
import type { Results } from '../../../finder/catalogue/model/query.ts'
import { toldUnderstood } from '../../../finder/question/told-understood.ts'
import { bareWord } from '../../../finder/vocabulary/small-words.ts'
import { type SavedSearch, queryOf } from '../../../people/alerts/model/saved-search.ts'
import { keptInWords } from '../../find/search/understood.ts'
import type { App } from '../../shell/app.ts'
import { html, type Markup } from '../../shell/markup.ts'
import type { Page } from '../../shell/page.ts'

/**
 * What an alert will look for in the words that were typed, and what of them only puts studies first: the reading of the search's own
 * page. Nothing where the search cannot be asked now; throws what else keeps it from answering.
 */
export async function alertReading(page: Page, app: App, search: SavedSearch): Promise<Markup> {
  const query = search.q === undefined ? undefined : queryOf(search, app.today())
  if (!query || search.exact) return html``
  const { status: _, ...anyStatus } = query
  try {
    return toldReading(page, await app.catalogue.search({ ...anyStatus, page: 1, pageSize: 1 }))
  } catch (problem) {
    if (problem instanceof SearchTooSlow || problem instanceof CatalogueBusy) return html``
    throw problem
  }
}

function toldReading(page: Page, results: Results): Markup {
  const { kept, ranked, setAside } = toldUnderstood(results, undefined)
  const { form } = page.words.alerts
  const { understood, quote } = page.words.search
  const ofPerson = setAside.filter(({ because }) => because !== 'no study has all')
  return html`
    <div class="alert-reading small">
      <p>
        ${kept.length === 0 ? understood.nothing : form.looksFor}
        <bdi>${kept.map((each) => keptInWords(page, {}, each)).join(' · ')}</bdi>
      </p>
      ${
        ranked.length > 0 &&
        html`
          <p>
            ${form.ranks}
            <bdi>${ranked.map(bareWord).join(', ')}</bdi>
          </p>
        `
      }
      ${ofPerson.map(
        ({ words, because }) => html`
          <p>${understood.because[because](quote(bareWord(words)))}</p>
        `,
      )}
    </div>
  `
}
