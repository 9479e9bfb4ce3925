import type { Language } from '../../../words/language/language.ts'
import { html, type Markup } from '../markup.ts'

/** What every field has. */
export interface Field {
  /** Also its id, to which the error summary links. */
  readonly name: string
  readonly label: string
  readonly hint?: string | undefined
  readonly error?: string | undefined
  /** The hint stands under the field: for short forms whose fields stand in a row. */
  readonly isHintBelow?: true
}

/** A field of text. */
export interface TextInput extends Field {
  readonly value: string
  readonly type?: 'text' | 'search' | 'email' | 'tel'
  readonly maxLength?: number
  readonly autocomplete?: string
}

/** What goes along with a form unseen. */
export function hiddenField(name: string, value: string): Markup {
  return html`
    <input type="hidden" name="${name}" value="${value}" />
  `
}

/** The same for all that an address carries, but for one name that the form has a field of its own for. */
export function hiddenFields(carried: URLSearchParams, but = ''): Markup {
  const pairs = [...carried].filter(([name]) => name !== but)
  return html`
    ${pairs.map(([name, value]) => hiddenField(name, value))}
  `
}

/** A labelled line to type in, with its hint and what is wrong with it. */
export function textField(input: TextInput): Markup {
  const described = describedBy(input)
  return html`
    <div class="field">
      <label for="${input.name}">${input.label}</label>
      ${notes(input)}
      <input
        id="${input.name}"
        name="${input.name}"
        type="${input.type ?? 'text'}"
        value="${input.value}"
        maxlength="${input.maxLength ?? 512}"
        autocomplete="${input.autocomplete ?? 'off'}"
        ${
          input.type !== 'email' &&
          html`
            autocapitalize="none"
          `
        }
        spellcheck="false"
        ${
          described &&
          html`
            aria-describedby="${described}"
          `
        }
        ${
          input.error &&
          html`
            aria-invalid="true"
          `
        }
      />
      ${input.isHintBelow && hintOf(input)}
    </div>
  `
}

/** A field of several lines. */
export interface TextArea extends Field {
  readonly value: string
  readonly rows: number
  readonly maxLength?: number
  /** Of what is written in it, where that may not be the page's. */
  readonly language?: Language
}

/** A labelled box for text of several lines, with its hint and what is wrong with it. */
export function textArea(input: TextArea): Markup {
  const described = describedBy(input)
  return html`
    <div class="field">
      <label for="${input.name}">${input.label}</label>
      ${notes(input)}
      <textarea
        id="${input.name}"
        name="${input.name}"
        rows="${input.rows}"
        dir="auto"
        ${
          input.maxLength !== undefined &&
          html`
            maxlength="${input.maxLength}"
          `
        }
        ${
          input.language &&
          html`
            lang="${input.language}"
          `
        }
        ${
          described &&
          html`
            aria-describedby="${described}"
          `
        }
        ${
          input.error &&
          html`
            aria-invalid="true"
          `
        }
      >
${input.value}</textarea>
      ${input.isHintBelow && hintOf(input)}
    </div>
  `
}

/** One line of a list to choose from. */
export interface Choice {
  readonly value: string
  readonly label: string
}

/** A labelled list to choose one from. */
export function selectField(
  input: Field & {
    readonly value: string
    readonly choices: readonly Choice[]
    readonly form?: string
  },
): Markup {
  const described = describedBy(input)
  return html`
    <div class="field">
      <label for="${input.name}">${input.label}</label>
      ${notes(input)}
      <select
        id="${input.name}"
        name="${input.name}"
        ${
          input.form &&
          html`
            form="${input.form}"
          `
        }
        ${
          described &&
          html`
            aria-describedby="${described}"
          `
        }
        ${
          input.error &&
          html`
            aria-invalid="true"
          `
        }
      >
        ${input.choices.map((choice) => option(choice, input.value))}
      </select>
      ${input.isHintBelow && hintOf(input)}
    </div>
  `
}

function option(choice: Choice, chosen: string): Markup {
  return choice.value === chosen
    ? html`
        <option value="${choice.value}" selected>${choice.label}</option>
      `
    : html`
        <option value="${choice.value}">${choice.label}</option>
      `
}

function notes(field: Field): Markup {
  return html`
    ${!field.isHintBelow && hintOf(field)}
    ${
      field.error &&
      html`
        <p class="wrong" id="${field.name}-error">${field.error}</p>
      `
    }
  `
}

function hintOf({ name, hint }: Field): Markup {
  if (!hint) return html``
  return html`
    <p class="hint" id="${name}-hint">${hint}</p>
  `
}

function describedBy(field: Field): string {
  return [field.hint && `${field.name}-hint`, field.error && `${field.name}-error`]
    .filter(Boolean)
    .join(' ')
}

/** A field that programs see which fill in everything, and nobody else; its name is `website`. */
export function trapField(label: string): Markup {
  return html`
    <div class="unseen" aria-hidden="true">
      <label for="website">${label}</label>
      <input type="text" id="website" name="website" value="" tabindex="-1" autocomplete="off" />
    </div>
  `
}
