import { codeText, titleOf } from '../../../study/in-words/telling.ts'
import type { ProtocolItem } from '../../../study/protocol/document/protocol.ts'
import { html, type Markup } from '../../shell/markup.ts'
import { oneChoice } from '../../shell/parts/choice-group.ts'
import { selectField } from '../../shell/parts/field.ts'
import type { VersionView } from '../parts/version-view.ts'
import type { TriedPerson } from './tried-person.ts'

/** As much of a filled form as a field needs. */
export interface Filled {
  readonly person: TriedPerson
  readonly problems: readonly { readonly field: string; readonly text: string }[]
}

/** One answer about the person: yes or no, a code, a day or words. */
export function answerField(view: VersionView, filled: Filled, item: ProtocolItem): Markup {
  const { answers } = filled.person
  const id = `a-${item.id}`
  const label = titleOf(view.telling, item.id)
  const value = answers[item.id] ?? ''
  if (item.type === 'yes-no' || item.type === 'code')
    return selectField({
      name: id,
      label,
      value,
      choices: choicesOf(view, item),
      error: errorOf(filled, id),
    })
  if (item.type === 'date')
    return html`
      <div class="try-date">
        ${input(filled, { id, label, value: value === 'none' ? '' : value, type: 'date' })}
        ${item.mayBeNone === true && noneBox(view, item, value === 'none')}
      </div>
    `
  return input(filled, { id, label, value, type: 'text' })
}

/** A day and time by the clocks of the site. */
export function momentField(
  filled: Filled,
  field: {
    readonly id: string
    readonly label: string
    readonly value: string
    readonly hint?: string
  },
): Markup {
  return input(filled, { ...field, type: 'datetime-local' })
}

/** A day of the calendar. */
export function dateField(filled: Filled, field: PlainField): Markup {
  return input(filled, { ...field, type: 'date' })
}

/** Some words. */
export function wordsField(
  filled: Filled,
  field: PlainField & { readonly maxLength?: number },
): Markup {
  return input(filled, { ...field, type: 'text' })
}

interface PlainField {
  readonly id: string
  readonly label: string
  readonly value: string
}

function choicesOf(view: VersionView, item: ProtocolItem) {
  const words = view.page.words.tryProtocol.form
  const codes = item.codes ?? []
  return [
    { value: '', label: words.notSaid },
    ...(item.type === 'code'
      ? codes.map((code) => ({ value: code, label: codeText(view.telling, code) }))
      : [
          { value: 'yes', label: words.yes },
          { value: 'no', label: words.no },
        ]),
    { value: 'not applicable', label: words.notApplicable },
  ]
}

function noneBox(view: VersionView, { id }: ProtocolItem, chosen: boolean): Markup {
  const label = view.page.words.tryProtocol.form.none
  return oneChoice(`none-${id}`, 'checkbox', { value: 'none', label, chosen })
}

interface InputField {
  readonly id: string
  readonly label: string
  readonly value: string
  readonly type: 'text' | 'date' | 'datetime-local'
  readonly hint?: string
  readonly maxLength?: number
}

function input(filled: Filled, { id, label, value, type, hint, maxLength }: InputField): Markup {
  const error = errorOf(filled, id)
  const described = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ')
  return html`
    <div class="field">
      <label for="${id}">${label}</label>
      ${
        hint &&
        html`
          <p class="field-hint" id="${id}-hint">${hint}</p>
        `
      }
      ${
        error &&
        html`
          <p class="field-error" id="${id}-error">${error}</p>
        `
      }
      <input
        id="${id}"
        name="${id}"
        type="${type}"
        value="${value}"
        autocomplete="off"
        ${
          maxLength !== undefined &&
          html`
            maxlength="${maxLength}"
          `
        }
        ${
          described &&
          html`
            aria-describedby="${described}"
          `
        }
        ${
          error &&
          html`
            aria-invalid="true"
          `
        }
      />
    </div>
  `
}

/** What is wrong with a field, if anything is. */
export function errorOf({ problems }: Filled, id: string): string | undefined {
  return problems.find(({ field }) => field === id)?.text
}
