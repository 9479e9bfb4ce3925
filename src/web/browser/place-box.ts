import { addStatus, SuggestBox } from './suggest-box.ts'

/**
 * Suggests towns and postcodes, and can fill in where the reader is: only when asked, to two decimals
 * (about a kilometre), and into the box alone, so nothing is sent before the reader sends the form.
 */
class PlaceBox extends SuggestBox {
  override connectedCallback(): void {
    super.connectedCallback()
    const input = this.querySelector('input')
    const label = this.getAttribute('my-place')
    if (!input || label === null || !('geolocation' in navigator) || this.querySelector('button'))
      return
    const status = addStatus(this)
    status.className = 'field-hint'
    const button = document.createElement('button')
    button.type = 'button'
    button.className = 'link-button'
    button.textContent = label
    button.addEventListener('click', () => this.#locate(input, status))
    status.before(button)
  }

  #locate(input: HTMLInputElement, status: HTMLElement): void {
    const tell = (name: string): void => {
      status.textContent = this.getAttribute(name)
    }
    navigator.geolocation.getCurrentPosition(
      ({ coords }) => {
        input.value = `${coords.latitude.toFixed(2)},${coords.longitude.toFixed(2)}`
        tell('used')
      },
      () => tell('refused'),
      { enableHighAccuracy: false, timeout: 10_000, maximumAge: 600_000 },
    )
  }
}

customElements.define('place-box', PlaceBox)
