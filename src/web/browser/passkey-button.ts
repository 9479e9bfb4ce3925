import type {
  PublicKeyCredentialCreationOptionsJSON,
  PublicKeyCredentialRequestOptionsJSON,
} from '@simplewebauthn/browser'

/** What our server says: where to go on to, or what is wrong. */
interface Told {
  readonly to?: string
  readonly problems?: readonly { readonly text: string }[]
}

/**
 * Makes a passkey (`data-act` is `register`) or signs in with one: asks our server what to sign, then the browser, then
 * gives the answer to our server. Without this script, or without passkeys in the browser, its text says so.
 */
class PasskeyButton extends HTMLElement {
  connectedCallback(): void {
    const button = this.querySelector('button')
    const fields = this.querySelector<HTMLElement>('[hidden]')
    if (!button || !fields || !('PublicKeyCredential' in window)) return
    this.querySelector('[data-without]')?.remove()
    fields.hidden = false
    const said = document.createElement('p')
    said.className = 'wrong'
    said.setAttribute('role', 'alert')
    this.append(said)
    button.addEventListener('click', () => {
      button.disabled = true
      said.textContent = ''
      void this.#go()
        .catch(() => this.dataset['failed'] ?? '')
        .then((text) => {
          said.textContent = text
          button.disabled = false
        })
    })
  }

  /** What is wrong, in the reader's words; nothing where the page goes on. */
  async #go(): Promise<string> {
    const asked = await this.#ask(this.dataset['ask'] ?? '', {})
    if (!isTold(asked)) {
      const answer = await this.#ask(this.dataset['answer'] ?? '', {
        response: await this.#sign(asked),
        label: this.querySelector('input')?.value ?? '',
        path: this.dataset['path'] ?? '',
      })
      if (isTold(answer)) return this.#follow(answer)
      return this.dataset['failed'] ?? ''
    }
    return this.#follow(asked)
  }

  #follow({ to, problems }: Told): string {
    if (to === undefined) return problems?.[0]?.text ?? this.dataset['failed'] ?? ''
    location.assign(to)
    return ''
  }

  async #sign(options: unknown): Promise<unknown> {
    const { startAuthentication, startRegistration } = await import('@simplewebauthn/browser')
    return this.dataset['act'] === 'register'
      ? startRegistration({ optionsJSON: options as PublicKeyCredentialCreationOptionsJSON })
      : startAuthentication({ optionsJSON: options as PublicKeyCredentialRequestOptionsJSON })
  }

  async #ask(address: string, sent: object): Promise<unknown> {
    const answer = await fetch(address, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(sent),
    })
    return answer.json()
  }
}

function isTold(answer: unknown): answer is Told {
  return typeof answer === 'object' && answer !== null && ('to' in answer || 'problems' in answer)
}

customElements.define('passkey-button', PasskeyButton)
