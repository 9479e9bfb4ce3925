import type { MapData, Outlines } from './open-map.ts'

/**
 * The large map: a button that opens it over the page. Without JavaScript there is the picture on the page. The list on the
 * page holds the same studies, so the map adds and never replaces. Nothing is fetched from any other host.
 */
class StudyMap extends HTMLElement {
  connectedCallback(): void {
    if (this.querySelector('button')) return
    const button = document.createElement('button')
    button.type = 'button'
    button.className = 'button button-quiet'
    button.textContent = this.dataset['open'] ?? ''
    button.addEventListener('click', () => void this.#open(button))
    this.append(button)
  }

  async #open(button: HTMLButtonElement): Promise<void> {
    const drawn = this.querySelector('dialog')
    if (drawn) return drawn.showModal()
    button.disabled = true
    const parts = Promise.all([
      import('leaflet'),
      import('supercluster'),
      import('./open-map.ts'),
      this.#read<MapData>('sites'),
      this.#read<Outlines>('outlines'),
      this.#style(),
    ])
    const loaded = await parts.catch(() => undefined)
    button.disabled = false
    if (!loaded) return this.#sayFailed()
    this.querySelector(':scope > [role="status"]')?.remove()
    const [leaflet, { default: cluster }, { OpenMap }, data, outlines] = loaded
    new OpenMap(this, data).draw({ leaflet, cluster }, outlines)
    this.querySelector('dialog')?.addEventListener('close', () => button.focus())
  }

  /** The network failed: the button says so and may be pressed again. */
  #sayFailed(): void {
    const said = this.querySelector(':scope > [role="status"]') ?? document.createElement('p')
    said.setAttribute('role', 'status')
    this.append(said)
    said.textContent = this.dataset['failed'] ?? ''
  }

  async #read<T>(name: string): Promise<T> {
    const answer = await fetch(this.dataset[name] ?? '')
    if (!answer.ok) throw new Error(`${name}: ${answer.status}`)
    return answer.json()
  }

  #style(): Promise<void> {
    return new Promise((done, failed) => {
      const sheet = document.createElement('link')
      sheet.rel = 'stylesheet'
      sheet.href = this.dataset['style'] ?? ''
      sheet.addEventListener('load', () => done())
      sheet.addEventListener('error', () => {
        sheet.remove()
        failed(new Error('style'))
      })
      document.head.append(sheet)
    })
  }
}

customElements.define('study-map', StudyMap)
