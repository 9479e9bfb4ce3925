import { html, type Markup } from '../../shell/markup.ts'
import { largeMap } from '../../map/large-map.ts'
import { mapPicture } from '../../map/picture.ts'
import type { StudyPageView } from '../parts/page-view.ts'
import { isPlace, type Site } from '../parts/sites-near.ts'

/** The sites as a picture, and where JavaScript runs a large map to open. The list is the content. */
export function siteMap(view: StudyPageView, sites: readonly Site[]): Markup | undefined {
  const { page, nctId, carried } = view
  const dots = sites.flatMap(({ location, point }) =>
    isPlace(point)
      ? [{ lat: point.lat, lon: point.lon, name: location.facility ?? location.city ?? '' }]
      : [],
  )
  const place = carried?.person.place
  const here =
    place?.kind === 'found'
      ? { lat: place.place.lat, lon: place.place.lon, name: place.place.name }
      : undefined
  const label = page.words.map.sites
  const picture = mapPicture(page, { dots, label, ...(here && { here }) })
  if (!picture) return undefined
  return html`
    <div class="side-map">${picture} ${largeMap(page, { ids: [nctId], here, label })}</div>
  `
}
