import { type Draft, draftOf, dropDraft, dropDrafts, keepDraft } from './kept-drafts.ts'

/** How long to wait before sending again, in milliseconds. */
const wait = 5000

/**
 * Loses nothing that is typed: keeps it in this tab until our server said that it is recorded, says where it was not sent
 * yet, and sends it again with the key of the form, by which it is recorded once however often it arrives. Without this
 * script the form is sent as any other. A form that holds what it could not send (`data-held`) never sends it by itself: what was
 * "now" when it was typed is asked as a time by then.
 */
class DraftForm extends HTMLElement {
  readonly #said = document.createElement('p')
  readonly #drop = document.createElement('button')
  #place = ''
  #form: HTMLFormElement | null = null
  #timer = 0
  #isBusy = false

  connectedCallback(): void {
    this.#form = this.querySelector('form')
    if (!this.#form || this.querySelector('.draft-said')) return
    const { pathname, search } = actionOf(this.#form)
    this.#place = pathname + search + (this.dataset['of'] ?? '')
    this.#addSaid()
    this.#form.addEventListener('input', () => this.#keep(false))
    this.#form.addEventListener('submit', (event) => this.#submitted(event))
    window.addEventListener('online', () => this.#again())
    for (const out of document.querySelectorAll('form[action$="/sign-out"]'))
      out.addEventListener('submit', () => dropDrafts())
    this.#open()
  }

  /** What came back from our server with a notice is newer than what is kept. */
  #open(): void {
    const draft = draftOf(this.#place, this.dataset['who'] ?? '')
    if (this.dataset['again'] === 'yes') return this.#keep(false)
    if (!draft) return this.#say('kept')
    this.#fill(draft)
    this.#drop.hidden = false
    this.#say('back')
    if (this.#isHeld) this.#askWhen()
    else if (draft.isSent) void this.#send()
  }

  get #isHeld(): boolean {
    return this.dataset['held'] !== undefined
  }

  /** What was now is some time ago: in the place of “just now” its time is asked. */
  #askWhen(): void {
    const now = this.querySelector<HTMLInputElement>('input[type=radio][value=now]')
    const then = this.querySelector<HTMLInputElement>('input[type=radio][value=at]')
    if (!now?.checked || !then) return
    then.checked = true
    const time = this.querySelector<HTMLInputElement>('input[name=time]')
    if (time) time.value = ''
    this.#keep(false)
    this.#say('held')
  }

  #submitted(event: Event): void {
    event.preventDefault()
    this.#keep(!this.#isHeld)
    void this.#send()
  }

  async #send(): Promise<void> {
    const form = this.#form
    if (!form || this.#isBusy) return
    this.#isBusy = true
    this.#say('sending')
    const answer = await fetch(actionOf(form), {
      method: 'POST',
      body: new URLSearchParams([...this.#fields()].map(([name, value]) => [name, value])),
    }).catch(() => undefined)
    this.#isBusy = false
    if (answer?.redirected) {
      // Who is to sign in first comes back to what they typed, and sends it themselves.
      if (isToSignIn(answer)) this.#keep(false)
      else dropDraft(this.#place)
      location.assign(answer.url)
      return
    }
    // Something is to be said about it: our server says it on a page. Nothing was recorded.
    if (answer && answer.status < 500) return form.submit()
    if (this.#isHeld) {
      this.#askWhen()
      return this.#say('held')
    }
    this.#say('away')
    clearTimeout(this.#timer)
    this.#timer = window.setTimeout(() => this.#again(), wait)
  }

  /** Sends what was sent before and did not arrive. */
  #again(): void {
    const draft = draftOf(this.#place, this.dataset['who'] ?? '')
    if (draft?.isSent) void this.#send()
  }

  #keep(isSent: boolean): void {
    const draft: Draft = { who: this.dataset['who'] ?? '', fields: this.#fields(), isSent }
    if (!keepDraft(this.#place, draft)) return
    this.#drop.hidden = false
    this.#say('kept')
  }

  #fields(): readonly (readonly [string, string])[] {
    if (!this.#form) return []
    return [...new FormData(this.#form)].flatMap(([name, value]) =>
      typeof value === 'string' ? [[name, value] as const] : [],
    )
  }

  #fill({ fields }: Draft): void {
    const kept = new Map(fields)
    for (const field of this.#form?.elements ?? []) {
      if (field instanceof HTMLInputElement && ['checkbox', 'radio'].includes(field.type))
        field.checked = kept.get(field.name) === field.value
      else if (
        field instanceof HTMLInputElement ||
        field instanceof HTMLSelectElement ||
        field instanceof HTMLTextAreaElement
      )
        field.value = kept.get(field.name) ?? field.value
      if (field instanceof HTMLElement && field.closest('details') && isUsed(field))
        field.closest('details')?.setAttribute('open', '')
    }
  }

  #addSaid(): void {
    const line = document.createElement('div')
    line.className = 'draft-said'
    this.#said.setAttribute('role', 'status')
    this.#drop.type = 'button'
    this.#drop.className = 'as-link small'
    this.#drop.textContent = this.dataset['drop'] ?? ''
    this.#drop.hidden = true
    this.#drop.addEventListener('click', () => {
      dropDraft(this.#place)
      clearTimeout(this.#timer)
      this.#form?.reset()
      this.#drop.hidden = true
      this.#say('dropped')
    })
    line.append(this.#said, this.#drop)
    this.append(line)
  }

  #say(what: 'kept' | 'back' | 'away' | 'held' | 'sending' | 'dropped'): void {
    const text = this.dataset[what] ?? ''
    // A status that is set again is read again.
    if (this.#said.textContent !== text) this.#said.textContent = text
    this.#said.parentElement?.toggleAttribute('data-away', what === 'away' || what === 'held')
  }
}

/** Where a form is sent: a field that is called `action` takes the place of the property. */
function actionOf(form: HTMLFormElement): URL {
  return new URL(form.getAttribute('action') ?? '', location.href)
}

function isToSignIn({ url }: Response): boolean {
  return /^(?:\/fr)?\/sign-in(?:\/|$)/.test(new URL(url).pathname)
}

function isUsed(field: HTMLElement): boolean {
  if (field instanceof HTMLInputElement && field.type === 'checkbox') return field.checked
  return field instanceof HTMLInputElement && field.type !== 'radio' && field.value !== ''
}

customElements.define('draft-form', DraftForm)
