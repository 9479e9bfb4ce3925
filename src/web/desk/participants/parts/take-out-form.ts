import { html, type Markup } from '../../../shell/markup.ts'
import { hiddenField, textField } from '../../../shell/parts/field.ts'
import { fieldErrorAt, type FieldError } from './field-errors.ts'

/** A form by which an entry is taken out that was recorded by mistake. */
export interface TakeOutAsked {
  readonly action: string
  readonly formKey: string
  readonly seen: number
  readonly fact: string
  /** The name of the field, as several forms may stand on one page. */
  readonly name: string
  readonly label: string
  readonly button: string
  readonly reason: string
  readonly errors: readonly FieldError[]
}

/** Takes out what was recorded by mistake, with the reason: it stays to read. */
export function takeOutForm(asked: TakeOutAsked): Markup {
  return html`
    <form class="flow narrow-left no-print" method="post" action="${asked.action}" novalidate>
      ${hiddenField('act', 'take-out')} ${hiddenField('form', asked.formKey)}
      ${hiddenField('seen', String(asked.seen))} ${hiddenField('fact', asked.fact)}
      ${textField({
        name: asked.name,
        label: asked.label,
        value: asked.reason,
        maxLength: 1000,
        error: fieldErrorAt(asked.errors, asked.name),
      })}
      <p class="acts"><button class="button button-quiet" type="submit">${asked.button}</button></p>
    </form>
  `
}
