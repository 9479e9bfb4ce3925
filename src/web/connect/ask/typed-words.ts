import { html, type Markup } from '../../shell/markup.ts'
import type { Page } from '../../shell/page.ts'

/** A message that cannot be sent, given back; `meanwhile` is what happened while it was written, in words. */
export function typedWords({ words }: Page, message: string, meanwhile?: string): Markup | '' {
  if (message === '' && meanwhile === undefined) return ''
  const body = html`
    ${
      meanwhile !== undefined &&
      html`
        <p><b>${meanwhile}</b></p>
      `
    }
    ${
      message !== '' &&
      html`
        <p>${words.connect.before.typed}${words.common.colon}</p>
        <blockquote class="typed-words" dir="auto">${message}</blockquote>
      `
    }
  `
  return meanwhile === undefined
    ? html`
        <div class="note">${body}</div>
      `
    : html`
        <div class="note" data-tone="stop" role="alert">${body}</div>
      `
}
