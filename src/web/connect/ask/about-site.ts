import { labelOf } from '../../../finder/places/label.ts'
import { siteLine } from '../../listing/parts/site-line.ts'
import { html, line, type Markup } from '../../shell/markup.ts'
import { spokenDistance } from '../../shell/parts/distance.ts'
import { fill } from '../../shell/parts/phrases.ts'
import { titleMarkup } from '../../shell/parts/study-title.ts'
import type { Site } from '../../listing/parts/sites-near.ts'
import { type ConnectSite, type ConnectView, connectPaths } from './connect-view.ts'

/** Which study and which site, how far it is, and, while nothing is typed that would be lost, the way to another. */
export function aboutSite(asked: ConnectSite, isFresh: boolean): Markup {
  const { view, sites, chosen } = asked
  const words = view.page.words.connect
  const far = farFromPlace(asked, chosen.site)
  return html`
    <div>
      <p class="soft">
        ${titleMarkup(view.everyday)}.
        <span class="num">${view.nctId}</span>
      </p>
      <p>
        ${siteLine(view.page, chosen.site.location)}${far && line`, ${far}`}.
        ${
          isFresh &&
          sites.length > 1 &&
          line`<a href="${connectPaths(asked).choose}">${words.otherSite}</a>`
        }
      </p>
    </div>
  `
}

/** "12 km from Paris"; empty where no place is known. */
export function farFromPlace({ view }: ConnectView, { km }: Site): Markup | '' {
  const { page, carried } = view
  const place = carried?.person.place
  if (km === undefined || place?.kind !== 'found') return ''
  return fill(page.words.connect.away, {
    distance: line`<b>${spokenDistance(page, km)}</b>`,
    place: labelOf(place.place, page.language),
  })
}
