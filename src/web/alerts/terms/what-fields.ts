import { categories } from '../../../finder/vocabulary/categories.ts'
import { readChoice } from '../../../finder/question/read-values.ts'
import { html, type Markup } from '../../shell/markup.ts'
import { link, type Page } from '../../shell/page.ts'
import { oneChoice } from '../../shell/parts/choice-group.ts'
import { selectField, textField } from '../../shell/parts/field.ts'
import { own } from '../../shell/parts/phrases.ts'
import { askedOf, listFields, textFields, type Asked } from '../../../finder/question/asked.ts'
import { chosenOf } from '../../find/search/chosen.ts'
import { errorAt } from './terms-fields.ts'
import type { AskForm, What } from './read-ask.ts'
import { paths } from '../../shell/paths.ts'

/** What is looked for: one study as it is, or words and an area of medicine with the filters of a search. */
export function whatFields(page: Page, { what, problems, reading }: AskForm): Markup {
  if (what.about === 'study') return studyField(page, what)
  const words = page.words.alerts.form
  const area = what.applied.lists.category[0] ?? ''
  return html`
    <fieldset class="alert-part" aria-describedby="what-hint">
      <legend>${words.what}</legend>
      <p class="field-hint" id="what-hint">${words.whatNeeded}</p>
      <search-box
        suggest="${link(page, paths.suggest(), { for: 'condition' })}"
        list="${page.words.search.suggestions.label}"
      >
        ${textField({
          name: 'q',
          label: words.words,
          hint: words.wordsHint,
          value: what.asked.texts.q,
          error: errorAt(problems, 'q'),
        })}
      </search-box>
      <input type="hidden" name="filled" value="${what.asked.texts.q}" />
      ${reading}
      ${selectField({
        name: 'category',
        label: words.area,
        hint: words.areaHint,
        value: readChoice('category', area) ?? '',
        choices: areas(page),
        error: errorAt(problems, 'category'),
      })}
      ${otherFilters(page, what.applied)}
    </fieldset>
  `
}

function studyField(page: Page, what: Extract<What, { about: 'study' }>): Markup {
  return html`
    <div class="alert-study">
      <input type="hidden" name="study" value="${what.nctId}" />
      <p class="small">${page.words.alerts.form.study}</p>
      <p>
        <a href="${link(page, paths.study(what.nctId))}">${own(page, what.title)}</a>
        <span class="small">${what.nctId}</span>
      </p>
    </div>
  `
}

function areas(page: Page): { value: string; label: string }[] {
  const { language } = page
  const sorted = categories
    .map(({ slug, name }) => ({ value: slug, label: name[language] }))
    .toSorted((one, other) => one.label.localeCompare(other.label, language))
  return [{ value: '', label: page.words.alerts.form.noArea }, ...sorted]
}

/** What a search brought that has no field here: each can be unticked, none is lost when the form comes back. */
function otherFilters(page: Page, applied: Asked): Markup {
  const filters = filtersOf(page, applied)
  if (filters.length === 0) return html``
  const words = page.words.alerts.form
  return html`
    <div role="group" aria-labelledby="also" aria-describedby="also-hint">
      <p id="also"><strong>${words.also}</strong></p>
      <p class="field-hint" id="also-hint">${words.alsoHint}</p>
      ${filters.map(({ name, value, label }, at) =>
        oneChoice(name, 'checkbox', { value, label, chosen: true }, `also-${at}`),
      )}
    </div>
  `
}

interface Filter {
  readonly name: string
  readonly value: string
  readonly label: string
}

/** Every other part of a search, with its name and value in the address and in words. */
export function filtersOf(page: Page, { texts, lists }: Asked): readonly Filter[] {
  const pairs = [
    ...textFields.filter((name) => name !== 'q').map((name) => [name, texts[name]] as const),
    ...listFields.flatMap((name) =>
      lists[name].slice(name === 'category' ? 1 : 0).map((value) => [name, value] as const),
    ),
  ]
  return pairs.flatMap(([name, value]) => {
    const [chosen] =
      value === '' ? [] : chosenOf(page, askedOf(new URLSearchParams([[name, value]])))
    return chosen ? [{ name, value, label: chosen.label }] : []
  })
}
