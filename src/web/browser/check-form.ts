/**
 * Shows the self-check one part at a time, with how far one is. Without this script all parts are on the page.
 * It keeps nothing: answers are in the form's own fields only.
 */
class CheckForm extends HTMLElement {
  #parts: HTMLElement[] = []
  #at = 0
  #isWhole = false
  readonly #bar = document.createElement('progress')
  readonly #text = document.createElement('p')
  readonly #all = document.createElement('button')
  readonly #back = document.createElement('button')
  readonly #next = document.createElement('button')

  connectedCallback(): void {
    const form = this.querySelector('form')
    this.#parts = [...this.querySelectorAll<HTMLElement>('.check-part')]
    if (!form || this.querySelector('progress')) return
    this.#addBar()
    this.#addSteps(form)
    form.addEventListener('change', () => this.#count())
    this.#isWhole = this.dataset['whole'] === 'yes' || this.#parts.length < 2
    this.#show()
  }

  #addBar(): void {
    const bar = document.createElement('div')
    bar.className = 'check-progress'
    this.#bar.setAttribute('aria-label', this.dataset['label'] ?? '')
    bar.append(this.#text, this.#bar)
    this.prepend(bar)
  }

  #addSteps(form: HTMLFormElement): void {
    const row = document.createElement('div')
    row.className = 'button-row'
    this.#all.type = 'button'
    this.#all.className = 'check-all'
    this.#all.textContent = this.dataset['all'] ?? ''
    this.#all.addEventListener('click', () => {
      this.#isWhole = true
      this.#show()
    })
    const steps: [HTMLButtonElement, string, number][] = [
      [this.#back, 'previous', -1],
      [this.#next, 'next', 1],
    ]
    for (const [button, word, step] of steps) {
      button.type = 'button'
      button.className = step > 0 ? 'button' : 'button button-quiet'
      button.textContent = this.dataset[word] ?? ''
      button.addEventListener('click', () => this.#go(step))
    }
    row.append(this.#next, this.#back, this.#all)
    form.querySelector('.check-send')?.before(row)
  }

  #go(step: number): void {
    this.#at = Math.min(Math.max(this.#at + step, 0), this.#parts.length - 1)
    this.#show()
    const title = this.#parts[this.#at]?.querySelector('h2')
    title?.focus({ preventScroll: true })
    this.scrollIntoView({ block: 'start' })
  }

  #show(): void {
    this.#parts.forEach((part, index) => {
      part.hidden = !this.#isWhole && index !== this.#at
    })
    this.#all.hidden = this.#isWhole
    this.#back.hidden = this.#isWhole || this.#at === 0
    this.#next.hidden = this.#isWhole || this.#at === this.#parts.length - 1
    const send = this.querySelector('.check-send .button')
    send?.classList.toggle('button-quiet', !this.#next.hidden)
    this.#count()
  }

  #count(): void {
    const names = new Set(
      [...this.querySelectorAll<HTMLInputElement>('input[type=radio]')].map(({ name }) => name),
    )
    names.delete('who')
    const chosen = [...this.querySelectorAll<HTMLInputElement>('input[type=radio]:checked')]
    const age = ['age', 'born'].some(
      (name) => this.querySelector<HTMLInputElement>(`[name=${name}]`)?.value,
    )
    const done =
      chosen.filter(({ name, value }) => name !== 'who' && value !== 'skip').length + (age ? 1 : 0)
    const all = names.size + 1
    this.#bar.max = all
    this.#bar.value = done
    const said = (this.dataset['done'] ?? '')
      .replace('{done}', String(done))
      .replace('{all}', String(all))
    const part = (this.dataset['part'] ?? '')
      .replace('{part}', String(this.#at + 1))
      .replace('{parts}', String(this.#parts.length))
    this.#text.textContent = this.#isWhole ? said : `${part} · ${said}`
  }
}

customElements.define('check-form', CheckForm)
