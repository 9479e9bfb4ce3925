import { html } from 'hono/html'
import type { Markup } from '../../shell/markup.ts'
import { link, type Page } from '../../shell/page.ts'
import { diseaseName } from '../../shell/parts/disease-name.ts'
import { typedDistance } from '../../shell/parts/distance.ts'
import { spokenSpan } from '../../shell/parts/ages.ts'
import {
  listFields,
  paramsOf,
  withoutFilters,
  withoutValue,
  withTexts,
  type Asked,
  singleFilters,
  type SingleFilter,
  type TextField,
} from '../../../finder/question/asked.ts'
import { readChoice, readSingle } from '../../../finder/question/read-values.ts'
import { filterValueLabel } from './filter-labels.ts'
import { paths } from '../../shell/paths.ts'

/** One thing that narrows the list, in words, and the search without it. */
export interface Chosen {
  readonly label: string
  readonly without: Asked
}

/** What is chosen, as links that take each away. */
export function chosenFilters(page: Page, asked: Asked): Markup {
  const chosen = chosenOf(page, asked)
  if (chosen.length === 0) return html``
  const words = page.words.search.filters
  return html`
    <div class="chosen no-print">
      <h2 class="unseen" id="chosen-title">${words.chosen}</h2>
      <ul aria-labelledby="chosen-title">
        ${chosen.map(({ label, without }) => removeLink(page, label, without))}
        ${
          chosen.length > 1 &&
          html`
            <li><a href="${searchLink(page, withoutFilters(asked))}">${words.clear}</a></li>
          `
        }
      </ul>
    </div>
  `
}

function removeLink(page: Page, label: string, without: Asked): Markup {
  const words = page.words.search.filters
  return html`
    <li>
      <a class="chosen-filter" href="${searchLink(page, without)}">
        <span class="unseen">${words.remove(label)}</span>
        <span aria-hidden="true">
          <bdi>${label}</bdi>
          ✕
        </span>
      </a>
    </li>
  `
}

/** What a search asks for beside its words, each with the search that is left without it. */
export function chosenOf(page: Page, asked: Asked): readonly Chosen[] {
  const texts = Object.entries(labels(page)).flatMap(([name, labelOf]) => {
    const value = asked.texts[name as TextField]
    if (value === '') return []
    return [{ label: labelOf(value), without: withTexts(asked, { [name]: '' }) }]
  })
  const lists = listFields.flatMap((field) =>
    asked.lists[field].map((value) => ({
      label: filterValueLabel(page, field, readChoice(field, value) ?? value),
      without: withoutValue(asked, field, value),
    })),
  )
  return [...texts, ...lists]
}

type Labels = Partial<Record<TextField, (value: string) => string>>

function labels(page: Page): Labels {
  const words = page.words.search.filters
  const { sexes } = page.words.common
  return {
    cond: words.cond,
    intr: words.intr,
    title: words.titleWords,
    spons: words.spons,
    elig: words.elig,
    within: (value) => words.within(typedDistance(page, value)),
    age: (value) => words.age(spokenSpan(page, value)),
    sex: (value) => (value.toLowerCase().startsWith('f') ? sexes.FEMALE : sexes.MALE),
    ...Object.fromEntries(
      singleFilters.map((name) => [name, (value: string) => singleLabel(page, name, value)]),
    ),
    exact: () => words.exact,
    tree: (value) => words.tree(treeName(page, value)),
  }
}

/** However it was written, `healthy=1` is the choice "yes". */
function singleLabel(page: Page, name: SingleFilter, value: string): string {
  const read = readSingle(name, value)
  const known = read === true ? 'yes' : typeof read === 'string' ? read : value
  return filterValueLabel(page, name, known)
}

function treeName(page: Page, tree: string): string {
  const term = page.vocabulary.byTree(tree)?.term
  return term === undefined ? tree : diseaseName(page, term)
}

/** The address of a search in the language of the page. */
export function searchLink(page: Page, asked: Asked): string {
  return link(page, paths.search(), paramsOf(asked))
}
