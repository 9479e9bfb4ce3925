import type { Results } from '../../../finder/catalogue/model/query.ts'
import {
  type FilterNameOf,
  type FilterRow,
  filterNames,
  filterTable,
} from '../../../finder/catalogue/model/filter-table.ts'
import { html, type Markup } from '../../shell/markup.ts'
import type { Page } from '../../shell/page.ts'
import { filterGroup, type FilterChoice } from '../../shell/parts/filter-group.ts'
import type { Asked, ListField, SingleFilter } from '../../../finder/question/asked.ts'
import { readChoice, readSingle } from '../../../finder/question/read-values.ts'
import { filterValueLabel } from './filter-labels.ts'
import { searchFormId } from './search-form.ts'

/** Boxes to narrow the list, each with how many studies it would leave. Closed on phones. */
export function filters(page: Page, asked: Asked, results: Results, map: Markup | ''): Markup {
  const { filters: title, atOnce, show } = page.words.results
  return html`
    <aside class="results-side flow" aria-label="${title}">
      ${map}
      <details class="filters">
        <summary class="chip">${title}</summary>
        <live-filters class="filter-sets" id="filters" form="${searchFormId}" note="${atOnce}">
          ${filterNames.map((name) =>
            isList(name)
              ? listGroup(page, asked, results, name)
              : singleGroup(page, asked, results, name),
          )}
          <button class="button button-quiet" type="submit" form="${searchFormId}">
            ${show(results.total)}
          </button>
        </live-filters>
      </details>
    </aside>
  `
}

function isList(name: ListField | SingleFilter): name is ListField {
  return filterTable[name].kind === 'list'
}

function listGroup(page: Page, asked: Asked, results: Results, name: ListField): Markup {
  const row: FilterRow = filterTable[name]
  const counts = results.facets[filterTable[name].facet]
  const chosen = new Set(asked.lists[name].map((value) => readChoice(name, value)))
  const values = valuesOf(row, counts).filter((value) => counts[value] || chosen.has(value))
  return filterGroup(page, {
    name,
    legend: page.words.search.filters.legends[name],
    form: searchFormId,
    choices: values.map((value) => ({
      value,
      label: filterValueLabel(page, name, value),
      chosen: chosen.has(value),
      count: counts[value] ?? 0,
    })),
  })
}

/** Short lists keep their own order; long ones begin with the most studies. */
function valuesOf(row: FilterRow, counts: Readonly<Record<string, number>>): readonly string[] {
  if (!row.isLong) return row.values
  return Object.keys(counts).toSorted((one, other) => (counts[other] ?? 0) - (counts[one] ?? 0))
}

function singleGroup(page: Page, asked: Asked, results: Results, name: SingleFilter): Markup {
  const { values }: FilterRow = filterTable[name]
  const counts = results.facets[filterTable[name].facet]
  const typed = asked.texts[name]
  const isChosen = (value: string) =>
    typed === value || (typed !== '' && readSingle(name, typed) === readSingle(name, value))
  const choices = [...values, ...ownValue(name, typed)].map((value) => ({
    value,
    label: filterValueLabel(page, name, value),
    chosen: isChosen(value),
    count: counts[value] ?? (values.includes(value) ? 0 : undefined),
  }))
  const group = { name, legend: page.words.search.filters.legends[name], form: searchFormId }
  if (hasAny(name))
    return filterGroup(page, {
      ...group,
      kind: 'radio',
      choices: [anyOf(page, name, choices), ...choices],
    })
  const isOffered = choices.some(({ count, chosen }) => count !== 0 || chosen)
  return isOffered ? filterGroup(page, { ...group, kind: 'checkbox', choices }) : html``
}

/** A span that was written into the address by hand: without a choice of its own the form would lose it. */
function ownValue(name: SingleFilter, typed: string): readonly string[] {
  const { kind, values }: FilterRow = filterTable[name]
  return kind === 'span' && typed !== '' && !values.includes(typed) ? [typed] : []
}

function hasAny(name: SingleFilter): name is FilterNameOf<'one' | 'span'> {
  return filterTable[name].kind !== 'yes'
}

function anyOf(
  page: Page,
  name: FilterNameOf<'one' | 'span'>,
  choices: readonly FilterChoice[],
): FilterChoice {
  return {
    value: '',
    label: page.words.search.filters.any[name],
    chosen: !choices.some(({ chosen }) => chosen),
  }
}
