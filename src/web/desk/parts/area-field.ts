import { html } from 'hono/html'
import type { Markup } from '../../shell/markup.ts'
import type { Field } from '../../shell/parts/field.ts'

/** A field of several lines, in a language that may not be the page's. */
export interface AreaField extends Field {
  readonly value: string
  readonly maxLength: number
  readonly rows?: number
  readonly language?: 'en' | 'fr'
}

/** A labelled field of several lines, with its hint and what is wrong with it. */
export function areaField(field: AreaField): Markup {
  const { name, label, hint, error } = field
  return html`
    <div class="field">
      <label for="${name}">${label}</label>
      ${
        error &&
        html`
          <p class="wrong" id="${name}-error">${error}</p>
        `
      }
      ${box(field)}
      ${
        hint &&
        html`
          <p class="hint" id="${name}-hint">${hint}</p>
        `
      }
    </div>
  `
}

function box({ name, hint, error, value, maxLength, rows = 5, language }: AreaField): Markup {
  const described = [hint && `${name}-hint`, error && `${name}-error`].filter(Boolean).join(' ')
  return html`
    <textarea
      id="${name}"
      name="${name}"
      rows="${rows}"
      maxlength="${maxLength}"
      dir="auto"
      ${
        language &&
        html`
          lang="${language}"
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
    >
${value}</textarea>
  `
}
