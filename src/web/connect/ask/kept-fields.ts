import { html, type Markup } from '../../shell/markup.ts'
import { hiddenField } from '../../shell/parts/field.ts'
import type { CameAlong } from './check-answers.ts'
import type { TypedEnquiry } from './read-form.ts'

/**
 * What was typed and answered so far, as fields that nobody sees, to take it along to another page of the form. The consent is
 * not among them: it was for one site.
 */
export function keptFields(
  typed: TypedEnquiry | undefined,
  answers: CameAlong | undefined,
): Markup | undefined {
  if (!typed && !answers) return undefined
  return html`
    ${answers?.fields} ${typed && typedFields(typed)}
  `
}

function typedFields(typed: TypedEnquiry): Markup {
  const { asker, name, email, phone, when, language, message } = typed
  const pairs = Object.entries({ asker, name, email, phone, when, language })
  return html`
    ${pairs.filter(([, value]) => value !== '').map(([field, value]) => hiddenField(field, value))}
    ${typed.answers && hiddenField('answers', 'yes')}
    ${
      message !== '' &&
      html`
        <textarea name="message" hidden>${message}</textarea>
      `
    }
  `
}
