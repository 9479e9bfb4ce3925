import { capitalized } from '../../../base/capitalized.ts'
import type { Results } from '../../../finder/catalogue/model/query.ts'
import { withList, withoutFilters, withTexts, type Asked } from '../../../finder/question/asked.ts'
import { html, type Markup } from '../../shell/markup.ts'
import type { Page } from '../../shell/page.ts'
import { saidNumber } from '../../../words/said-number.ts'
import { personText } from './asked-line.ts'
import { type Chosen, chosenOf, searchLink } from './chosen.ts'
import { isOpenOnly, placeName } from './found-sentence.ts'
import type { ReadQuery } from './read-query.ts'
import { withoutAllWords, withoutWords } from './said-words.ts'

/** Open ones or all, each with how many there are; then what narrows the list, each with the way to take it away. */
export function statusChips(
  page: Page,
  read: ReadQuery,
  results: Results,
  hasMap: boolean,
): Markup {
  const words = page.words.results
  const { all, open, sure } = results.counts
  const shown = read.applied.lists.status.join()
  const openText = open > sure ? words.openOrDoubt : words.open
  return html`
    <ul class="chips no-print" aria-label="${words.shown}">
      ${choice(page, openText, open, withList(read.applied, 'status', ['open']), isOpenOnly(read))}
      ${choice(page, words.all, all, withList(read.applied, 'status', ['all']), shown === 'all')}
      ${narrowed(page, read, results).map(({ label, without }) => removable(page, label, without))}
      ${
        hasMap &&
        html`
          <li><a class="chip chip-map" href="#map">${page.words.map.chip}</a></li>
        `
      }
      <li><a class="chip chip-map" href="#filters">${filtersText(page, read)}</a></li>
    </ul>
  `
}

function choice(page: Page, text: string, count: number, asked: Asked, isShown: boolean): Markup {
  const current =
    isShown &&
    html`
      aria-current="true"
    `
  return html`
    <li>
      <a class="chip" href="${searchLink(page, asked)}" ${current}>
        ${text}
        <b class="num">${saidNumber(page.language, count)}</b>
      </a>
    </li>
  `
}

function removable(page: Page, label: string, without: Asked): Markup {
  return html`
    <li class="chip-said">
      <a class="chip" href="${searchLink(page, without)}">
        <span class="unseen">${page.words.results.remove(label)}</span>
        <span aria-hidden="true">
          <bdi>${label}</bdi>
          ✕
        </span>
      </a>
    </li>
  `
}

interface Narrowed {
  readonly label: string
  readonly without: Asked
}

/** The place, the person, and each filter; all filters at once where there are several. */
function narrowed(page: Page, read: ReadQuery, results: Results): readonly Narrowed[] {
  const filters = chosenFilters(page, read)
  const all = [...placeChip(page, read), ...personChip(page, read, results), ...filters]
  return filters.length > 1
    ? [...all, { label: page.words.results.clear, without: withoutFilters(read.applied) }]
    : all
}

function placeChip(page: Page, read: ReadQuery): readonly Narrowed[] {
  const { applied, saying, query } = read
  const name = placeName(page, read)
  if (name === undefined) return []
  const said = saying?.place && withoutWords(applied, saying.place.words)
  const without = withTexts(said ?? applied, { near: '', within: '' })
  const label = query.area === undefined ? page.words.results.nearChip(name) : name
  return [{ label, without }]
}

function personChip(page: Page, read: ReadQuery, results: Results): readonly Narrowed[] {
  const { applied, saying } = read
  const label = personText(page, read, results)
  if (label === '') return []
  const said = [saying?.age, saying?.sex].flatMap((each) => each?.words ?? [])
  const without = withTexts(withoutAllWords(applied, said), { age: '', sex: '', unfit: '' })
  return [{ label: capitalized(label), without }]
}

/** What is chosen beside the person and the state of the studies. */
function chosenFilters(page: Page, { applied }: ReadQuery): readonly Chosen[] {
  return chosenOf(page, applied).filter(
    ({ name, label }) => name !== 'age' && name !== 'sex' && label !== page.words.results.openOnly,
  )
}

/** With how many are chosen, for who does not see them. */
function filtersText(page: Page, read: ReadQuery): Markup {
  const words = page.words.results
  const count = chosenFilters(page, read).filter(({ name }) => name !== 'within').length
  return html`
    ${words.filters}
    ${
      count > 0 &&
      html`
        <b class="num">${count}</b>
        <span class="unseen">${words.chosenOnes}</span>
      `
    }
  `
}
