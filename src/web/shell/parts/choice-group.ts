import { html, type Markup } from '../markup.ts'
import type { Field } from './field.ts'

/** One choice of a group. */
export interface GroupChoice {
  readonly value: string
  readonly label: Markup | string
  readonly chosen: boolean
}

/** A group of checkboxes or radio buttons. */
export interface ChoiceGroup extends Field {
  readonly kind: 'checkbox' | 'radio'
  readonly choices: readonly GroupChoice[]
}

/** Choices under one heading, with a hint and what is wrong; the error summary leads to the first. */
export function choiceGroup({ name, label, hint, error, kind, choices }: ChoiceGroup): Markup {
  const described = [hint && `${name}-hint`, error && `${name}-error`].filter(Boolean).join(' ')
  return html`
    <fieldset
      class="choice-group"
      ${
        described &&
        html`
          aria-describedby="${described}"
        `
      }
    >
      <legend>${label}</legend>
      ${
        hint &&
        html`
          <p class="field-hint" id="${name}-hint">${hint}</p>
        `
      }
      ${
        error &&
        html`
          <p class="field-error" id="${name}-error">${error}</p>
        `
      }
      ${choices.map((choice, at) => oneChoice(name, kind, choice, at === 0 ? name : `${name}-${at}`))}
    </fieldset>
  `
}

/** One box to tick, with its label beside it. */
export function oneChoice(
  name: string,
  kind: 'checkbox' | 'radio',
  { value, label, chosen }: GroupChoice,
  id = name,
): Markup {
  return html`
    <div class="choice">
      <input
        type="${kind}"
        id="${id}"
        name="${name}"
        value="${value}"
        ${
          chosen &&
          html`
            checked
          `
        }
      />
      <label for="${id}">${label}</label>
    </div>
  `
}
