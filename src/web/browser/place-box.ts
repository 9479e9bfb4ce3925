import { addStatus, SuggestBox } from './suggest-box.ts'

/**
 * Suggests towns and postcodes, and can fill in the town where the reader is: only when asked. To know its name, the place
 * is told to our own server to two decimals (about a kilometre); where that fails, the numbers stand in the box.
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
        const point = `${coords.latitude.toFixed(2)},${coords.longitude.toFixed(2)}`
        void this.#townAt(point).then((town) => {
          input.value = town ?? point
          tell('used')
        })
      },
      () => tell('refused'),
      { enableHighAccuracy: false, timeout: 10_000, maximumAge: 600_000 },
    )
  }

  async #townAt(point: string): Promise<string | undefined> {
    const url = new URL(this.getAttribute('suggest') ?? '', location.href)
    url.searchParams.set('for', 'here')
    url.searchParams.set('typed', point)
    const found = await this.suggestionsAt(url).catch(() => undefined)
    return found?.suggestions[0]?.value
  }
}

customElements.define('place-box', PlaceBox)
