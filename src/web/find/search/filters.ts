import { html } from 'hono/html'
import type { FacetName, Results } from '../../../finder/catalogue/model/query.ts'
import { countryName } from '../../../finder/places/countries.ts'
import { categoryName } from '../../shell/parts/category-name.ts'
import type { Markup } from '../../shell/markup.ts'
import type { Page } from '../../shell/page.ts'
import { filterGroup, type FilterChoice } from '../../shell/parts/filter-group.ts'
import { statusLabel } from '../../shell/parts/status-tag.ts'
import { spokenSpan } from '../../shell/parts/ages.ts'
import type { Asked, ListField } from '../../../finder/question/asked.ts'
import { choices, readChoice } from '../../../finder/question/read-values.ts'
import { searchFormId } from './search-form.ts'

/** Boxes to narrow the list, each with how many studies it would leave. Closed on phones. */
export function filters(page: Page, asked: Asked, results: Results): Markup {
  const words = page.words.search
  return html`
    <aside class="filters" aria-label="${words.filters.title}">
      <details>
        <summary>${words.filters.title}</summary>
        <h2>${words.filters.title}</h2>
        ${listGroups.map((field) => listGroup(page, asked, results, field))}
        ${singleGroups(page, asked, results)}
        <button class="button" type="submit" form="${searchFormId}">${words.apply}</button>
      </details>
    </aside>
  `
}

const listGroups = ['status', 'phase', 'type', 'category', 'country', 'class'] as const

function listGroup(page: Page, asked: Asked, results: Results, field: ListField): Markup {
  const counts = results.facets[field === 'class' ? 'sponsorClass' : field]
  const chosen = new Set(asked.lists[field].map((value) => readChoice(field, value)))
  const values = valuesOf(field, counts).filter((value) => counts[value] || chosen.has(value))
  return filterGroup(page, {
    name: field,
    legend: page.words.search.filters[field],
    form: searchFormId,
    choices: values.map((value) => ({
      value,
      label: choiceLabel(page, field, value),
      chosen: chosen.has(value),
      count: counts[value] ?? 0,
    })),
  })
}

/** Short lists stand in their own order, long ones with the most studies first. */
function valuesOf(field: ListField, counts: Readonly<Record<string, number>>): readonly string[] {
  if (field !== 'category' && field !== 'country') return choices[field]
  return Object.keys(counts).toSorted((one, other) => (counts[other] ?? 0) - (counts[one] ?? 0))
}

/** A filter's value in the reader's words. */
export function choiceLabel(page: Page, field: ListField, value: string): string {
  const { common } = page.words
  switch (field) {
    case 'status':
      return statusLabel(page, value)
    case 'phase':
      return labelIn(common.phases, value)
    case 'type':
      return labelIn(common.types, value)
    case 'class':
      return (common.sponsorClasses as Readonly<Record<string, string>>)[value] ?? value
    case 'category':
      return categoryName(value, page.language)
    case 'country':
      return countryName(value, page.language)
  }
}

function labelIn(known: object, value: string): string {
  return (known as Readonly<Record<string, { label: string }>>)[value]?.label ?? value
}

function singleGroups(page: Page, asked: Asked, results: Results): Markup {
  const words = page.words.search.filters
  const spans = Object.entries(words.updatedWithin)
  const takesHealthy = either(asked, results, 'healthy', 'yes', words.acceptsHealthy)
  return html`
    ${single(page, 'results', words.results, [
      either(asked, results, 'results', 'with', words.withResults),
      either(asked, results, 'results', 'without', words.withoutResults),
    ])}
    ${
      takesHealthy.count !== 0 || takesHealthy.chosen
        ? single(page, 'healthy', words.healthy, [takesHealthy], 'checkbox')
        : ''
    }
    ${single(
      page,
      'updated',
      words.updated,
      [...spans, ...ownSpan(page, asked)].map(([value, label]) =>
        either(asked, results, 'updated', value, label),
      ),
    )}
  `
}

/** A span that was written into the address by hand: without a choice of its own the form would lose it. */
function ownSpan(page: Page, asked: Asked): readonly (readonly [string, string])[] {
  const words = page.words.search.filters
  const span = asked.texts.updated
  if (span === '' || Object.hasOwn(words.updatedWithin, span)) return []
  return [[span, words.updatedText(spokenSpan(page, span))]]
}

type SingleField = 'results' | 'healthy' | 'updated'

function either(
  asked: Asked,
  results: Results,
  field: SingleField & FacetName,
  value: string,
  label: string,
): FilterChoice {
  const chosen = field === 'healthy' ? asked.texts[field] !== '' : asked.texts[field] === value
  return { value, label, chosen, count: results.facets[field][value] }
}

function single(
  page: Page,
  name: SingleField,
  legend: string,
  given: readonly FilterChoice[],
  kind: 'checkbox' | 'radio' = 'radio',
): Markup {
  const none = !given.some((choice) => choice.chosen)
  const any = { value: '', label: page.words.search.filters.anyTime, chosen: none }
  const anyLabel = name === 'updated' ? any.label : page.words.search.filters.either
  const all = kind === 'radio' ? [{ ...any, label: anyLabel }, ...given] : given
  return filterGroup(page, { name, legend, form: searchFormId, choices: all, kind })
}
