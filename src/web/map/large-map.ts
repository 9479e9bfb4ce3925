import type { Point } from '../../finder/places/distance.ts'
import { assetUrl } from '../shell/assets/assets.ts'
import { html, type Markup } from '../shell/markup.ts'
import { link, type Page } from '../shell/page.ts'
import { paths } from '../shell/paths.ts'

/** What the large map shows. */
export interface LargeMap {
  /** The studies whose sites it shows. */
  readonly ids: readonly string[]
  /** The number of the first in the list on the page; none on the page of one study. */
  readonly from?: number
  readonly here?: (Point & { readonly name: string }) | undefined
  readonly label: string
}

/** Where JavaScript runs, a button that opens the large map with all sites; else nothing. Its island is `study-map`. */
export function largeMap(page: Page, { ids, from, here, label }: LargeMap): Markup {
  const words = page.words.map
  const sites = link(page, paths.mapSites(), { ids: ids.join(','), from })
  return html`
    <study-map
      data-sites="${sites}"
      data-outlines="${paths.outlines()}"
      data-style="${assetUrl('lib/leaflet.css')}"
      data-here="${here ? `${here.lat},${here.lon}` : ''}"
      data-here-name="${here ? words.here(here.name) : ''}"
      data-label="${label}"
      data-open="${words.open}"
      data-failed="${words.failed}"
    ></study-map>
  `
}
