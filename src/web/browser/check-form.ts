/**
 * Keeps what is ticked in the browser's own entry of the page, as the browser does when one goes back, so that loading the
 * page again loses nothing either. Nothing is sent, and nothing outlives the tab.
 */
class CheckForm extends HTMLElement {
  connectedCallback(): void {
    const form = this.querySelector('form')
    if (!form) return
    this.#fill(form)
    form.addEventListener('change', () => this.#keep(form))
  }

  #keep(form: HTMLFormElement): void {
    const ticked = [...form.querySelectorAll<HTMLInputElement>('input:checked')].map(
      ({ name, value }) => [name, value],
    )
    history.replaceState({ ticked }, '')
  }

  #fill(form: HTMLFormElement): void {
    const kept: unknown = history.state?.ticked
    if (!Array.isArray(kept)) return
    const ticked = new Set(kept.map(String))
    for (const input of form.querySelectorAll<HTMLInputElement>('input'))
      if (input.type === 'radio' || input.type === 'checkbox')
        input.checked = ticked.has(`${input.name},${input.value}`)
  }
}

customElements.define('check-form', CheckForm)
