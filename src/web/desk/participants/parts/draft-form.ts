import { html, type Markup } from '../../../shell/markup.ts'
import type { ParticipantView } from './participant-view.ts'

/**
 * Around a form: keeps on the device what is typed until it is recorded, and sends it when the connection is back. Without
 * the script it is the form alone. `isAgain`: the form came back with what was typed. `of`: what tells apart forms that are sent to
 * one address. `isHeld`: nothing is sent by itself, because what is now would be another moment by then.
 */
export function draftForm(
  { page, actor }: ParticipantView,
  isAgain: boolean,
  form: Markup,
  { of = '', isHeld = false }: { readonly of?: string; readonly isHeld?: boolean } = {},
): Markup {
  const { keep } = page.words.record
  return html`
    <draft-form
      data-who="${actor.accountId}"
      data-again="${isAgain ? 'yes' : ''}"
      data-kept="${keep.kept}"
      data-back="${keep.back}"
      data-away="${keep.away}"
      ${
        of !== '' &&
        html`
          data-of=" ${of}"
        `
      }
      ${
        isHeld &&
        html`
          data-held="${keep.held}"
        `
      }
      data-sending="${keep.sending}"
      data-drop="${keep.drop}"
      data-dropped="${keep.dropped}"
    >
      ${form}
    </draft-form>
  `
}
