/** Adds a "copy" button to a field that holds an address. Without JavaScript the field can be copied by hand. */
class CopyLink extends HTMLElement {
  connectedCallback(): void {
    const field = this.querySelector('input')
    if (!field || !navigator.clipboard || this.querySelector('button')) return
    const button = document.createElement('button')
    button.type = 'button'
    button.className = 'button button-quiet'
    button.textContent = this.dataset['copy'] ?? ''
    const said = document.createElement('span')
    said.setAttribute('role', 'status')
    button.addEventListener('click', () => void this.#copy(field, said))
    this.append(button, said)
  }

  async #copy(field: HTMLInputElement, said: HTMLElement): Promise<void> {
    field.select()
    await navigator.clipboard.writeText(field.value)
    said.textContent = this.dataset['copied'] ?? ''
  }
}

customElements.define('copy-link', CopyLink)
