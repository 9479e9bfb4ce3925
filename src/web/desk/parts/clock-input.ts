import { html, type Markup } from '../../shell/markup.ts'

/** A day or a time as it is asked by the clocks of a site. */
export interface ClockInput {
  readonly name: string
  readonly label: string
  /** `text` where a day may be known in part. */
  readonly type: 'date' | 'time' | 'text'
  /** As it was typed. */
  readonly value: string
  readonly error: string | undefined
  /** The id of what says how it is written; empty where nothing does. */
  readonly hint: string
}

/** The field of a day or a time; what a browser’s own field cannot show would be lost, and is shown as a line of text. */
export function clockInput({ name, label, type, value, error, hint }: ClockInput): Markup {
  const isShown = value === '' || type === 'text' || shown[type].test(value)
  const described = [hint, error !== undefined && `${name}-error`].filter(Boolean).join(' ')
  return html`
    <div class="field">
      <label for="${name}">${label}</label>
      ${
        error !== undefined &&
        html`
          <p class="wrong" id="${name}-error">${error}</p>
        `
      }
      <input
        id="${name}"
        name="${name}"
        type="${isShown ? type : 'text'}"
        value="${value}"
        autocomplete="off"
        ${
          described !== '' &&
          html`
            aria-describedby="${described}"
          `
        }
        ${
          error !== undefined &&
          html`
            aria-invalid="true"
          `
        }
      />
    </div>
  `
}

const shown = {
  date: /^\d{4}-\d{2}-\d{2}$/,
  time: /^([01]\d|2[0-3]):[0-5]\d(:[0-5]\d)?$/,
} as const
