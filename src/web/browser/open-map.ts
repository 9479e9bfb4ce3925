import type * as L from 'leaflet'
import type Supercluster from 'supercluster'
import { MapMarks, type MarkActions, type SiteRow, type SiteTold } from './map-marks.ts'

/** What the server tells of the sites of some studies, with the words of the map in the reader's language. */
export interface MapData {
  readonly words: Readonly<
    Record<
      'close' | 'keys' | 'shown' | 'group' | 'numbered' | 'study' | 'toStudy' | 'notOpen' | 'more',
      string
    >
  >
  readonly studies: readonly { readonly number?: number; readonly sites: readonly SiteRow[] }[]
  /** The most sites of one study, where some were left out. */
  readonly mostSites?: number
}

/** Outlines of land. */
export type Outlines = Exclude<Parameters<L.GeoJSON['addData']>[0], { type: 'GeometryCollection' }>

/** The libraries that draw it. */
export interface Libraries {
  readonly leaflet: typeof L
  readonly cluster: typeof Supercluster
}

/** The map over the page: a dialog with a frame that arrows move, marks that Tab reaches, and a line that says what is seen. */
export class OpenMap {
  readonly #host: HTMLElement
  readonly #data: MapData
  readonly #dialog = document.createElement('dialog')
  readonly #frame = document.createElement('div')
  readonly #said = document.createElement('p')

  constructor(host: HTMLElement, data: MapData) {
    this.#host = host
    this.#data = data
    const label = host.dataset['label'] ?? ''
    this.#dialog.className = 'map-dialog'
    this.#dialog.setAttribute('aria-label', label)
    this.#frame.className = 'map-frame'
    this.#frame.tabIndex = 0
    this.#frame.setAttribute('role', 'region')
    this.#frame.setAttribute('aria-label', `${label} ${data.words.keys}`)
    this.#said.setAttribute('role', 'status')
    this.#said.className = 'small'
    const close = document.createElement('button')
    close.type = 'button'
    close.className = 'button button-quiet'
    close.textContent = data.words.close
    close.addEventListener('click', () => this.#dialog.close())
    this.#dialog.append(close, this.#frame, this.#said)
    host.append(this.#dialog)
  }

  draw(libraries: Libraries, outlines: Outlines): void {
    const { leaflet } = libraries
    this.#dialog.showModal()
    const still = matchMedia('(prefers-reduced-motion: reduce)').matches
    const map = leaflet.map(this.#frame, {
      attributionControl: false,
      minZoom: 1,
      maxZoom: 8,
      zoomAnimation: !still,
      fadeAnimation: !still,
      markerZoomAnimation: !still,
    })
    const sites = this.#data.studies.flatMap(({ number, sites: rows }) =>
      rows.map((row) => ({ row, ...(number !== undefined && { number }) })),
    )
    const marks = new MapMarks(libraries, map, sites, this.#actions(leaflet, map))
    const here = this.#here()
    const shown = here
      ? nearestTo(
          here,
          sites.map(({ row }) => row),
        )
      : sites.map(({ row }) => row)
    const corners = [...shown, ...(here ? [here] : [])].map(([lat, lon]): L.LatLngTuple => [
      lat,
      marks.lonOf(lon),
    ])
    // The view comes before the dots: Leaflet cannot place a dot on a map that looks nowhere.
    const bounds = leaflet.latLngBounds(corners.length > 0 ? corners : [[0, 0]])
    map.fitBounds(bounds.pad(0.15), { maxZoom: 7, animate: false })
    this.#addLand(leaflet, map, outlines, marks.cut)
    if (here) this.#addHere(leaflet, map, [here[0], marks.lonOf(here[1])])
    marks.show()
    this.#frame.focus()
  }

  /** The land as often as the map shows it: whole turns to either side of where it is cut. */
  #addLand(leaflet: typeof L, map: L.Map, outlines: Outlines, cut: number): void {
    for (const turn of [-360, 0, 360])
      leaflet
        .geoJSON(outlines, {
          interactive: false,
          style: { className: 'map-land' },
          filter: ({ geometry }) => {
            const lons = 'coordinates' in geometry ? numbersIn(geometry.coordinates) : []
            return lons.some((lon) => lon + turn > cut - 60 && lon + turn < cut + 420)
          },
          coordsToLatLng: ([lon = 0, lat = 0]) => leaflet.latLng(lat, lon + turn),
        })
        .addTo(map)
  }

  #addHere(leaflet: typeof L, map: L.Map, at: L.LatLngTuple): void {
    leaflet
      .circleMarker(at, { radius: 8, className: 'map-here', interactive: false })
      .bindTooltip(paragraph(this.#host.dataset['hereName'] ?? ''), {
        permanent: true,
        direction: 'right',
        offset: [8, 0],
      })
      .addTo(map)
  }

  #here(): readonly [number, number] | undefined {
    const [lat, lon] = (this.#host.dataset['here'] ?? '').split(',').map(Number)
    return lat === undefined || lon === undefined ? undefined : [lat, lon]
  }

  #actions(leaflet: typeof L, map: L.Map): MarkActions {
    const { words, mostSites } = this.#data
    const nameOf = ({ number, name, isOpen }: SiteTold): string =>
      [
        number === undefined ? '' : words.study.replace('{number}', String(number)),
        name,
        isOpen ? '' : words.notOpen,
      ]
        .filter((part) => part !== '')
        .join(', ')
    return {
      nameOf,
      groupName: (count) => words.group.replace('{count}', String(count)),
      tell: (at, told, from) => {
        const content = this.#told(told, nameOf)
        const popup = leaflet.popup({ maxWidth: 280, maxHeight: 240 }).setLatLng(at)
        popup.setContent(content).openOn(map)
        popup.on('remove', () => from.isConnected && from.focus())
        content.focus()
      },
      drawn: (marks, sites) => {
        const more = mostSites === undefined ? '' : words.more.replace('{count}', String(mostSites))
        const shown = words.shown
          .replace('{marks}', String(marks))
          .replace('{sites}', String(sites))
        const isList = this.#data.studies.some(({ number }) => number !== undefined)
        this.#said.textContent = `${shown} ${more} ${isList ? words.numbered : ''} ${words.keys}`
      },
    }
  }

  #told(told: readonly SiteTold[], nameOf: (one: SiteTold) => string): HTMLElement {
    const content = document.createElement('div')
    content.tabIndex = -1
    for (const one of told) {
      const line = paragraph(nameOf(one))
      if (one.number !== undefined && document.getElementById(`hit-${one.number}`)) {
        const link = document.createElement('a')
        link.href = `#hit-${one.number}`
        link.textContent = this.#data.words.toStudy
        link.addEventListener('click', () => this.#dialog.close())
        line.append(document.createElement('br'), link)
      }
      content.append(line)
    }
    return content
  }
}

function paragraph(text: string): HTMLElement {
  const made = document.createElement('p')
  made.textContent = text
  return made
}

function nearestTo(
  [lat, lon]: readonly [number, number],
  rows: readonly SiteRow[],
): readonly SiteRow[] {
  const shrink = Math.cos((lat * Math.PI) / 180)
  const far = ([otherLat, otherLon]: SiteRow): number => {
    const turn = Math.abs(otherLon - lon)
    return Math.hypot(otherLat - lat, Math.min(turn, 360 - turn) * shrink)
  }
  return rows.toSorted((a, b) => far(a) - far(b)).slice(0, 12)
}

/** The longitudes of nested coordinates, one of each ring's first point. */
function numbersIn(coordinates: unknown): readonly number[] {
  if (!Array.isArray(coordinates)) return []
  if (typeof coordinates[0] === 'number') return [coordinates[0]]
  return Array.isArray(coordinates[0]) && typeof coordinates[0][0] === 'number'
    ? coordinates.flatMap((point) => numbersIn(point))
    : coordinates.flatMap((part) => numbersIn(part))
}
