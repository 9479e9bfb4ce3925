import { html } from 'hono/html'
import type { Markup } from '../../shell/markup.ts'
import { largeMap } from '../../map/large-map.ts'
import { mapPicture } from '../../map/picture.ts'
import { isPlace, type Site } from '../parts/sites-near.ts'
import type { StudyView } from '../parts/view.ts'

/** The sites as a picture, and where JavaScript runs a large map to open. The list is the content. */
export function siteMap(view: StudyView, sites: readonly Site[]): Markup | undefined {
  const { page, nctId } = view
  const dots = sites.flatMap(({ location, point }) =>
    isPlace(point)
      ? [{ lat: point.lat, lon: point.lon, name: location.facility ?? location.city ?? '' }]
      : [],
  )
  const place = view.near?.places[0]
  const here = place && { lat: place.lat, lon: place.lon, name: place.name }
  const label = page.words.map.sites
  const picture = mapPicture(page, { dots, label, ...(here && { here }) })
  if (!picture) return undefined
  return html`
    <div class="side-map">${picture} ${largeMap(page, { ids: [nctId], here, label })}</div>
  `
}
