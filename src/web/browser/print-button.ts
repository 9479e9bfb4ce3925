/** A button that prints the page; without this script there is none, and the browser's own works. */
class PrintButton extends HTMLElement {
  connectedCallback(): void {
    if (this.querySelector('button')) return
    const button = document.createElement('button')
    button.type = 'button'
    button.className = this.getAttribute('look') ?? 'button button-quiet'
    button.textContent = this.getAttribute('label')
    button.addEventListener('click', () => window.print())
    this.append(button)
  }
}

customElements.define('print-button', PrintButton)
