import type * as L from 'leaflet'

type Leaflet = typeof L
type Dot = readonly [lat: number, lon: number, name: string]

interface Sites {
  readonly dots: readonly Dot[]
  readonly here?: Dot
}

/**
 * The sites of a study as dots on outlines of land, drawn when asked for. The list on the page holds the
 * same sites, so the map adds and never replaces. Nothing is fetched from any other host.
 */
class StudyMap extends HTMLElement {
  connectedCallback(): void {
    if (this.querySelector('button')) return
    const button = document.createElement('button')
    button.type = 'button'
    button.className = 'button button-quiet'
    button.textContent = this.dataset['open'] ?? ''
    button.addEventListener('click', () => void this.#draw(button))
    this.append(button)
  }

  async #draw(button: HTMLButtonElement): Promise<void> {
    button.disabled = true
    const parts = Promise.all([import('leaflet'), this.#outlines(), this.#style()])
    const loaded = await parts.catch(() => undefined)
    if (!loaded) return this.#sayFailed(button)
    const [leaflet, outlines] = loaded
    const frame = this.#frame()
    this.querySelector('[role="status"]')?.remove()
    button.replaceWith(frame)
    const map = leaflet.map(frame, {
      attributionControl: false,
      minZoom: 1,
      maxZoom: 9,
      worldCopyJump: true,
    })
    const sites = this.#sites()
    this.#show(leaflet, map, sites)
    leaflet.geoJSON(outlines, { interactive: false, style: { className: 'map-land' } }).addTo(map)
    this.#addDots(leaflet, map, sites)
    frame.focus()
  }

  /** The network failed: the button says so and may be pressed again. */
  #sayFailed(button: HTMLButtonElement): void {
    button.disabled = false
    const said = this.querySelector('[role="status"]') ?? document.createElement('p')
    said.setAttribute('role', 'status')
    this.append(said)
    said.textContent = this.dataset['failed'] ?? ''
  }

  /** A region that arrows move and plus and minus zoom; its label says where the same sites are in words. */
  #frame(): HTMLElement {
    const frame = document.createElement('div')
    frame.className = 'map-frame'
    frame.tabIndex = 0
    frame.setAttribute('role', 'region')
    frame.setAttribute(
      'aria-label',
      `${this.dataset['label'] ?? ''}. ${this.dataset['hint'] ?? ''}`,
    )
    return frame
  }

  #addDots(leaflet: Leaflet, map: L.Map, { dots, here }: Sites): void {
    const look: L.CircleMarkerOptions = { radius: 7, className: 'map-dot' }
    const named = (text: string): HTMLElement => {
      const label = document.createElement('span')
      label.textContent = text
      return label
    }
    for (const [lat, lon, name] of dots)
      leaflet.circleMarker([lat, lon], look).bindTooltip(named(name)).addTo(map)
    if (here)
      leaflet
        .circleMarker([here[0], here[1]], { radius: 9, className: 'map-here' })
        .bindTooltip(named(here[2]))
        .addTo(map)
  }

  /** The view comes before the dots: Leaflet cannot place a dot on a map that looks nowhere. */
  #show(leaflet: Leaflet, map: L.Map, { dots, here }: Sites): void {
    const all = here ? [...dots, here] : dots
    const corners = all.map(([lat, lon]): [number, number] => [lat, lon])
    map.fitBounds(leaflet.latLngBounds(corners).pad(0.2), { maxZoom: 5, animate: false })
  }

  #sites(): Sites {
    return JSON.parse(this.querySelector('script')?.textContent ?? '{"dots":[]}')
  }

  async #outlines(): Promise<Parameters<L.GeoJSON['addData']>[0]> {
    const answer = await fetch(this.dataset['outlines'] ?? '')
    if (!answer.ok) throw new Error(`outlines: ${answer.status}`)
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
