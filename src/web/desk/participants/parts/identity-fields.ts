import { longestPart } from '../../../../study/conduct/model/participant.ts'
import { html, type Markup } from '../../../shell/markup.ts'
import type { Page } from '../../../shell/page.ts'
import { selectField, textArea, textField } from '../../../shell/parts/field.ts'
import { fieldErrorAt, type FieldError } from './field-errors.ts'
import type { TypedIdentity } from './typed-identity.ts'

/** Who somebody is, how they are reached, and in which language. */
export function identityFields(
  page: Page,
  typed: TypedIdentity,
  errors: readonly FieldError[],
): Markup {
  const words = page.words.enrolment
  const { optional: hint } = words
  const line = (name: 'email' | 'phone') => ({
    name,
    label: words[name],
    hint,
    value: typed[name],
    maxLength: longestPart[name],
    error: fieldErrorAt(errors, name),
  })
  return html`
    ${textField({
      name: 'name',
      label: words.name,
      hint: words.nameHint,
      value: typed.name,
      maxLength: longestPart.name,
      error: fieldErrorAt(errors, 'name'),
    })}
    ${textArea({
      name: 'contact',
      label: words.contact,
      hint,
      value: typed.contact,
      rows: 3,
      maxLength: longestPart.contact,
      error: fieldErrorAt(errors, 'contact'),
    })}
    ${textField({ ...line('phone'), type: 'tel' })}
    ${textField({ ...line('email'), type: 'email' })}
    ${selectField({
      name: 'language',
      label: words.language,
      value: typed.language,
      choices: (['fr', 'en'] as const).map((value) => ({ value, label: words.languages[value] })),
    })}
  `
}
