import { html } from 'hono/html'
import { paths } from '../../shell/paths.ts'
import { assetUrl } from '../../shell/assets/assets.ts'
import type { Markup } from '../../shell/markup.ts'
import { isPlace, type Site } from '../parts/sites-near.ts'
import { scriptJson } from '../parts/script-json.ts'
import type { StudyView } from '../parts/view.ts'

/** More dots than this say nothing more. */
const mostDots = 2000

/** Where the map's outlines of land are served; see `outlines.ts`. */

/** The sites as dots. Without JavaScript there is no map: the list is the content. */
export function siteMap(view: StudyView, sites: readonly Site[]): Markup | undefined {
  const dots = sites.flatMap(({ location, point }) =>
    point && isPlace(point)
      ? [[point.lat, point.lon, location.facility ?? location.city ?? ''] as const]
      : [],
  )
  if (dots.length === 0) return undefined
  const here = view.near?.places[0]
  const data = { dots: dots.slice(0, mostDots), here: here && [here.lat, here.lon, here.name] }
  return html`
    <study-map
      data-outlines="${paths.outlines()}"
      data-style="${assetUrl('lib/leaflet.css')}"
      data-label="${view.words.sites.map}"
      data-hint="${view.words.sites.mapHint}"
      data-open="${view.words.sites.mapOpen}"
      data-failed="${view.words.sites.mapFailed}"
    >
      <script type="application/json">
        ${scriptJson(data)}
      </script>
    </study-map>
  `
}
