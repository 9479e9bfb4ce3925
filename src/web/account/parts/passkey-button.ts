import { html, type Markup } from '../../shell/markup.ts'
import type { Page } from '../../shell/page.ts'

/** A button that asks the browser for a passkey; `passkey-button` is to be among the islands of its page. */
export interface PasskeyButton {
  readonly act: 'register' | 'sign-in'
  /** Where to ask what is to be signed. */
  readonly ask: string
  /** Where to give the answer. */
  readonly answer: string
  readonly text: string
  /** Where to go on to. */
  readonly path?: string | undefined
  /** What stands before the button. */
  readonly fields?: Markup
}

/** The button; without scripts, or without passkeys, a line says what it needs. */
export function passkeyButton(page: Page, button: PasskeyButton): Markup {
  const words = page.words.account.passkeys
  return html`
    <passkey-button
      data-act="${button.act}"
      data-ask="${button.ask}"
      data-answer="${button.answer}"
      data-path="${button.path ?? ''}"
      data-failed="${words.failed}"
    >
      <p data-without>${words.without}</p>
      <div hidden>
        ${button.fields}
        <p class="button-row">
          <button class="button button-quiet" type="button">${button.text}</button>
        </p>
      </div>
    </passkey-button>
  `
}
