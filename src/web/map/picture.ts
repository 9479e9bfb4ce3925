import { distanceKm, type Point } from '../../finder/places/distance.ts'
import { html, type Markup } from '../shell/markup.ts'
import type { Page } from '../shell/page.ts'
import { farthestRing } from './rings.ts'
import type { MapDot } from './dot.ts'
import { ringsPicture, unitKmOf } from './rings-picture.ts'
import { worldPicture } from './world-picture.ts'

/** What a map shows: dots, and the reader's place where it is known. */
export interface SitesMap {
  readonly dots: readonly MapDot[]
  readonly here?: Point & { readonly name: string }
  /** What the map is of, and where the same is said in words. */
  readonly label: string
}

/**
 * A map as a picture made here: rings round the reader's place, or the world where there is no place or all is far from
 * it. Nothing where there is no dot. Dots that touch are one mark.
 */
export function mapPicture(page: Page, map: SitesMap): Markup | undefined {
  const dots = map.dots.slice(0, mostDots)
  if (dots.length === 0) return undefined
  const { here } = map
  if (!here) return worldPicture(page, { ...map, dots })
  const most = farthestRing * unitKmOf(page)
  const near = dots.filter((dot) => distanceKm(here, dot) <= most)
  if (near.length === 0) return worldPicture(page, { ...map, dots })
  const beyond = dots.length - near.length
  return html`
    ${ringsPicture(page, { ...map, here, dots: near })}
    ${
      beyond > 0 &&
      html`
        <p class="small soft">${page.words.map.beyond(beyond)}</p>
      `
    }
  `
}

/** More say nothing more. */
const mostDots = 2000
