import type * as L from 'leaflet'
import type Supercluster from 'supercluster'
import { cutMeridian, turnedFrom } from './map-turn.ts'

/** A site as it comes: where it is, its name, and whether people can join there. */
export type SiteRow = readonly [lat: number, lon: number, name: string, isOpen: boolean]

/** A site of a map, and its study's number in the list where the map is of a list. */
export interface SiteTold {
  readonly name: string
  readonly isOpen: boolean
  readonly number?: number
}

/** What a mark does: a group is shown nearer, one site tells its name. */
export interface MarkActions {
  readonly nameOf: (told: SiteTold) => string
  readonly groupName: (count: number) => string
  readonly tell: (at: L.LatLngTuple, told: readonly SiteTold[], from: HTMLElement) => void
  /** After every drawing: marks that are seen, and the sites in them. */
  readonly drawn: (marks: number, sites: number) => void
}

/** The most sites that are named of a group that no nearer view takes apart. */
const mostTold = 20
/** Nearer than this the outlines of countries say nothing more. */
const nearest = 7

/** Sites in groups that come apart as the map is brought nearer. Nothing is torn at the date line: the map is cut where no site is. */
export class MapMarks {
  readonly cut: number
  readonly #index: Supercluster<SiteTold>
  readonly #leaflet: typeof L
  readonly #map: L.Map
  readonly #layer: L.LayerGroup
  readonly #actions: MarkActions

  constructor(
    { leaflet, cluster }: { readonly leaflet: typeof L; readonly cluster: typeof Supercluster },
    map: L.Map,
    sites: readonly { readonly row: SiteRow; readonly number?: number }[],
    actions: MarkActions,
  ) {
    this.#leaflet = leaflet
    this.#map = map
    this.#actions = actions
    this.#layer = leaflet.layerGroup()
    this.cut = cutMeridian(sites.map(({ row: [, lon] }) => lon))
    this.#index = new cluster<SiteTold>({ radius: 46, extent: 256, maxZoom: nearest })
    this.#index.load(
      sites.map(({ row: [lat, lon, name, isOpen], number }) => ({
        type: 'Feature' as const,
        properties: { name, isOpen, ...(number !== undefined && { number }) },
        geometry: { type: 'Point' as const, coordinates: [this.#toIndex(lon), lat] },
      })),
    )
  }

  /** The longitude at which the map draws a place. */
  lonOf(lon: number): number {
    return turnedFrom(lon, this.cut)
  }

  /** Draws them, and again whenever the map has moved. */
  show(): void {
    this.#layer.addTo(this.#map)
    this.#map.on('moveend', () => this.#draw())
    this.#draw()
  }

  /** The index knows only longitudes from -180 to 180: its own edge lies where the map is cut. */
  #toIndex(lon: number): number {
    return turnedFrom(lon, this.cut) - this.cut - 180
  }

  #draw(): void {
    const seen = this.#map.getBounds().pad(0.3)
    const zoom = Math.round(this.#map.getZoom())
    const hadFocus = this.#map.getPane('markerPane')?.contains(document.activeElement) ?? false
    this.#layer.clearLayers()
    let marks = 0
    let sites = 0
    for (const { geometry, properties, id } of this.#index.getClusters(everywhere, zoom)) {
      const [x = 0, lat = 0] = geometry.coordinates
      const at: L.LatLngTuple = [Math.max(-85, Math.min(85, lat)), x + this.cut + 180]
      if (!seen.contains(at)) continue
      marks++
      const isGroup = 'cluster' in properties
      sites += isGroup ? properties.point_count : 1
      const button = isGroup
        ? this.#group(at, Number(id), properties.point_count)
        : this.#site(at, properties)
      const size = isGroup ? 30 + Math.min(20, Math.log2(properties.point_count) * 2.5) : 26
      const icon = this.#leaflet.divIcon({ html: button, className: '', iconSize: [size, size] })
      this.#leaflet.marker(at, { icon, keyboard: false }).addTo(this.#layer)
    }
    if (hadFocus) this.#map.getContainer().focus()
    this.#actions.drawn(marks, sites)
  }

  #group(at: L.LatLngTuple, id: number, count: number): HTMLElement {
    const button = markButton(String(count), this.#actions.groupName(count))
    button.classList.add('map-group')
    button.addEventListener('click', () => {
      const zoom = this.#index.getClusterExpansionZoom(id)
      if (zoom <= nearest) this.#map.setView(at, zoom)
      else {
        const leaves = this.#index.getLeaves(id, mostTold)
        this.#actions.tell(
          at,
          leaves.map(({ properties }) => properties),
          button,
        )
      }
    })
    return button
  }

  #site(at: L.LatLngTuple, told: SiteTold): HTMLElement {
    const button = markButton(told.number === undefined ? '' : String(told.number), '')
    button.setAttribute('aria-label', this.#actions.nameOf(told))
    if (told.number !== undefined) button.classList.add('map-numbered')
    if (!told.isOpen) button.classList.add('map-shut')
    button.addEventListener('click', () => this.#actions.tell(at, [told], button))
    return button
  }
}

const everywhere: [number, number, number, number] = [-180, -90, 180, 90]

function markButton(text: string, name: string): HTMLButtonElement {
  const button = document.createElement('button')
  button.type = 'button'
  button.className = 'map-mark'
  button.textContent = text
  button.setAttribute('aria-label', name)
  return button
}
