import { html, type Markup } from '../markup.ts'
import type { Page } from '../page.ts'
import { saidNumber } from '../../../words/said-number.ts'

/** One value of a filter. */
export interface FilterChoice {
  readonly value: string
  readonly label: string
  readonly chosen: boolean
  /** How many studies would be found; unknown where it is left out. */
  readonly count?: number | undefined
}

/** A filter with its values. */
export interface FilterGroup {
  readonly name: string
  readonly legend: string
  /** The form these boxes belong to, which is elsewhere on the page. */
  readonly form: string
  readonly choices: readonly FilterChoice[]
  readonly kind?: 'checkbox' | 'radio'
  /** So many are shown at once; the rest open on request. */
  readonly shown?: number
}

/** One group of choices with how many studies each has. */
export function filterGroup(page: Page, group: FilterGroup): Markup {
  if (group.choices.length === 0) return html``
  const most = group.shown ?? 8
  const ordered = [
    ...group.choices.filter((choice) => choice.chosen),
    ...group.choices.filter((choice) => !choice.chosen),
  ]
  const arranged = group.choices.length > most ? ordered : group.choices
  const rest = arranged.slice(most)
  return html`
    <fieldset class="filter-group" id="${group.name}">
      <legend>${group.legend}</legend>
      ${arranged.slice(0, most).map((choice) => filterChoice(page, group, choice))}
      ${
        rest.length > 0 &&
        html`
          <details>
            <summary>${page.words.search.filters.more(rest.length)}</summary>
            ${rest.map((choice) => filterChoice(page, group, choice))}
          </details>
        `
      }
    </fieldset>
  `
}

function filterChoice(page: Page, group: FilterGroup, choice: FilterChoice): Markup {
  return html`
    <label class="choice">
      <input
        type="${group.kind ?? 'checkbox'}"
        name="${group.name}"
        value="${choice.value}"
        form="${group.form}"
        ${
          choice.chosen &&
          html`
            checked
          `
        }
      />
      <span>
        ${choice.label}
        ${
          choice.count !== undefined &&
          html`
            <span class="choice-count">(${saidNumber(page.language, choice.count)})</span>
          `
        }
      </span>
    </label>
  `
}
