import { bearingDegrees } from '../../finder/places/bearing.ts'
import { distanceKm, kmInMile, type Point } from '../../finder/places/distance.ts'
import { exactDistance } from '../../words/distances.ts'
import { html, type Markup } from '../shell/markup.ts'
import type { Page } from '../shell/page.ts'
import { spokenDistance } from '../shell/parts/distance.ts'
import type { MapDot } from './dot.ts'
import { joinTouching } from './join-touching.ts'
import { markOf, markText, toTenth } from './mark.ts'
import { ringsAround, ringsSize } from './rings.ts'

interface RingsMap {
  readonly dots: readonly MapDot[]
  readonly here: Point & { readonly name: string }
  readonly label: string
}

/** Rings round the reader's place: each dot at its distance and in its direction. */
export function ringsPicture(page: Page, { dots, here, label }: RingsMap): Markup {
  const { rings, at } = ringsAround(here, dots, unitKmOf(page))
  const placed = dots.map((dot) => ({ ...at(dot), dot }))
  const marks = joinTouching(placed, (some) => markText(page, some))
  const middle = ringsSize / 2
  return html`
    <svg
      class="map"
      viewBox="0 0 ${ringsSize} ${ringsSize}"
      role="group"
      aria-label="${label}"
      focusable="false"
    >
      ${rings.map(
        ({ distance, radius }) => html`
          <circle class="ring" cx="${middle}" cy="${middle}" r="${toTenth(radius)}" />
          <text class="ring-name" x="${middle + 4}" y="${toTenth(middle + radius - 4)}">
            ${ringName(page, distance)}
          </text>
        `,
      )}
      <text class="ring-name" x="${middle - 4}" y="16">${page.words.map.north}</text>
      <path class="ring" d="M${middle} 20v10" />
      <circle class="here" cx="${middle}" cy="${middle}" r="7" />
      <text x="${middle + 11}" y="${middle + 4}">${here.name}</text>
      ${marks.map((mark) => markOf(page, mark, where(page, here, mark.dots)))}
    </svg>
  `
}

/** The length of the unit in which the reader is told distances. */
export function unitKmOf({ inMiles }: Page): number {
  return inMiles ? kmInMile : 1
}

function ringName({ language, inMiles }: Page, distance: number): string {
  return exactDistance(language, distance, inMiles ? 'mile' : 'kilometer')
}

/** "24 km to the north-west", of the nearest of some dots. */
function where(page: Page, here: Point, dots: readonly MapDot[]): string {
  const [nearest] = dots.toSorted((a, b) => distanceKm(here, a) - distanceKm(here, b))
  if (!nearest) return ''
  const km = distanceKm(here, nearest)
  const said = spokenDistance(page, km)
  if (km < 1) return said
  const wind = Math.round(bearingDegrees(here, nearest) / 45) % 8
  return page.words.map.towards(said, page.words.map.winds[wind] ?? '')
}
