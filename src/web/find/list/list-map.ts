import { labelOf } from '../../../finder/places/label.ts'
import { isPlace, type Site, sitesOf } from '../../listing/parts/sites-near.ts'
import type { MapDot } from '../../map/dot.ts'
import { largeMap } from '../../map/large-map.ts'
import { mapPicture } from '../../map/picture.ts'
import { html, type Markup } from '../../shell/markup.ts'
import type { Page } from '../../shell/page.ts'
import type { Column } from './column.ts'
import type { AskedList } from './read-list.ts'
import { siteAndTown } from '../../shell/parts/known-site.ts'

/** Where the studies of the list are: round the reader's place the site of each that the table names, or all in the world. */
export function listMap(
  page: Page,
  { ids, place }: AskedList,
  columns: readonly Column[],
): Markup | undefined {
  const words = page.words.map
  const here =
    place && place.area === undefined
      ? { lat: place.lat, lon: place.lon, name: labelOf(place, page.language).split(',')[0] ?? '' }
      : undefined
  const picture = mapPicture(page, {
    dots: columns.flatMap((column) => dotsOf(column, here !== undefined)),
    label: words.list,
    ...(here && { here }),
  })
  if (!picture) return undefined
  return html`
    <div class="card flow no-print">
      <h2>${page.words.list.where}</h2>
      <div class="side-map">
        ${picture} ${largeMap(page, { ids, from: 1, here, label: words.list })}
      </div>
      ${
        here &&
        html`
          <p class="small soft">${words.straight}</p>
        `
      }
    </div>
  `
}

function dotsOf({ stored, near, number }: Column, isNear: boolean): readonly MapDot[] {
  const sites: readonly Site[] = isNear ? (near ? [near] : []) : sitesOf(stored)
  return sites.flatMap(({ location, point }) => {
    if (!isPlace(point)) return []
    const name = isNear ? siteAndTown(location) : ''
    return [{ lat: point.lat, lon: point.lon, name, number, href: `#hit-${number}` }]
  })
}
